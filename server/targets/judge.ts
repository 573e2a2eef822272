import type { Kysely } from 'kysely'
import type { Indicator } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { Database } from '../db/schema.ts'
import { nextMilestone, promisedMilestones } from '../domain/milestones.ts'
import type { Figure, FigureText, Progress, ProgressInput } from '../domain/model.ts'
import { progressOf } from '../domain/progress.ts'
import type { AsOf } from '../http/as-of.ts'
import { type ApprovedFigure, type FigureFilters, listApproved } from '../observations/queries.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import { findLastGround, listStoredTargets, listTargetIds, type StoredTarget } from './queries.ts'
import { remembered } from './remembered.ts'

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

/**
 * Every target known at `asOf`, or the one of `id`, judged from the figures approved by then.
 *
 * All of them are judged once for as long as nothing happens that their judgement rests on.
 */
export async function judgeTargets(db: Kysely<Database>, asOf: AsOf, id?: string): Promise<readonly JudgedTarget[]> {
  // What a transaction has written may not come about.
  if (id !== undefined || db.isTransaction) return await judgeNow(db, asOf, id)
  const seq = await findLastGround(db, asOf.seq)
  return await remembered(db, `${seq}/${asOf.year}`, () => judgeNow(db, asOf))
}

async function judgeNow(db: Kysely<Database>, asOf: AsOf, id?: string): Promise<JudgedTarget[]> {
  const targets = await listStoredTargets(db, asOf.seq, { id })
  if (targets.length === 0) return []
  const indicators = byCode(await listIndicators(db, asOf.seq))
  const figures = Map.groupBy(await listApproved(db, asOf.seq, figureFilters(targets)), seriesOf)
  return targets.map((stored) => {
    const series = figures.get(seriesOf(stored)) ?? []
    return { target: toTarget(stored, toPromised(stored, indicators), series, asOf.year), stored, figures: series }
  })
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
    const figures = await listApproved(db, asOf.seq, figureFilters([stored]))
    yield { target: toTarget(stored, target, figures, asOf.year), stored, figures }
  }
}

/** One target needs the figures of one series only. */
function figureFilters(targets: readonly StoredTarget[]): FigureFilters {
  const [only, another] = targets
  return only !== undefined && another === undefined
    ? { region: only.regionCode, indicator: only.indicatorCode }
    : { isTargeted: true }
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
