import { type Kysely, type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Observation } from '../contract/observation.ts'
import type { CurrentFigureTable, Database } from '../db/schema.ts'

/** Which figures: absent, all of them. */
export interface FigureFilters {
  region?: string | undefined
  indicator?: string | undefined
  year?: number | undefined
  measure?: string | undefined
  /** Only of indicators and regions that have a target. */
  isTargeted?: boolean | undefined
}

/** Where a list of figures begins: after this figure, in their fixed order. */
export type FigureKey = readonly [regionCode: string, indicatorCode: string, year: number, measure: string]

export const placeOf = ({ regionCode, indicatorCode, year, measure }: Observation): FigureKey => [
  regionCode,
  indicatorCode,
  year,
  measure,
]

/** An approved figure as it is kept. */
export type ApprovedRow = Selectable<CurrentFigureTable>

/** A condition on the columns of a figure of this table. */
export type Condition = (table: string) => RawBuilder<SqlBool>

/** What names a figure, in the order of every list. */
export const FIGURE_KEY = ['region_code', 'indicator_code', 'year', 'measure'] as const

/** The columns of a figure as it is kept. */
export const FIGURE_COLUMNS = [
  ...FIGURE_KEY,
  ...(['observation_seq', 'approved_seq', 'first_break_seq', 'value', 'missing_reason', 'provisional'] as const),
  ...(['break_before', 'source', 'note', 'revision', 'correction_code', 'correction_reason', 'sample'] as const),
  ...(['entered_at', 'entered_by', 'submitted_at', 'decided_at', 'decided_by', 'comment'] as const),
] as const satisfies readonly (keyof CurrentFigureTable)[]

/** The fixed order of lists, for rows with these columns. */
export const IN_KEY_ORDER = sql.join(FIGURE_KEY.map((column) => sql.ref(column)))

export const keyOf = (table: string) => sql.join(FIGURE_KEY.map((column) => sql.ref(`${table}.${column}`)))

const place = ([region, indicator, year, measure]: FigureKey) =>
  sql`(${region}, ${indicator}, cast(${year} as integer), ${measure})`

/** That a figure is one of those chosen, and in their fixed order after one and not after another. */
export function matching(filters: FigureFilters, after?: FigureKey, upTo?: FigureKey): Condition {
  const { region, indicator, year, measure, isTargeted } = filters
  return (table) => {
    const column = (name: (typeof FIGURE_KEY)[number]) => sql.ref(`${table}.${name}`)
    const conditions: RawBuilder<SqlBool>[] = []
    if (region !== undefined) conditions.push(sql`${column('region_code')} = ${region}`)
    if (indicator !== undefined) conditions.push(sql`${column('indicator_code')} = ${indicator}`)
    if (year !== undefined) conditions.push(sql`${column('year')} = ${year}`)
    if (measure !== undefined) conditions.push(sql`${column('measure')} = ${measure}`)
    if (isTargeted === true) {
      const series = sql`${column('region_code')}, ${column('indicator_code')}`
      conditions.push(sql`(${series}) in (select region_code, indicator_code from target)`)
    }
    if (after !== undefined) conditions.push(sql`(${keyOf(table)}) > ${place(after)}`)
    if (upTo !== undefined) conditions.push(sql`(${keyOf(table)}) <= ${place(upTo)}`)
    return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`1 = 1`
  }
}

/**
 * Every revision that was approved by the audit line `seq`, with who and when; of each region, indicator, year and measure
 * the one approved last has recency 1.
 *
 * @param chosen holds for all revisions of a figure or for none
 */
export function approvals(db: Kysely<Database>, seq: number, chosen: Condition) {
  const ranked = db
    .selectFrom('observation_step as decision')
    .innerJoin('observation_revision as revision', 'revision.seq', 'decision.observation_seq')
    .where('decision.step', '=', 'approved')
    .where('decision.seq', '<=', seq)
    .where(chosen('revision'))
    .selectAll('revision')
    .select(['revision.seq as observation_seq', 'decision.seq as approved_seq', 'decision.comment'])
    .select([
      sql<number>`row_number() over (figure order by decision.seq desc)`.as('recency'),
      sql<number | null>`min(case when revision.break_before = 1 then decision.seq end) over figure`.as(
        'first_break_seq',
      ),
    ])
    .modifyEnd(sql`window figure as (partition by ${keyOf('revision')})`)
  const submittedAt = db
    .selectFrom('observation_step as step')
    .innerJoin('audit_line as line', 'line.seq', 'step.seq')
    .select(({ fn }) => fn.max('line.at').as('at'))
    .where(sql<SqlBool>`step.observation_seq = figure.observation_seq and step.seq < figure.approved_seq`)
    .where('step.step', '=', 'submitted')
  const told = db
    .selectFrom(ranked.as('figure'))
    .innerJoin('audit_line as entry', 'entry.seq', 'figure.observation_seq')
    .innerJoin('audit_line as decided', 'decided.seq', 'figure.approved_seq')
    .selectAll('figure')
    .select(['entry.at as entered_at', 'entry.actor as entered_by', submittedAt.as('submitted_at')])
    .select(['decided.at as decided_at', 'decided.actor as decided_by'])
  return db.selectFrom(told.as('told')).select(FIGURE_COLUMNS)
}
