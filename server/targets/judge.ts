import type { Kysely } from 'kysely'
import type { Indicator } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import { findLastOf } from '../audit/last-of.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import { nextMilestone, promisedMilestones } from '../domain/milestones.ts'
import type { Figure, FigureText, Progress, ProgressInput } from '../domain/model.ts'
import { progressOf } from '../domain/progress.ts'
import type { AsOf } from '../http/as-of.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import { listStoredTargets, listTargetIds, listTouchedTargets, type StoredTarget } from './queries.ts'

/** A target with its judgement, and what the judgement rests on. */
export interface JudgedTarget {
  target: Target
  stored: StoredTarget
  figures: ApprovedFigure[]
}

/** What a judgement takes of a figure; without a value it is missing with a reason. */
export type JudgedFigure = Omit<Figure, 'value'> & { value: FigureText | null }

/** Whose figures of what: one series of figures, and one key. */
export const seriesOf = ({ regionCode, indicatorCode }: { regionCode: string; indicatorCode: string }): string =>
  `${regionCode}/${indicatorCode}`

/** Every target as it was judged once, on what was known by the line `seq` in the year `year`. */
interface Judgement {
  seq: number
  year: number
  judged: readonly JudgedTarget[]
}

const judgements = new WeakMap<Kysely<Database>, Judgement>()

/**
 * Every target known at `asOf`, or the one of `id`, judged from the figures approved by then.
 *
 * All of them are judged once for as long as nothing happens that their judgement rests on, and then those on which it
 * happened.
 */
export async function judgeTargets(db: Kysely<Database>, asOf: AsOf, id?: string): Promise<readonly JudgedTarget[]> {
  if (id !== undefined || db.isTransaction) return await judgeNow(db, asOf, id === undefined ? undefined : [id])
  const seq = await findLastOf(db, 'judged', asOf.seq)
  const { year } = asOf
  const judge = async (): Promise<readonly JudgedTarget[]> => {
    const judged = await judgeAnew(db, { ...asOf, seq }, judgements.get(db))
    const last = judgements.get(db)
    if (last === undefined || last.seq <= seq) judgements.set(db, { seq, year, judged })
    return judged
  }
  return await remembered(db, 'judged targets', seq, judge, year)
}

/** Of an earlier judgement takes over what nothing has happened to since. */
async function judgeAnew(db: Kysely<Database>, asOf: AsOf, last?: Judgement): Promise<readonly JudgedTarget[]> {
  const canGoOn = last !== undefined && last.year === asOf.year && last.seq <= asOf.seq
  const touched = canGoOn ? await listTouchedTargets(db, last.seq, asOf.seq) : undefined
  if (!canGoOn || touched === undefined || touched.length > MOST_TOUCHED) return await judgeNow(db, asOf)
  const anew = new Map((await judgeNow(db, asOf, touched)).map((one) => [one.target.id, one]))
  const kept = last.judged.map((one) => {
    const again = anew.get(one.target.id) ?? one
    anew.delete(one.target.id)
    return again
  })
  return [...kept, ...anew.values()]
}

/** Beyond so many it is quicker to judge all. */
const MOST_TOUCHED = 200

/** Those of `ids`, or all. */
async function judgeNow(db: Kysely<Database>, asOf: AsOf, ids?: readonly string[]): Promise<JudgedTarget[]> {
  const targets = await listStoredTargets(db, asOf.seq, { ids })
  if (targets.length === 0) return []
  const indicators = byCode(await listIndicators(db, asOf.seq))
  const figures = await listFiguresOf(db, asOf.seq, ids === undefined ? undefined : targets)
  return targets.map((stored) => {
    const series = figures.get(seriesOf(stored)) ?? []
    return { target: toTarget(stored, toPromised(stored, indicators), series, asOf.year), stored, figures: series }
  })
}

/** The figures of these targets, or of all, by series. */
async function listFiguresOf(
  db: Kysely<Database>,
  seq: number,
  targets?: readonly StoredTarget[],
): Promise<Map<string, ApprovedFigure[]>> {
  if (targets === undefined) return Map.groupBy(await listApproved(db, seq, { isTargeted: true }), seriesOf)
  const figures = new Map<string, ApprovedFigure[]>()
  for (const target of targets) {
    const { regionCode: region, indicatorCode: indicator } = target
    const series = seriesOf(target)
    if (!figures.has(series)) figures.set(series, await listApproved(db, seq, { region, indicator }))
  }
  return figures
}

/** So many targets are in memory at a time, each with its figures. */
const PAGE = 200

/** Every target known at `asOf` with what it promises, by id compared by its bytes; page by page, however many there are. */
export async function* promisedInOrder(
  db: Kysely<Database>,
  { seq }: AsOf,
): AsyncGenerator<{ stored: StoredTarget; target: PromisedTarget }> {
  const indicators = byCode(await listIndicators(db, seq))
  let ids: string[] = []
  do {
    ids = await listTargetIds(db, seq, { after: ids.at(-1) ?? '', limit: PAGE })
    const byId = new Map((await listStoredTargets(db, seq, { ids })).map((stored) => [stored.id, stored]))
    for (const stored of ids.flatMap((id) => byId.get(id) ?? [])) {
      yield { stored, target: toPromised(stored, indicators) }
    }
  } while (ids.length === PAGE)
}

/** The same, judged. */
export async function* judgedInOrder(db: Kysely<Database>, asOf: AsOf): AsyncGenerator<JudgedTarget> {
  for await (const { stored, target } of promisedInOrder(db, asOf)) {
    const { regionCode: region, indicatorCode: indicator } = stored
    const figures = await listApproved(db, asOf.seq, { region, indicator })
    yield { target: toTarget(stored, target, figures, asOf.year), stored, figures }
  }
}

/** What a target promises, without any figure. */
export type PromisedTarget = Omit<Target, 'sample' | 'progress' | 'nextMilestoneYear'>

function toPromised(stored: StoredTarget, indicators: ReadonlyMap<string, Indicator>): PromisedTarget {
  const { id, planCode, regionCode, indicatorCode, revisions } = stored
  const indicator = indicators.get(indicatorCode)
  if (indicator === undefined) throw new Error(`target ${id} without its indicator ${indicatorCode}`)
  const { ownerZh, clause, quote, sourceFile, conflicts, milestones, revision } = revisions.at(-1) ?? revisions[0]
  const inForce = { ownerZh, clause, quote, sourceFile, conflicts, milestones, revision }
  return { id, planCode, regionCode, indicatorCode, indicator, ...inForce }
}

function toTarget(stored: StoredTarget, promised: PromisedTarget, series: ApprovedFigure[], nowYear: number): Target {
  const progress = judgeMilestones(stored, promised.indicator, series, nowYear)
  return {
    ...promised,
    sample: stored.revisions.some((revision) => revision.sample) || series.some((figure) => figure.sample),
    progress,
    nextMilestoneYear: nextMilestone(progress).milestoneYear,
  }
}

/** The judgement of each milestone of a target from the figures of its indicator and region. */
export const judgeMilestones = (...about: Parameters<typeof milestoneInputs>): Progress[] =>
  milestoneInputs(...about).map(progressOf)

/** What each milestone of a target is judged from. */
export function milestoneInputs(
  { revisions }: StoredTarget,
  indicator: Indicator,
  series: readonly JudgedFigure[],
  nowYear: number,
): ProgressInput[] {
  const figures = series.flatMap(toFigure)
  return promisedMilestones(revisions).map((milestone) => ({ indicator, ...milestone, figures, nowYear }))
}

/** A figure that is missing with a reason is none to the method. */
function toFigure({ id, year, measure, value, provisional, breakSeq }: JudgedFigure): Figure[] {
  return value === null ? [] : [{ id, year, measure, value, provisional, breakSeq }]
}
