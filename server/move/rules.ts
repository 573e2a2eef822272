import { type Kysely, sql } from 'kysely'
import { connectSqlite } from '../db/connect.ts'
import { engineOf } from '../db/dialect.ts'
import { migrateToLatest } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import { listTables } from './unfinished.ts'

// Rules are triggers: append-only, nothing is added to the past, revisions are counted. They take a database that grows
// line by line, and so no table that is filled at once. CHECKs, keys and references hold all the time.

interface Trigger {
  name: string
  text: string
}

const listTriggers = async (db: Kysely<Database>): Promise<Trigger[]> =>
  (await sql<Trigger>`select name, sql as text from sqlite_master where type = 'trigger' order by name`.execute(db))
    .rows

/** Takes the rules out of the way, until `restoreRules`. */
export async function liftRules(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) === 'postgres') return await onEachTable(db, 'disable')
  for (const { name } of await listTriggers(db)) await sql`drop trigger ${sql.ref(name)}`.execute(db)
}

/** Puts every rule that a new database has in force again, however many are. */
export async function restoreRules(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) === 'postgres') return await onEachTable(db, 'enable')
  const present = new Map((await listTriggers(db)).map(({ name, text }) => [name, text]))
  for (const { name, text } of await triggersOfNew()) if (!present.has(name)) await sql.raw(text).execute(db)
}

/** The triggers of this program's newest schema. */
async function triggersOfNew(): Promise<Trigger[]> {
  const db = connectSqlite(':memory:')
  try {
    await migrateToLatest(db)
    return await listTriggers(db)
  } finally {
    await db.destroy()
  }
}

/** Those that hold references are of the system, and stay. */
async function onEachTable(db: Kysely<Database>, act: 'disable' | 'enable'): Promise<void> {
  for (const table of await listTables(db)) {
    await sql`alter table ${sql.table(table)} ${sql.raw(act)} trigger user`.execute(db)
  }
}
