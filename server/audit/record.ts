import type { Transaction } from 'kysely'
import { noteDone } from '../db/once.ts'
import type { Database } from '../db/schema.ts'
import type { Role } from '../domain/words.ts'
import { GENESIS, hashOf } from './chain.ts'
import { applyChange, type Change, objectOf } from './change.ts'
import { findLastLine } from './queries.ts'
import { findUnstorable } from './storable.ts'

export interface Actor {
  username: string
  role: Role
}

/**
 * Writes one change: its line in the audit log, and the rows that follow from it. There is no other way to change data.
 *
 * @param at when it happened; a clock that ran backwards is held at the instant of the line before
 * @param reason why, where whoever acts has to say so
 * @returns the sequence number of the line, which is also the key of the revision or step that it made
 */
export async function recordChange(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  change: Change,
  reason?: string,
): Promise<number> {
  const unstorable = findUnstorable({ ...change.data, reason })
  if (unstorable !== undefined) throw new Error(`${unstorable}: text with NUL or half a character`)
  await noteDone(trx, at)
  const last = await findLastLine(trx)
  const seq = (last?.seq ?? 0) + 1
  const instant = at.toISOString()
  const entry = {
    seq,
    at: last !== undefined && last.at > instant ? last.at : instant,
    actor: actor.username,
    role: actor.role,
    action: change.action,
    object: objectOf(change, seq),
  }
  const line = JSON.stringify({ ...entry, data: change.data, reason, prev: last?.hash ?? GENESIS })
  await trx
    .insertInto('audit_line')
    .values({ ...entry, line, hash: hashOf(line), reason: reason ?? null })
    .execute()
  await applyChange(trx, seq, change)
  return seq
}
