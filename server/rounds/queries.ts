import type { Kysely } from 'kysely'
import type { RoundAnswer } from '../contract/round.ts'
import { findLastOf } from '../audit/last-of.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'

/** The rounds as they stood at the audit line `seq`, the one that was opened last first, each with how it was changed. */
export async function listRounds(db: Kysely<Database>, seq: number): Promise<readonly RoundAnswer[]> {
  const last = await findLastOf(db, 'rounds', seq)
  return await remembered(db, 'rounds', last, () => readRounds(db, last))
}

async function readRounds(db: Kysely<Database>, seq: number): Promise<RoundAnswer[]> {
  const rows = await db
    .selectFrom('round_revision as revision')
    .innerJoin('round', 'round.id', 'revision.round_id')
    .innerJoin('audit_line as line', 'line.seq', 'revision.seq')
    .selectAll('revision')
    .select(['round.year', 'round.kind', 'line.at', 'line.actor', 'line.reason'])
    .where('revision.seq', '<=', seq)
    .orderBy('revision.seq')
    .execute()
  const regions = Map.groupBy(
    await db.selectFrom('round_region').selectAll().orderBy('region_code').execute(),
    (row) => row.round_revision_seq,
  )
  const indicators = Map.groupBy(
    await db.selectFrom('round_indicator').selectAll().orderBy('indicator_code').execute(),
    (row) => row.round_revision_seq,
  )
  const rounds = [...Map.groupBy(rows, (row) => row.round_id).values()].flatMap((revisions) => {
    const newest = revisions.at(-1)
    if (newest === undefined) return []
    return {
      id: newest.round_id,
      year: newest.year,
      kind: newest.kind,
      regionCodes: (regions.get(newest.seq) ?? []).map((row) => row.region_code),
      indicatorCodes: newest.limited === 1 ? (indicators.get(newest.seq) ?? []).map((row) => row.indicator_code) : null,
      opensOn: newest.opens_on,
      closesOn: newest.closes_on,
      revision: newest.revision,
      history: revisions.map((row) => ({
        revision: row.revision,
        at: row.at,
        by: row.actor,
        reason: row.reason,
        opensOn: row.opens_on,
        closesOn: row.closes_on,
      })),
    }
  })
  return rounds.toReversed()
}
