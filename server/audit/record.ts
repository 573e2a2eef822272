import type { Transaction } from 'kysely'
import { noteDone } from '../db/once.ts'
import type { Database } from '../db/schema.ts'
import type { Role } from '../domain/words.ts'
import { putInForce } from '../observations/current-figures.ts'
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
  return (await recordAll(trx, actor, at, [change], reason)).seq
}

/** The same for many that one person does at once; answers their lines in order. */
export async function recordChanges(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  changes: readonly Change[],
): Promise<number[]> {
  const { seq } = await recordAll(trx, actor, at, changes)
  return changes.map((_, index) => seq - changes.length + 1 + index)
}

type End = NonNullable<Awaited<ReturnType<typeof findLastLine>>>

/** Answers the new end of the log. */
async function recordAll(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  changes: readonly Change[],
  reason?: string,
): Promise<End> {
  await noteDone(trx, at)
  const before = (await findLastLine(trx)) ?? { seq: 0, at: '', hash: GENESIS }
  const instant = at.toISOString()
  let end: End = { ...before, at: before.at > instant ? before.at : instant }
  for (const change of changes) end = await recordNext(trx, actor, end, change, reason)
  if (changes.some(({ action }) => action === 'observation.approve')) await putInForce(trx, before.seq + 1, end.seq)
  return end
}

/** Writes the line that comes after `end`, at its instant, with its rows. */
async function recordNext(
  trx: Transaction<Database>,
  { username, role }: Actor,
  end: End,
  change: Change,
  reason?: string,
): Promise<End> {
  const unstorable = findUnstorable({ ...change.data, reason })
  if (unstorable !== undefined) throw new Error(`${unstorable}: text with NUL or half a character`)
  const seq = end.seq + 1
  const { action } = change
  const entry = { seq, at: end.at, actor: username, role, action, object: objectOf(change, seq) }
  const line = JSON.stringify({ ...entry, data: change.data, reason, prev: end.hash })
  const hash = hashOf(line)
  await trx
    .insertInto('audit_line')
    .values({ ...entry, line, hash, reason: reason ?? null })
    .execute()
  await applyChange(trx, seq, change)
  return { seq, at: end.at, hash }
}
