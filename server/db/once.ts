import { AsyncLocalStorage } from 'node:async_hooks'
import type { Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** A request that was sent again, and is done already; whoever sent it has to look, since its answer is lost. */
export class DoneBefore extends Error {}

/** Longer than any proxy goes on sending the same again. */
const KEPT_MS = 600_000

const requests = new AsyncLocalStorage<{ id: string; hasBegun: boolean }>()
const noted = new WeakSet<Transaction<Database>>()

/** Does `work` for the request of this name, which changes something once, however often and to whichever server it is sent. */
export const onceAs = <Result>(id: string, work: () => Result): Result => requests.run({ id, hasBegun: false }, work)

/** At the beginning of each transaction that writes. @throws {DoneBefore} where the request is done already */
export async function refuseDone(trx: Transaction<Database>): Promise<void> {
  const request = requests.getStore()
  // Of several transactions the later ones belong to what the first has begun.
  if (request === undefined || request.hasBegun) return
  request.hasBegun = true
  const found = await trx.selectFrom('request_done').select('id').where('id', '=', request.id).executeTakeFirst()
  if (found !== undefined) throw new DoneBefore(`the request ${request.id} is done already`)
}

/** Notes, together with what it changes, that the request is done. */
export async function noteDone(trx: Transaction<Database>, now: Date): Promise<void> {
  const request = requests.getStore()
  if (request === undefined || noted.has(trx)) return
  noted.add(trx)
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString()
  await trx.deleteFrom('request_done').where('at', '<', oldest).execute()
  const row = { id: request.id, at: now.toISOString() }
  await trx
    .insertInto('request_done')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
