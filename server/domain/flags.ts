import { fulfils, isBetter } from './goal.ts'
import type { ProgressInput } from './model.ts'
import type { GrowthRate } from './second-method.ts'
import { fittingMeasures } from './series.ts'
import type { Judgement } from './status.ts'
import type { Flag } from './words.ts'
import { FLAGS } from './words.ts'

/** A figure may be this many years older than the last ended year, or than the deadline, before it counts as outdated. */
const YEARS_UNTIL_OUTDATED = 2

/**
 * What must be said beside a status, in the order of `FLAGS`.
 *
 * @param second the other method's judgement, where it has one
 * Source: METHOD.md, "Flags"
 */
export function toFlags(judgement: Judgement, second: GrowthRate | undefined): Flag[] {
  const { input, status, series, share } = judgement
  const { kind } = input.indicator
  const basis = input.promised.milestone.baseline?.basis
  const raised: Record<Flag, boolean> = {
    'met-then-lost': isMetThenLost(judgement),
    slipping: isSlipping(judgement),
    'awaiting-final': isAwaitingFinal(input),
    outdated: series.latestYear !== undefined && isOutdated(input, series.latestYear),
    provisional: series.latest !== undefined && series.used.some(({ provisional }) => provisional),
    'assumed-baseline': basis !== undefined && basis !== 'printed' && kind !== 'done',
    'incomplete-years': kind === 'flow' && series.missingYears.length > 0,
    'methods-disagree':
      second !== undefined &&
      share !== undefined &&
      status !== 'achieved' &&
      status !== 'missed' &&
      second.status !== status,
    'target-revised': input.original !== null,
  }
  return FLAGS.filter((flag) => raised[flag])
}

/** An earlier figure kept the promise and the latest does not. */
function isMetThenLost({ goal, judged, fulfilled, series }: Judgement): boolean {
  if (!goal || !judged || fulfilled) return false
  return series.points.some((point) => point !== judged && fulfils(goal, point.value))
}

/** The promise is kept, and by a worse figure than the one before it, which may be the baseline. */
function isSlipping({ goal, judged, fulfilled, series, start }: Judgement): boolean {
  const before = series.points.at(-2) ?? start
  return goal !== undefined && judged !== undefined && fulfilled && before !== undefined
    ? isBetter(goal.better, before.value, judged.value)
    : false
}

/** The milestone's year has ended and has no approved figure, however the milestone stands. */
function isAwaitingFinal(input: ProgressInput): boolean {
  const { year } = input.promised.milestone
  const measures = fittingMeasures(input)
  return (
    input.nowYear > year && !input.figures.some((figure) => figure.year === year && measures.includes(figure.measure))
  )
}

/** Whether the latest figure is more than two years behind the last year that could have one. */
export function isOutdated({ promised, nowYear }: ProgressInput, latestYear: number): boolean {
  return Math.min(nowYear - 1, promised.milestone.year) - latestYear > YEARS_UNTIL_OUTDATED
}
