import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import { addDraft, record } from './world.ts'

/** Where the laboratories of 2025 stand, before anyone asks. */
export const FIGURE_STATES = ['draft', 'submitted', 'returned', 'discarded'] as const
export type FigureState = (typeof FIGURE_STATES)[number]

/** Gives the region's laboratories of 2025 a new revision in this state; answers its id. The value tells it from all others. */
export async function bringFigure(
  db: Kysely<Database>,
  regionCode: string,
  state: FigureState,
  value: string,
): Promise<number> {
  const newest = await db
    .selectFrom('observation_revision')
    .select(['seq', 'revision'])
    .where('region_code', '=', regionCode)
    .where('indicator_code', '=', 'laboratories')
    .where('year', '=', 2025)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest !== undefined && (await isUnderReview(db, newest.seq))) {
    await record(db, { action: 'observation.withdraw', data: { observationId: newest.seq, comment: null } })
  }
  const revision = (newest?.revision ?? 0) + 1
  const observationId = await addDraft(db, { regionCode, year: 2025, revision, value })
  const step = { observationId, comment: null }
  if (state === 'discarded') await record(db, { action: 'observation.discard', data: step })
  if (state === 'draft' || state === 'discarded') return observationId
  await record(db, { action: 'observation.submit', data: step })
  if (state === 'returned') {
    await record(db, { action: 'observation.return', data: { observationId, comment: '请核对' } })
  }
  return observationId
}

async function isUnderReview(db: Kysely<Database>, observationSeq: number): Promise<boolean> {
  const last = await db
    .selectFrom('observation_step')
    .select('step')
    .where('observation_seq', '=', observationSeq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.step === 'submitted'
}
