import type { Transaction } from 'kysely'
import type { StepAction } from '../audit/change.ts'
import { type Actor, recordChanges } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { findRevisions, type Revision } from './revisions.ts'

/** Takes one step with each of these revisions, once where one is named twice; answers them as they stand then, in the order of `ids`. */
export async function recordSteps(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  action: StepAction,
  ids: readonly number[],
  comment: string | null = null,
): Promise<Revision[]> {
  const steps = [...new Set(ids)].map((observationId) => ({ action, data: { observationId, comment } }))
  await recordChanges(trx, actor, at, steps)
  return await findRevisions(trx, ids)
}
