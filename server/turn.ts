import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { whileNobodyWrites } from './db/dialect.ts'
import type { Database } from './db/schema.ts'
import { isRunning, MAKER } from './snapshots/maker.ts'

// Longer than one step of any such work; clocks of servers differ by less.
const HELD_MS = 300_000

/** Says that the work goes on; false where it took so long that another process has begun it, and this one has to stop. */
export type KeepTurn = () => Promise<boolean>

/**
 * Does `work` unless a process does work of that name, on whichever server; answers whether it did. The turn of a process
 * that has died ends when it is seen, or after five minutes.
 */
export async function inTurn(
  db: Kysely<Database>,
  name: string,
  clock: () => Date,
  work: (keep: KeepTurn) => Promise<unknown>,
): Promise<boolean> {
  const holder = `${MAKER}-${randomUUID()}`
  if (!(await take(db, name, holder, clock()))) return false
  try {
    await work(() => keep(db, name, holder, clock()))
  } finally {
    await db.deleteFrom('turn').where('work', '=', name).where('holder', '=', holder).execute()
  }
  return true
}

const untilOf = (now: Date): string => new Date(now.getTime() + HELD_MS).toISOString()

async function take(db: Kysely<Database>, work: string, holder: string, now: Date): Promise<boolean> {
  return await whileNobodyWrites(db, async (trx) => {
    const held = await trx.selectFrom('turn').selectAll().where('work', '=', work).executeTakeFirst()
    if (held !== undefined && held.until > now.toISOString() && isRunning(held.holder) !== false) return false
    await trx.deleteFrom('turn').where('work', '=', work).execute()
    await trx
      .insertInto('turn')
      .values({ work, holder, until: untilOf(now) })
      .execute()
    return true
  })
}

async function keep(db: Kysely<Database>, work: string, holder: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('turn')
    .set({ until: untilOf(now) })
    .where('work', '=', work)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
