import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { FigureText } from '../domain/model.ts'

/** One revision of what a target counts in the composite progress. */
export interface TargetWeight {
  targetId: string
  revision: number
  /** From 0 on. */
  weight: FigureText
}

export async function insertWeight(
  trx: Transaction<Database>,
  seq: number,
  { targetId, revision, weight }: TargetWeight,
): Promise<void> {
  await trx.insertInto('target_weight').values({ seq, target_id: targetId, revision, weight }).execute()
}
