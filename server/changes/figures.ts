import { type Kysely, type SqlBool, sql } from 'kysely'
import type { ChangedFigure } from '../contract/changes.ts'
import type { Database } from '../db/schema.ts'
import { type Condition, FIGURE_KEY, keyOf, matching } from '../observations/approvals.ts'
import { type ApprovedFigure, listHistory } from '../observations/queries.ts'
import { figureKey } from '../observations/revisions.ts'
import { seriesOf } from '../targets/judge.ts'

/** Of what figures the changes are told; absent, of all. Of a plan or target, of the series that its targets are about. */
export interface ChangesFilters {
  region?: string | undefined
  plan?: string | undefined
  target?: string | undefined
}

/** The figures that were approved after the line `since` and up to the line `upTo`, by which targets are known. */
export interface Approved extends ChangesFilters {
  since: number
  upTo: number
  /** Whether they are looked for line by line; else by what figures they are, of which there are fewer. */
  byLines: boolean
}

/** The approvals themselves, of a part of these lines. */
export function chosen(db: Kysely<Database>, approved: Approved, { since, upTo }: Part = approved) {
  // By the bare number both engines would look for lines.
  const line = approved.byLines ? sql<number>`decision.seq` : sql<number>`+ decision.seq`
  return db
    .selectFrom('observation_step as decision')
    .innerJoin('observation_revision as revision', 'revision.seq', 'decision.observation_seq')
    .where('decision.step', '=', 'approved')
    .where(sql<SqlBool>`${line} > ${since} and ${line} <= ${upTo}`)
    .where(ofThese(approved)('revision'))
}

/** After one line, up to another. */
type Part = Pick<Approved, 'since' | 'upTo'>

function ofThese({ region, plan, target, upTo }: Approved): Condition {
  return (table) => {
    const ofRegion = matching({ region })(table)
    if (plan === undefined && target === undefined) return ofRegion
    const about = sql`${sql.ref(`${table}.region_code`)}, ${sql.ref(`${table}.indicator_code`)}`
    const which = [
      sql<SqlBool>`seq <= ${upTo}`,
      ...(plan === undefined ? [] : [sql<SqlBool>`plan_code = ${plan}`]),
      ...(target === undefined ? [] : [sql<SqlBool>`id = ${target}`]),
    ]
    const series = sql`select region_code, indicator_code from target where ${sql.join(which, sql` and `)}`
    return sql`${ofRegion} and (${about}) in (${series})`
  }
}

/** The newest so many of these approvals that are not after the line `last`, newest first, each with what it replaced. */
export async function listFigures(
  db: Kysely<Database>,
  approved: Approved,
  targetsOf: TargetsOf,
  limit: number,
  last = approved.upTo,
): Promise<ChangedFigure[]> {
  const lines = await chosen(db, approved, { since: approved.since, upTo: last })
    .select('decision.seq')
    .orderBy('decision.seq', 'desc')
    .limit(limit)
    .execute()
  const first = lines.at(-1)?.seq
  if (first === undefined) return []
  const page = { since: first - 1, upTo: last }
  const keys = chosen(db, approved, page).select(FIGURE_KEY.map((column) => `revision.${column}` as const))
  const history = await listHistory(db, last, (table) => sql`(${keyOf(table)}) in ${keys}`)
  return changesIn(history, page, targetsOf)
}

/** The same, all of them page by page. */
export async function* figurePages(
  db: Kysely<Database>,
  approved: Approved,
  targetsOf: TargetsOf,
): AsyncGenerator<ChangedFigure[]> {
  let last = approved.upTo
  for (;;) {
    const page = await listFigures(db, approved, targetsOf, PAGE, last)
    yield page
    if (page.length < PAGE) return
    last = (page.at(-1)?.approvedSeq ?? 0) - 1
  }
}

/** What of this series was approved, newest first. */
export async function listFiguresOf(
  db: Kysely<Database>,
  { since, upTo }: Part,
  { regionCode: region, indicatorCode: indicator }: Series,
  targetsOf: TargetsOf,
): Promise<ChangedFigure[]> {
  const history = await listHistory(db, upTo, matching({ region, indicator }))
  return changesIn(history, { since, upTo }, targetsOf)
}

interface Series {
  regionCode: string
  indicatorCode: string
}

/** So many are in memory at a time. */
const PAGE = 1000

/** By series, the ids of the targets that are about it. */
export type TargetsOf = ReadonlyMap<string, readonly string[]>

/** What was approved in this part of the history of figures, newest first. */
function changesIn(history: readonly ApprovedFigure[], { since }: Part, targetsOf: TargetsOf): ChangedFigure[] {
  const newest = new Map<string, ApprovedFigure>()
  const changed = history.map((figure): ChangedFigure => {
    const key = figureKey(figure)
    const before = newest.get(key)
    newest.set(key, figure)
    const { id, regionCode, indicatorCode, year, measure, correction, sample, enteredBy, decidedBy } = figure
    return {
      regionCode,
      indicatorCode,
      year,
      measure,
      change: before === undefined ? 'added' : 'corrected',
      at: figure.decidedAt ?? figure.enteredAt,
      before: before === undefined ? null : toldValue(before),
      after: toldValue(figure),
      correction,
      sample,
      enteredBy,
      decidedBy,
      seq: id,
      approvedSeq: figure.approvedSeq,
      targetIds: [...(targetsOf.get(seriesOf(figure)) ?? [])],
    }
  })
  return changed.filter(({ approvedSeq }) => approvedSeq > since).toReversed()
}

const toldValue = ({ value, missingReason, provisional, breakBefore }: ApprovedFigure): ChangedFigure['after'] => ({
  value,
  missingReason,
  provisional,
  breakBefore,
})
