import { type Kysely, sql } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import type { Desk } from './desk.ts'

// The figures in force as SQL that both engines take: from the revisions and their steps, and from the table of current
// figures that is kept beside them.

const TABLE = 'current_figure'

/** Of each figure the revision that was approved last, as any query finds it that has nothing but what was entered. */
const BY_WINDOW = `
  select revision.*, entry.at as entered_at, entry.actor as entered_by, decided.at as decided_at, decided.actor as decided_by,
    revision.approved_seq as decision_seq, revision.seq as observation_seq
  from (
    select r.*, d.seq as approved_seq, row_number() over (
      partition by r.region_code, r.indicator_code, r.year, r.measure order by d.seq desc) as recency
    from observation_step d join observation_revision r on r.seq = d.observation_seq where d.step = 'approved') as revision
  join audit_line entry on entry.seq = revision.seq
  join audit_line decided on decided.seq = revision.approved_seq
  where recency = 1`

const bit = (column: string): string => `case ${column} when 1 then 'true' else 'false' end`

/** The rows and columns of observations.csv, in its order. */
export async function figuresAsCsv({ db }: Pick<Desk, 'db'>): Promise<string> {
  const figures = (await hasTable(db)) ? TABLE : `(${BY_WINDOW})`
  return `
    select f.region_code, r.name_zh as region_zh, f.indicator_code, i.name_zh as indicator_zh, i.unit_zh, f.year, f.measure,
      f.value, f.missing_reason, ${bit('f.provisional')} as provisional, ${bit('f.break_before')} as break_before,
      f.source, f.note, f.revision, f.entered_by, f.entered_at, f.decided_by as approved_by, f.decided_at as approved_at,
      ${bit('f.sample')} as sample, f.observation_seq as entered_seq, f.approved_seq
    from ${figures} f join region r on r.code = f.region_code join indicator i on i.code = f.indicator_code
    order by f.region_code, f.indicator_code, f.year, f.measure`
}

/** The figure of the latest year of each region, indicator and measure, counted and summed so that nothing is sent. */
const latestOf = (figures: string): string => `
  select count(*) as figures, sum(length(value)) as characters from (
    select value, row_number() over (partition by region_code, indicator_code, measure order by year desc) as recency
    from (${figures}) as figure) as ranked
  where recency = 1`

/** The reference of goal 5. */
export const LATEST_BY_WINDOW = latestOf(`
  select region_code, indicator_code, measure, year, value from (
    select r.region_code, r.indicator_code, r.measure, r.year, r.value, row_number() over (
      partition by r.region_code, r.indicator_code, r.year, r.measure order by d.seq desc) as approval
    from observation_step d join observation_revision r on r.seq = d.observation_seq where d.step = 'approved') as approved
  where approval = 1`)

/**
 * The same from the table of current figures; undefined where there is none. One step of the key leads from a series to the
 * next, and one more to its latest year.
 */
export async function latestFromTable({ db, engine }: Pick<Desk, 'db' | 'engine'>): Promise<string | undefined> {
  if (!(await hasTable(db))) return undefined
  return engine === 'sqlite' ? LATEST_SQLITE : LATEST_POSTGRES
}

const LATEST_SQLITE = `
  select count(*) as figures, sum(length(value)) as characters from (
    select value, max(year) from ${TABLE} group by region_code, indicator_code, measure) as latest`

const LATEST_POSTGRES = latestOf(`select region_code, indicator_code, measure, year, value from ${TABLE}`)

export async function hasTable(db: Kysely<Database>): Promise<boolean> {
  try {
    await sql.raw(`select 1 from ${TABLE} limit 1`).execute(db)
    return true
  } catch {
    return false
  }
}
