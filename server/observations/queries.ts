import { type Kysely, sql } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import type { Observation } from '../contract/observation.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import {
  type ApprovedRow,
  approvals,
  type Condition,
  FIGURE_KEY,
  type FigureFilters,
  type FigureKey,
  IN_KEY_ORDER,
  matching,
} from './approvals.ts'
import { inForce, lastApproval, listInForce } from './in-force.ts'
import { toEnteredRevision } from './rows.ts'

/** An approved figure in force, with what the method needs beside it. */
export interface ApprovedFigure extends Observation {
  /** The line that approved it. */
  approvedSeq: number
  /** The line in which a break of the series before this year was first approved. */
  breakSeq: number | null
}

/** The approved figures in force, by region, indicator, year and measure, each compared by its bytes. */
export async function listApproved(
  db: Kysely<Database>,
  seq: number,
  filters: FigureFilters,
  page: { limit?: number; after?: FigureKey | undefined; upTo?: FigureKey | undefined } = {},
): Promise<ApprovedFigure[]> {
  const rows = await listInForce(db, seq, matching(filters, page.after, page.upTo), page.limit)
  return rows.map(toApprovedFigure)
}

/**
 * The place of the figure that is so many further; undefined where there are less. A page up to a place costs the same
 * wherever it lies, however much has changed since the instant that is asked for; of one with a limit all is looked through.
 */
export async function findPlace(
  db: Kysely<Database>,
  filters: FigureFilters,
  after: FigureKey | undefined,
  further: number,
): Promise<FigureKey | undefined> {
  const row = await db
    .selectFrom('current_figure')
    .select(FIGURE_KEY)
    .where(matching(filters, after)('current_figure'))
    .orderBy(IN_KEY_ORDER)
    .offset(further - 1)
    .limit(1)
    .executeTakeFirst()
  return row && [row.region_code, row.indicator_code, row.year, row.measure]
}

/** Of each approved figure in force of what has a target, whose and of which year it is, and whether it has a value or a reason for having none. */
export async function listTargetedYears(
  db: Kysely<Database>,
  seq: number,
): Promise<{ regionCode: string; indicatorCode: string; year: number; hasValue: boolean }[]> {
  const rows = await db
    .selectFrom(inForce(db, seq, matching({ isTargeted: true })).as('figure'))
    .select(['region_code', 'indicator_code', 'year', 'value'])
    .execute()
  return rows.map((row) => ({
    regionCode: row.region_code,
    indicatorCode: row.indicator_code,
    year: row.year,
    hasValue: row.value !== null,
  }))
}

/**
 * Every revision of figures that was approved, the first approved first.
 *
 * @param chosen holds for all revisions of a figure or for none
 */
export async function listHistory(db: Kysely<Database>, seq: number, chosen: Condition): Promise<ApprovedFigure[]> {
  const rows = await approvals(db, seq, chosen).orderBy('approved_seq').execute()
  return rows.map(toApprovedFigure)
}

/** How many approved figures are in force, and how many of them are sample figures. */
export async function countApproved(db: Kysely<Database>, seq: number, filters: FigureFilters): Promise<Counts> {
  const count = async (): Promise<Counts> =>
    (await findKeptCount(db, seq, filters)) ?? (await countNow(db, seq, filters))
  const { region, indicator, year, measure, isTargeted } = filters
  // Of one region there are few; of all, as many counts as regions and years.
  if (region !== undefined) return await count()
  const last = await findLastOf(db, 'judged', seq)
  return await remembered(db, 'counts of figures', last, count, JSON.stringify([indicator, year, measure, isTargeted]))
}

interface Counts {
  all: number
  sample: number
}

/** By the counts that are kept of each region and year; undefined where they do not say it. */
async function findKeptCount(
  db: Kysely<Database>,
  seq: number,
  { region, indicator, year, measure, isTargeted = false }: FigureFilters,
): Promise<Counts | undefined> {
  if (indicator !== undefined || measure !== undefined || isTargeted) return undefined
  let counts = db
    .selectFrom('figure_count')
    .select((eb) => [
      eb.fn.sum<number | string | null>('figures').as('all'),
      eb.fn.sum<number | string | null>('samples').as('sample'),
      lastApproval(db).as('last'),
    ])
  if (region !== undefined) counts = counts.where('region_code', '=', region)
  if (year !== undefined) counts = counts.where('year', '=', year)
  const { all, sample, last } = await counts.executeTakeFirstOrThrow()
  // PostgreSQL answers sums as text.
  return (last ?? 0) > seq ? undefined : { all: Number(all ?? 0), sample: Number(sample ?? 0) }
}

async function countNow(db: Kysely<Database>, seq: number, filters: FigureFilters): Promise<Counts> {
  const { all, sample } = await db
    .selectFrom(inForce(db, seq, matching(filters)).as('figure'))
    .select(({ fn }) => [
      fn.countAll<number | string>().as('all'),
      sql<number | string>`coalesce(sum(sample), 0)`.as('sample'),
    ])
    .executeTakeFirstOrThrow()
  return { all: Number(all), sample: Number(sample) }
}

function toApprovedFigure(row: ApprovedRow): ApprovedFigure {
  return {
    ...toEnteredRevision({ ...row, seq: row.observation_seq }),
    state: 'approved',
    submittedAt: row.submitted_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    comment: row.comment,
    approvedSeq: row.approved_seq,
    breakSeq: row.break_before === 1 ? row.first_break_seq : null,
  }
}
