import { type Kysely, sql } from 'kysely'
import { checkHead } from './audit/head.ts'
import { auditFolder } from './audit/keys.ts'
import { findBreak } from './audit/verify.ts'
import { connect } from './db/connect.ts'
import { engineOf } from './db/dialect.ts'
import { migrateToLatest } from './db/migrate.ts'
import type { Database } from './db/schema.ts'
import { explainTrouble, type Place } from './db/trouble.ts'
import { isUnfinished, refuseUnfinished } from './move/unfinished.ts'

/** Opens the database with the newest schema and an audit log that is whole and as its HEAD says; throws one sentence where that fails. */
export async function openDatabase(place: Place): Promise<Kysely<Database>> {
  const db = await openChained(place)
  try {
    await checkHead(db, auditFolder(place.dataDir))
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** The same, without HEAD: for whoever looks into why the log is not as it says. */
export async function openChained(place: Place): Promise<Kysely<Database>> {
  let db: Kysely<Database> | undefined
  try {
    db = connect(place)
    await checkFile(db)
    if (!(await isUnfinished(db))) await migrateToLatest(db)
  } catch (error) {
    // What cannot be opened cannot always be closed.
    await db?.destroy().catch(() => undefined)
    throw new Error(explainTrouble(error, place), { cause: error })
  }
  try {
    await refuseUnfinished(db)
    await checkLog(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** SQLite reads a file of which a part is damaged without a word. */
async function checkFile(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) !== 'sqlite') return
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const [found] = rows
  if (found?.quick_check === 'ok') return
  throw Object.assign(new Error(found?.quick_check), { code: 'SQLITE_CORRUPT' })
}

async function checkLog(db: Kysely<Database>): Promise<void> {
  const found = await findBreak(db)
  if (found === undefined) return
  throw new Error(
    `The audit log is broken at line ${found.seq}: ${found.why}. Someone has changed it by hand; restore a backup from before.`,
  )
}
