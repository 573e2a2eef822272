import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { RegionFigure } from '../domain/roll-up.ts'
import type { Condition } from '../observations/approvals.ts'
import { listInForce } from '../observations/in-force.ts'

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
  const chosen: Condition = (table) => {
    const column = (name: string) => sql.ref(`${table}.${name}`)
    return sql`${column('region_code')} in (${sql.join(regions)}) and ${column('indicator_code')} in (${sql.join(indicators)})
      and ${column('measure')} = 'value'`
  }
  const rows = await listInForce(db, seq, chosen)
  return new Map(
    rows.map((row) => [
      keyOf(row.indicator_code, row.region_code, row.year),
      {
        id: row.observation_seq,
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
