import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { connectSqlite } from '../db/connect.ts'
import { migrateToLatest } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import { countStaleFigures } from '../observations/current-figures.ts'
import { type Difference, findDifferences } from './compare-tables.ts'
import { compareWithHead } from './head.ts'
import { findLastLine, readLines } from './queries.ts'
import { replayLog } from './replay.ts'
import { findBreak } from './verify.ts'

export interface DatabaseCheck {
  lines: number
  /** Whether the whole log could be played, so that the tables were compared. */
  isPlayed: boolean
  /** What is wrong with the chain, HEAD, or the playing of the log; a sentence each. */
  troubles: string[]
  /** The first of them. */
  differences: Difference[]
  /** All of them. */
  differing: number
  /** Rows of what is kept beside the tables that do not follow from them. */
  stale: number
}

/** So many differences are told; the rest is counted. */
const TOLD = 20

/**
 * Plays the whole log into a database of its own and compares every table with it; reads the chain and HEAD as well.
 * Nothing is written to the database itself; what is recorded meanwhile is left out.
 *
 * @param say is told how far it is
 */
export async function checkDatabase(
  db: Kysely<Database>,
  folder: string,
  say: (progress: string) => void = () => undefined,
): Promise<DatabaseCheck> {
  say('reading the chain')
  const broken = await findBreak(db)
  const { trouble } = await compareWithHead(db, folder)
  const check = await checkTables(db, say)
  const troubles = [
    ...(broken === undefined ? [] : [`The audit log is broken at line ${broken.seq}: ${broken.why}.`]),
    ...(trouble === undefined ? [] : [trouble]),
    // A broken chain is why it cannot be played.
    ...(broken === undefined ? check.troubles : []),
  ]
  return { ...check, troubles }
}

/** The same without chain and HEAD. */
export async function checkTables(db: Kysely<Database>, say: (progress: string) => void): Promise<DatabaseCheck> {
  const lines = (await findLastLine(db))?.seq ?? 0
  const check: DatabaseCheck = { lines, isPlayed: false, troubles: [], differences: [], differing: 0, stale: 0 }
  const temporary = mkdtempSync(path.join(tmpdir(), 'tanbiao-replay-'))
  const rebuilt = connectSqlite(path.join(temporary, 'tanbiao.sqlite'))
  try {
    await migrateToLatest(rebuilt)
    await replayLog(rebuilt, counted(readLines(db, lines), lines, say))
    check.isPlayed = true
    await compare(db, rebuilt, check, say)
    say('comparing the figures in force')
    // They follow from the other tables: of wrong ones nothing right does.
    if (check.differing === 0) check.stale = await countStaleFigures(db)
  } catch (error) {
    check.troubles.push(`The log cannot be played again: ${messageOf(error)}`)
  } finally {
    await rebuilt.destroy()
    rmSync(temporary, { recursive: true, force: true })
  }
  return check
}

async function compare(
  db: Kysely<Database>,
  rebuilt: Kysely<Database>,
  check: DatabaseCheck,
  say: (progress: string) => void,
): Promise<void> {
  say('comparing the tables')
  for await (const difference of findDifferences(db, rebuilt, check.lines)) {
    check.differing += 1
    if (check.differences.length < TOLD) check.differences.push(difference)
  }
}

async function* counted(
  lines: AsyncIterable<string>,
  all: number,
  say: (progress: string) => void,
): AsyncGenerator<string> {
  let count = 0
  for await (const line of lines) {
    if (count++ % 1000 === 0) say(`playing line ${count} of ${all}`)
    yield line
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
