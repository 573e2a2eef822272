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
  return targets.map((stored) => judgeStored(stored, indicators, figures.get(seriesOf(stored)) ?? [], asOf.year))
}

/** So many targets are in memory at a time, each with its figures. */
const PAGE = 200

/** Every target known at `asOf`, judged, by id compared by its bytes; page by page, however many there are. */
export async function* judgedInOrder(db: Kysely<Database>, asOf: AsOf): AsyncGenerator<JudgedTarget> {
  const indicators = byCode(await listIndicators(db, asOf.seq))
  let ids: string[] = []
  do {
    ids = await listTargetIds(db, asOf.seq, { after: ids.at(-1) ?? '', limit: PAGE })
    const stored = await listStoredTargets(db, asOf.seq, { ids })
    const byId = new Map(stored.map((target) => [target.id, target]))
    for (const target of ids.flatMap((id) => byId.get(id) ?? [])) {
      const { regionCode: region, indicatorCode: indicator } = target
      yield judgeStored(target, indicators, await listApproved(db, asOf.seq, { region, indicator }), asOf.year)
    }
  } while (ids.length === PAGE)
}

function judgeStored(
  stored: StoredTarget,
  indicators: ReadonlyMap<string, Indicator>,
  figures: ApprovedFigure[],
  nowYear: number,
): JudgedTarget {
  const indicator = indicators.get(stored.indicatorCode)
  if (indicator === undefined) throw new Error(`target ${stored.id} without its indicator ${stored.indicatorCode}`)
  return { target: toTarget(stored, indicator, figures, nowYear), stored, figures }
}

/** One target needs the figures of one series only. */
function figureFilters(targets: readonly StoredTarget[]): FigureFilters {
  const [only, another] = targets
  return only !== undefined && another === undefined ? { region: only.regionCode, indicator: only.indicatorCode } : {}
}

function toTarget(stored: StoredTarget, indicator: Indicator, series: ApprovedFigure[], nowYear: number): Target {
  const { id, planCode, regionCode, indicatorCode, revisions } = stored
  const inForce = revisions.at(-1) ?? revisions[0]
  const progress = judgeMilestones(stored, indicator, series, nowYear)
  return {
    id,
    planCode,
    regionCode,
    indicatorCode,
    indicator,
    ownerZh: inForce.ownerZh,
    clause: inForce.clause,
    quote: inForce.quote,
    sourceFile: inForce.sourceFile,
    conflicts: inForce.conflicts,
    milestones: inForce.milestones,
    revision: inForce.revision,
    sample: revisions.some((revision) => revision.sample) || series.some((figure) => figure.sample),
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
