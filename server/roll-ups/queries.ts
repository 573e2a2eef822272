import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { RegionFigure } from '../domain/roll-up.ts'

/** An approved figure of a region and year, as roll-ups take it. */
export interface AmountFigure extends RegionFigure {
  /** The revision in force. */
  id: number
  year: number
}

/** The approved figures in force by the audit line `seq`, by indicator, region and year: see `keyOf`. */
export async function listAmounts(
  db: Kysely<Database>,
  seq: number,
  { indicators, regions }: { indicators: readonly string[]; regions: readonly string[] },
): Promise<Map<string, AmountFigure>> {
  const rows = await db
    .selectFrom('observation_revision as revision')
    .innerJoin('observation_step as decision', 'decision.observation_seq', 'revision.seq')
    .where('decision.step', '=', 'approved')
    .where('decision.seq', '<=', seq)
    .where('revision.region_code', 'in', regions)
    .where('revision.indicator_code', 'in', indicators)
    .where('revision.measure', '=', 'value')
    .select(['revision.seq', 'revision.indicator_code', 'revision.region_code', 'revision.year', 'revision.value'])
    .select(['revision.missing_reason', 'revision.provisional', 'revision.break_before', 'revision.sample'])
    .orderBy('decision.seq')
    .execute()
  // Of several that were approved the last is in force.
  return new Map(
    rows.map((row) => [
      keyOf(row.indicator_code, row.region_code, row.year),
      {
        id: row.seq,
        year: row.year,
        value: row.value,
        missingReason: row.missing_reason,
        provisional: row.provisional === 1,
        breakBefore: row.break_before === 1,
        sample: row.sample === 1,
      },
    ]),
  )
}

export const keyOf = (indicatorCode: string, regionCode: string, year: number): string =>
  `${indicatorCode}/${regionCode}/${year}`
