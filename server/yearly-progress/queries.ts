import type { Kysely } from 'kysely'
import type { Indicator } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { nextMilestone, promisedMilestones } from '../domain/milestones.ts'
import type { Figure, ProgressInput } from '../domain/model.ts'
import { judge } from '../domain/status.ts'
import type { AsOf } from '../http/as-of.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import type { TargetFilters } from '../targets/filter.ts'
import { listStoredTargets, type StoredTarget } from '../targets/queries.ts'

/** A milestone that was asked for, with all that its judgements need. */
export interface AskedMilestone {
  targetId: string
  milestoneYear: number
  input: ProgressInput
  /** Some figure or revision that it rests on is invented, for demonstration only. */
  sample: boolean
}

export type MilestoneFilters = Pick<TargetFilters, 'region' | 'plan' | 'theme' | 'indicator' | 'milestone'>

const seriesOf = ({ regionCode, indicatorCode }: { regionCode: string; indicatorCode: string }): string =>
  `${regionCode}/${indicatorCode}`

/** The milestones that the filters leave, in the order of their targets and years; none of them is judged year by year yet. */
export async function listAsked(
  db: Kysely<Database>,
  asOf: AsOf,
  filters: MilestoneFilters,
): Promise<AskedMilestone[]> {
  const { region, plan, theme, indicator } = filters
  const indicators = byCode(await listIndicators(db, asOf.seq))
  const targets = (await listStoredTargets(db, asOf.seq, { region })).filter(
    (target) =>
      (plan === undefined || target.planCode === plan) &&
      (indicator === undefined || target.indicatorCode === indicator) &&
      (theme === undefined || indicators.get(target.indicatorCode)?.theme === theme),
  )
  if (targets.length === 0) return []
  const figures = Map.groupBy(await listApproved(db, asOf.seq, { region, indicator }), seriesOf)
  return targets.flatMap((target) => {
    const measured = indicators.get(target.indicatorCode)
    if (measured === undefined) throw new Error(`target ${target.id} without its indicator ${target.indicatorCode}`)
    return chosen(toAsked(target, measured, figures.get(seriesOf(target)) ?? [], asOf.year), filters.milestone)
  })
}

function toAsked(
  { id, revisions }: StoredTarget,
  indicator: Indicator,
  series: readonly ApprovedFigure[],
  nowYear: number,
): AskedMilestone[] {
  const figures = series.flatMap(toFigure)
  const sample = [...revisions, ...series].some((one) => one.sample)
  return promisedMilestones(revisions).map(({ promised, original }) => ({
    targetId: id,
    milestoneYear: promised.milestone.year,
    input: { indicator, promised, original, figures, nowYear },
    sample,
  }))
}

function chosen(asked: AskedMilestone[], milestone: MilestoneFilters['milestone']): AskedMilestone[] {
  if (milestone === undefined) return asked
  if (milestone !== 'next') return asked.filter(({ milestoneYear }) => milestoneYear === milestone)
  const { milestoneYear: next } = nextMilestone(
    asked.map(({ milestoneYear, input }) => ({ milestoneYear, status: judge(input).status })),
  )
  return asked.filter(({ milestoneYear }) => milestoneYear === next)
}

/** A figure that is missing with a reason is none to the method. */
function toFigure({ id, year, measure, value, provisional, breakSeq }: ApprovedFigure): Figure[] {
  return value === null ? [] : [{ id, year, measure, value, provisional, breakSeq }]
}
