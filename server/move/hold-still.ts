import { type Kysely, sql } from 'kysely'
import { findLastLine } from '../audit/queries.ts'
import { engineOf, whileNobodyWrites } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'

/** A database in which nothing changes meanwhile. */
export interface Held {
  /** Reads all of it as it was at one instant. */
  reader: Kysely<Database>
  /** Throws one sentence where it has changed all the same, or is no longer held. */
  checkUnchanged: () => Promise<void>
}

/** Uses a database while nobody writes to it: what the program records waits, and fails where it waits too long. */
export async function holdStill<Result>(db: Kysely<Database>, use: (held: Held) => Promise<Result>): Promise<Result> {
  return await whileNobodyWrites(db, async (lock) => {
    if (engineOf(db) === 'sqlite') return await use(await toHeld(lock, lock))
    await idleForLong(lock)
    // A second one: what it sees must begin after the lock was got, and sessions change without the lock.
    const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
    return await snapshot.execute(async (reader) => {
      await idleForLong(reader)
      return await use(await toHeld(reader, lock))
    })
  })
}

async function toHeld(reader: Kysely<Database>, lock: Kysely<Database>): Promise<Held> {
  // With this first read PostgreSQL settles what the reader sees.
  const was = await findLastLine(reader)
  const checkUnchanged = async (): Promise<void> => {
    const is = await findLastLine(lock)
    if (was?.hash === is?.hash) return
    throw new Error(
      `The log of the source has grown from ${was?.seq ?? 0} to ${is?.seq ?? 0} lines meanwhile. ${HOW_TO_GO_ON}`,
    )
  }
  return { reader, checkUnchanged }
}

const idleForLong = async (db: Kysely<Database>): Promise<void> =>
  void (await sql`set local idle_in_transaction_session_timeout = 0`.execute(db))

const HOW_TO_GO_ON = 'Stop what writes to it, and run the same command again: it goes on.'
