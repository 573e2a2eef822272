import { type Kysely, sql } from 'kysely'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { LOGGED_TABLES } from '../../server/audit/logged-tables.ts'
import { listLines } from '../../server/audit/queries.ts'
import { engineOf } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'

/** Takes every trigger and foreign key out of the way, as someone can who may do anything with the database. */
export async function openTables(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) === 'sqlite') {
    await sql`pragma foreign_keys = off`.execute(db)
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db)
    for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db)
    return
  }
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  for (const { name } of rows) await sql`alter table ${sql.table(name)} disable trigger all`.execute(db)
}

/** Cuts the log after a line, and with it every row that came later, as a backup of then would be. */
export async function cutLog(db: Kysely<Database>, after: number): Promise<void> {
  await openTables(db)
  const keys = Object.entries({ ...LOGGED_TABLES, password: ['seq'], invitation: ['seq'] })
  for (const [table, [seq = '']] of keys.toReversed()) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(seq)} > ${after}`.execute(db)
  }
}

/** Changes the texts of the log and hashes all anew, so that the chain is whole. */
export async function rewriteLog(db: Kysely<Database>, change: (line: string, seq: number) => string): Promise<void> {
  await openTables(db)
  let prev = GENESIS
  const lines = await listLines(db)
  const hashed = lines.map((line, index) => {
    const text = change(line, index + 1).replace(/"prev":"[0-9a-f]{64}"\}$/, `"prev":"${prev}"}`)
    prev = hashOf(text)
    return { text, hash: prev }
  })
  for (const [index, { text, hash }] of hashed.entries()) {
    await sql`update audit_line set line = ${text}, hash = ${hash} where seq = ${index + 1}`.execute(db)
  }
}
