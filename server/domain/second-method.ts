import type { Goal } from './goal.ts'
import { isBetter } from './goal.ts'
import type { PathStatus, Start } from './path.ts'
import { CUT_OFFS } from './path.ts'
import type { Point } from './points.ts'

/** The growth-rate ratio R and the status that the same cut-offs give it. */
export interface GrowthRate {
  ratio: number
  status: PathStatus
}

/**
 * How the yearly growth so far compares with the yearly growth that would have been needed.
 *
 * The only floating-point arithmetic of the method: a root is no fraction. Logarithms keep rates near zero apart.
 *
 * @returns R unrounded, 1 where the growth is as needed; undefined unless baseline, figure and milestone are above zero
 *   and the milestone is on the better side of the baseline
 * Source: METHOD.md, "The second method"
 */
export function findGrowthRate(start: Start, goal: Goal, latest: Point): GrowthRate | undefined {
  const positive = start.value.s > 0n && start.value.n > 0n && latest.value.compare(0) > 0 && goal.value.compare(0) > 0
  if (!positive || !isBetter(goal.better, goal.value, start.value)) return undefined
  const yearly = (value: Point['value'], years: number) =>
    Math.expm1(Math.log1p(value.sub(start.value).div(start.value).valueOf()) / years)
  const ratio = yearly(latest.value, latest.year - start.year) / yearly(goal.value, goal.year - start.year)
  // A milestone closer to its baseline than floats can tell has no usable rate.
  return Number.isFinite(ratio) ? { ratio, status: toStatus(ratio) } : undefined
}

function toStatus(ratio: number): PathStatus {
  if (ratio >= CUT_OFFS['on-track'].valueOf()) return 'on-track'
  if (ratio >= CUT_OFFS.behind.valueOf()) return 'behind'
  return ratio >= 0 ? 'far-behind' : 'moving-away'
}
