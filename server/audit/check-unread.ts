import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { checkFile } from '../db/check-file.ts'
import { connectForReading } from '../db/connect.ts'
import { engineOf } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { explainTrouble, type Place } from '../db/trouble.ts'
import { findBreak, sayBreak } from './verify.ts'

/** What is to be checked: the lines of a log up to one, and the file of SQLite. */
export interface CheckTask {
  place: Place
  upTo: number
}

/** What came of it. `left`: another process on this database is at it. */
export type CheckResult = { is: 'whole' } | { is: 'left' } | { is: 'broken'; sentence: string }

/** Any number that no one else in the database uses. */
export const CHECK_LOCK = 7_382_647

/** Between two pages it rests three times as long as a page took: others have three quarters of the disk and the database. */
const REST = 3

/**
 * Reads what a start has left unread, over a connection of its own that writes nothing: the chain page by page, with rests,
 * then the file. With PostgreSQL one process at a time does.
 *
 * @param say hears up to which line the chain is whole
 */
export async function checkUnread({ place, upTo }: CheckTask, say: (lines: number) => void): Promise<CheckResult> {
  const pool = connectForReading(place)
  try {
    return await pool.connection().execute(async (db) => {
      if (!(await takeTurn(db))) return { is: 'left' }
      const found = await findBreak(db, { upTo, onPage: restAfterEach(say) })
      if (found !== undefined) return { is: 'broken', sentence: sayBreak(found) }
      await checkFile(db)
      return { is: 'whole' }
    })
  } catch (error) {
    if (isDamage(error)) return { is: 'broken', sentence: explainTrouble(error, place) }
    throw error
  } finally {
    await pool.destroy()
  }
}

/** The lock is gone with the connection. */
async function takeTurn(db: Kysely<Database>): Promise<boolean> {
  if (engineOf(db) === 'sqlite') return true
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${CHECK_LOCK}) as taken`.execute(db)
  return rows[0]?.taken === true
}

function restAfterEach(say: (lines: number) => void): (seq: number) => Promise<void> {
  let begun = performance.now()
  return async (seq) => {
    say(seq)
    await delay(REST * (performance.now() - begun))
    begun = performance.now()
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
