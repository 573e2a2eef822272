import { type Kysely, type SqlBool, sql } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import type { ChangedFigure } from '../contract/changes.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import { type Condition, FIGURE_KEY, keyOf, matching } from '../observations/approvals.ts'
import { type ApprovedFigure, listHistory } from '../observations/queries.ts'
import { figureKey } from '../observations/revisions.ts'
import { pause } from '../pause.ts'
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

export interface FigureCounts {
  added: number
  corrected: number
}

/** How many of these approvals brought a figure and how many put another in its place. */
export async function countFigures(db: Kysely<Database>, approved: Approved): Promise<FigureCounts> {
  const { since, region, plan, target } = approved
  const upTo = await findLastOf(db, 'judged', approved.upTo)
  const key = JSON.stringify([since, region, plan, target])
  // Which figures a plan or target is about becomes another with its targets.
  const isFixed = plan === undefined && target === undefined
  const count = async (): Promise<FigureCounts> =>
    isFixed ? await countFrom(db, key, { ...approved, upTo }) : await countOn(db, approved, { upTo: since, ...NONE })
  return await remembered(db, 'counts of changes', upTo, count, key)
}

interface Counted extends FigureCounts {
  upTo: number
}

const NONE: FigureCounts = { added: 0, corrected: 0 }

/** Of so many choices the counts are kept. */
const MOST_KEPT = 50

const counted = new WeakMap<Kysely<Database>, Map<string, Promise<Counted>>>()

/** From where it was counted last, onwards or back. */
async function countFrom(db: Kysely<Database>, key: string, approved: Approved): Promise<FigureCounts> {
  const kept = counted.get(db) ?? new Map<string, Promise<Counted>>()
  counted.set(db, kept)
  const begin = { upTo: approved.since, ...NONE }
  const before = (kept.get(key) ?? Promise.resolve(begin)).catch(() => begin)
  const furthest = before.then((last) => (last.upTo < approved.upTo ? countOn(db, approved, last) : last))
  kept.delete(key)
  kept.set(key, furthest)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  const last = await furthest
  if (last.upTo <= approved.upTo) return last
  const since = Math.max(approved.upTo, approved.since)
  const later = await countOn(db, { ...approved, upTo: last.upTo }, { upTo: since, ...NONE })
  return { added: last.added - later.added, corrected: last.corrected - later.corrected }
}

/** So many lines of the log are looked through by one statement. */
const LINES = 20_000

async function countOn(db: Kysely<Database>, approved: Approved, last: Counted): Promise<Counted> {
  let { upTo, added, corrected } = last
  while (upTo < approved.upTo) {
    const next = approved.byLines ? Math.min(upTo + LINES, approved.upTo) : approved.upTo
    const { all, again } = await chosen(db, approved, { since: upTo, upTo: next })
      .select(({ fn }) => fn.countAll<number | string>().as('all'))
      .select(sql<number | string>`coalesce(sum(case when ${wasApprovedBefore} then 1 else 0 end), 0)`.as('again'))
      .executeTakeFirstOrThrow()
    // PostgreSQL answers counts as text.
    added += Number(all) - Number(again)
    corrected += Number(again)
    upTo = next
    await pause()
  }
  return { upTo, added, corrected }
}

const wasApprovedBefore = sql<SqlBool>`revision.revision > 1 and exists (
  select 1 from observation_revision as former
  join observation_step as approval on approval.observation_seq = former.seq
  where (${keyOf('former')}) = (${keyOf('revision')})
    and approval.step = 'approved' and approval.seq < decision.seq)`

/** The approvals themselves, of a part of these lines. */
function chosen(db: Kysely<Database>, approved: Approved, { since, upTo }: Part = approved) {
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
