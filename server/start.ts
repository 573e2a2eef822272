import { type Kysely } from 'kysely'
import { checkHead } from './audit/head.ts'
import { auditFolder } from './audit/keys.ts'
import { refuseMarked } from './audit/broken-mark.ts'
import { findLastLine } from './audit/queries.ts'
import { findBreak, findBreakAfter, sayBreak } from './audit/verify.ts'
import { connect } from './db/connect.ts'
import { checkFile } from './db/check-file.ts'
import { migrateToLatest } from './db/migrate.ts'
import type { Database } from './db/schema.ts'
import { explainTrouble, type Place } from './db/trouble.ts'
import { isUnfinished, listTables, refuseUnfinished } from './move/unfinished.ts'

/** Opens the database with the newest schema and an audit log that is whole and as its HEAD says; throws one sentence where that fails. */
export async function openDatabase(place: Place): Promise<Kysely<Database>> {
  return (await openSoon(place, Number.POSITIVE_INFINITY)).db
}

/** A database that is open, and what of it was not looked at yet. */
export interface OpenedSoon {
  db: Kysely<Database>
  /** Of the log. */
  lines: number
  /** So many lines at the beginning of the log, and with them the file of SQLite, are to be checked afterwards; 0: none. */
  unread: number
}

/**
 * The same for a service that is to answer soon: of a log of more lines than `newest` only these are read, and the file is
 * not. The rest is for `server/audit/later-check.ts`.
 */
export async function openSoon(place: Place, newest: number): Promise<OpenedSoon> {
  const folder = auditFolder(place.dataDir)
  refuseMarked(folder)
  const opened = await open(place, newest)
  try {
    await checkHead(opened.db, folder)
  } catch (error) {
    await opened.db.destroy()
    throw error
  }
  return opened
}

/** Opens the database and reads all of it, without HEAD: for whoever looks into why the log is not as it says. */
export async function openChained(place: Place): Promise<Kysely<Database>> {
  return (await open(place, Number.POSITIVE_INFINITY)).db
}

async function open(place: Place, newest: number): Promise<OpenedSoon> {
  let db: Kysely<Database> | undefined
  let lines = 0
  let unread = 0
  try {
    db = connect(place)
    lines = await countLines(db)
    unread = lines > newest ? lines - newest : 0
    if (unread === 0) await checkFile(db)
    if (!(await isUnfinished(db))) await migrateToLatest(db)
  } catch (error) {
    // What cannot be opened cannot always be closed.
    await db?.destroy().catch(() => undefined)
    throw new Error(explainTrouble(error, place), { cause: error })
  }
  try {
    await refuseUnfinished(db)
    const found = unread === 0 ? await findBreak(db) : await findBreakAfter(db, unread)
    if (found !== undefined) throw new Error(sayBreak(found))
  } catch (error) {
    await db.destroy()
    // A part that is damaged may be met here first.
    throw isOfEngine(error) ? new Error(explainTrouble(error, place), { cause: error }) : error
  }
  return { db, lines, unread }
}

const isOfEngine = (error: unknown): boolean => error instanceof Error && 'code' in error

/** Before the first migration there is no log. */
const countLines = async (db: Kysely<Database>): Promise<number> =>
  (await listTables(db)).includes('audit_line') ? ((await findLastLine(db))?.seq ?? 0) : 0
