import type Fraction from 'fraction.js'
import { roundFloat } from './decimal.ts'
import type { Goal } from './goal.ts'
import { isBetter } from './goal.ts'
import type { PathStatus, Start } from './path.ts'
import { shareOfWay, toPathStatus } from './path.ts'
import type { Point } from './points.ts'

/** The growth-rate ratio R and the status that the same cut-offs give it. */
export interface GrowthRate {
  ratio: Fraction
  status: PathStatus
}

/** What a root in floating point is good for, with some digits to spare. */
const RATIO_DIGITS = 12

/**
 * How the yearly growth so far compares with the yearly growth that would have been needed.
 *
 * @returns R, 1 where the growth is as needed; undefined unless baseline, figure and milestone are above zero and the
 *   milestone is on the better side of the baseline
 * Source: METHOD.md, "The second method"
 */
export function findGrowthRate(start: Start, goal: Goal, latest: Point): GrowthRate | undefined {
  const isPositive = start.value.gt(0) && latest.value.gt(0) && goal.value.gt(0)
  if (!isPositive || !isBetter(goal.better, goal.value, start.value)) return undefined
  const ratio = toRatio(start, goal, latest)
  return ratio && { ratio, status: toPathStatus(ratio) }
}

/**
 * R to 12 significant digits, so that growth at exactly a cut-off is not taken for less; over a single year there is no
 * root, and R is exact.
 *
 * The only floating-point arithmetic of the method.
 */
function toRatio(start: Start, goal: Goal, latest: Point): Fraction | undefined {
  // The latest year is after the baseline's and not after the milestone's.
  if (goal.year - start.year === 1) return shareOfWay(start, latest.value, goal.value)
  const ratio = yearlyGrowth(start, latest) / yearlyGrowth(start, goal)
  // A milestone closer to its baseline than floats can tell has no usable rate.
  return Number.isFinite(ratio) ? roundFloat(ratio, RATIO_DIGITS) : undefined
}

function yearlyGrowth(start: Start, { year, value }: Point): number {
  const factor = value.div(start.value)
  // Near 1 the growth itself keeps the digits that the factor has no room for, and near 0 the factor.
  const log = factor.lt(0.5) ? Math.log(factor.valueOf()) : Math.log1p(factor.sub(1).valueOf())
  return Math.expm1(log / (year - start.year))
}
