import type { Transaction } from 'kysely'
import type { StepAction } from '../audit/change.ts'
import { type Actor, recordChange } from '../audit/record.ts'
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
  for (const observationId of new Set(ids)) {
    await recordChange(trx, actor, at, { action, data: { observationId, comment } })
  }
  return await findRevisions(trx, ids)
}
