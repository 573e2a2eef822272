import Fraction from 'fraction.js'
import type { Goal } from './goal.ts'
import { isBetter } from './goal.ts'

/** The exact beginning of a path: the baseline's year and value. */
export interface Start {
  year: number
  value: Fraction
}

/** The four statuses that a share of the path is judged by. */
export type PathStatus = 'on-track' | 'behind' | 'far-behind' | 'moving-away'

/** The least share of each status; below the last one is `moving-away`. Source: METHOD.md, "The cut-offs" */
export const CUT_OFFS = {
  'on-track': new Fraction(95, 100),
  behind: new Fraction(60, 100),
  'far-behind': new Fraction(0),
} as const

/**
 * Whether a milestone asks only to hold what there was: its value equals the baseline's or lies on its adverse side.
 *
 * Source: METHOD.md, "Hold milestones"
 */
export function isHold(start: Start, goal: Goal): boolean {
  return !isBetter(goal.better, goal.value, start.value)
}

/**
 * P(t), 序时目标: the value that the straight line from baseline to milestone passes through in `year`.
 *
 * A hold milestone expects its own value in every year.
 *
 * @param year after the baseline's and not after the milestone's
 * @returns exact, in the indicator's own unit
 * Source: METHOD.md, "The path"
 */
export function expectedValue(start: Start, goal: Goal, year: number): Fraction {
  if (isHold(start, goal)) return goal.value
  const way = goal.value.sub(start.value)
  return start.value.add(way.mul(year - start.year, goal.year - start.year))
}

/**
 * 目标完成率: how much of the way from the baseline to `end` is done; with the expected value as `end`, 序时完成率.
 *
 * @param end differs from the baseline's value
 * @returns exact and not clipped: negative on the wrong side of the baseline, above 1 beyond `end`
 * Source: METHOD.md, "The path"
 */
export function shareOfWay(start: Start, figure: Fraction, end: Fraction): Fraction {
  return figure.sub(start.value).div(end.sub(start.value))
}

/** The status of an exact path share. Source: METHOD.md, "The cut-offs" */
export function toPathStatus(share: Fraction): PathStatus {
  if (share.gte(CUT_OFFS['on-track'])) return 'on-track'
  if (share.gte(CUT_OFFS.behind)) return 'behind'
  return share.gte(CUT_OFFS['far-behind']) ? 'far-behind' : 'moving-away'
}
