import { type Kysely, sql } from 'kysely'
import type { Observation } from '../contract/observation.ts'
import type { Database } from '../db/schema.ts'
import { type EnteredRow, toEnteredRevision } from './rows.ts'

/** Which figures: absent, all of them. */
export interface FigureFilters {
  region?: string | undefined
  indicator?: string | undefined
  year?: number | undefined
  measure?: string | undefined
}

/** Where a list of figures begins: after this figure, in their fixed order. */
export type FigureKey = readonly [regionCode: string, indicatorCode: string, year: number, measure: string]

/** An approved figure in force, with what the method needs beside it. */
export interface ApprovedFigure extends Observation {
  /** The line that approved it. */
  approvedSeq: number
  /** The line in which a break of the series before this year was first approved. */
  breakSeq: number | null
}

interface FigureRow extends EnteredRow {
  decision_seq: number
  break_seq: number | null
  submitted_at: string | null
  decided_at: string
  decided_by: string
  comment: string | null
}

// Every revision that was approved by the audit line `seq`; of each region, indicator, year and measure the one approved
// last has recency 1.
function approvals(db: Kysely<Database>, seq: number, { region, indicator, year, measure }: FigureFilters) {
  let ranked = db
    .selectFrom('observation_step as decision')
    .innerJoin('observation_revision as revision', 'revision.seq', 'decision.observation_seq')
    .where('decision.step', '=', 'approved')
    .where('decision.seq', '<=', seq)
    .selectAll('revision')
    .select(['decision.seq as decision_seq', 'decision.comment'])
    .select([
      sql<number>`row_number() over (series_year order by decision.seq desc)`.as('recency'),
      sql<number | null>`case when revision.break_before = 1
        then min(case when revision.break_before = 1 then decision.seq end) over series_year end`.as('break_seq'),
    ])
    .modifyEnd(
      sql`window series_year as (partition by revision.region_code, revision.indicator_code, revision.year, revision.measure)`,
    )
  if (region !== undefined) ranked = ranked.where('revision.region_code', '=', region)
  if (indicator !== undefined) ranked = ranked.where('revision.indicator_code', '=', indicator)
  if (year !== undefined) ranked = ranked.where('revision.year', '=', year)
  if (measure !== undefined) ranked = ranked.where('revision.measure', '=', measure)
  return db.selectFrom(ranked.as('figure'))
}

/** With who and when, from the audit lines of entry, submission and approval. */
function told(figures: ReturnType<typeof approvals>) {
  return figures
    .innerJoin('audit_line as entry', 'entry.seq', 'figure.seq')
    .innerJoin('audit_line as decided', 'decided.seq', 'figure.decision_seq')
    .selectAll('figure')
    .select(['entry.at as entered_at', 'entry.actor as entered_by'])
    .select(['decided.at as decided_at', 'decided.actor as decided_by'])
    .select((eb) =>
      eb
        .selectFrom('observation_step as step')
        .innerJoin('audit_line as line', 'line.seq', 'step.seq')
        .select((inner) => inner.fn.max('line.at').as('at'))
        .whereRef('step.observation_seq', '=', 'figure.seq')
        .whereRef('step.seq', '<', 'figure.decision_seq')
        .where('step.step', '=', 'submitted')
        .as('submitted_at'),
    )
}

/** The approved figures in force, by region, indicator, year and measure, each compared by its bytes. */
export async function listApproved(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
  page: { limit?: number; after?: FigureKey | undefined } = {},
): Promise<ApprovedFigure[]> {
  let query = told(approvals(db, seq, filters).where('figure.recency', '=', 1))
    .orderBy('figure.region_code')
    .orderBy('figure.indicator_code')
    .orderBy('figure.year')
    .orderBy('figure.measure')
  if (page.after !== undefined) {
    const [region, indicator, year, measure] = page.after
    query = query.where(
      sql<boolean>`(figure.region_code, figure.indicator_code, figure.year, figure.measure) > (${region}, ${indicator}, cast(${year} as integer), ${measure})`,
    )
  }
  if (page.limit !== undefined) query = query.limit(page.limit)
  return (await query.execute()).map(toApprovedFigure)
}

/** Of each approved figure in force, whose and of which year it is, and whether it has a value or a reason for having none. */
export async function listApprovedYears(
  db: Kysely<Database>,
  seq: number,
): Promise<{ regionCode: string; indicatorCode: string; year: number; hasValue: boolean }[]> {
  const rows = await approvals(db, seq, {})
    .where('figure.recency', '=', 1)
    .select(['figure.region_code', 'figure.indicator_code', 'figure.year', 'figure.value'])
    .execute()
  return rows.map((row) => ({
    regionCode: row.region_code,
    indicatorCode: row.indicator_code,
    year: row.year,
    hasValue: row.value !== null,
  }))
}

/** Every revision of figures that was approved, the first approved first. */
export async function listHistory(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
): Promise<ApprovedFigure[]> {
  const rows = await told(approvals(db, seq, filters))
    .orderBy('figure.decision_seq')
    .execute()
  return rows.map(toApprovedFigure)
}

export async function countApproved(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
): Promise<{ all: number; sample: number }> {
  const row = await approvals(db, seq, filters)
    .where('figure.recency', '=', 1)
    .select((eb) => [
      eb.fn.countAll<number | string>().as('all'),
      eb.fn.coalesce(eb.fn.sum<number | string>('figure.sample'), eb.lit(0)).as('sample'),
    ])
    .executeTakeFirstOrThrow()
  // PostgreSQL answers counts and sums as text.
  return { all: Number(row.all), sample: Number(row.sample) }
}

function toApprovedFigure(row: FigureRow): ApprovedFigure {
  return {
    ...toEnteredRevision(row),
    state: 'approved',
    submittedAt: row.submitted_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    comment: row.comment,
    approvedSeq: row.decision_seq,
    breakSeq: row.break_seq,
  }
}
