import type Fraction from 'fraction.js'
import { ZERO, toFraction } from './decimal.ts'
import { isOutdated } from './flags.ts'
import type { Goal } from './goal.ts'
import { isBetter } from './goal.ts'
import type { Point } from './points.ts'
import type { Judgement } from './status.ts'
import type { ProjectionRefusal } from './words.ts'

/** How far it is to the milestone, how fast it went, and when that leads there; exact, per year, in the unit. */
export interface Pace {
  gap: Fraction | undefined
  requiredPerYear: Fraction | undefined
  recentPerYear: Fraction | undefined
  projectedYear: number | undefined
  projectionRefused: ProjectionRefusal | null
}

/** The years before the latest figure that count as recent. */
const RECENT_YEARS = 5
/** The fewest points from which a year is projected. */
const FEWEST_POINTS = 3
/** Years are written with four digits; a later one is not told. */
export const LAST_YEAR = 9999

/**
 * The distance to the milestone and the pace on the way there; all undefined where there is nothing to hold against it,
 * and for `done`.
 *
 * Source: METHOD.md, "Pace and projection"
 */
export function toPace(judgement: Judgement): Pace {
  const { goal, judged, fulfilled } = judgement
  const projectionRefused = refusalOf(judgement)
  if (!goal || !judged || judgement.input.indicator.kind === 'done') {
    return {
      gap: undefined,
      requiredPerYear: undefined,
      recentPerYear: undefined,
      projectedYear: undefined,
      projectionRefused,
    }
  }
  const gap = goal.value.sub(judged.value)
  const yearsLeft = goal.year - judged.year
  const recentPerYear = findRecentPace(judgement, judged)
  return {
    gap,
    requiredPerYear: fulfilled || yearsLeft === 0 ? undefined : gap.div(yearsLeft),
    recentPerYear,
    projectedYear:
      projectionRefused || !recentPerYear ? undefined : findProjectedYear(goal, judged.year, gap, recentPerYear),
    projectionRefused,
  }
}

/** The change a year since the earliest point of the five years before; for `flow` the mean of what is new in a year. */
function findRecentPace({ input, series, start }: Judgement, judged: Point): Fraction | undefined {
  if (input.indicator.kind === 'flow') {
    const recent = series.used.filter(({ year }) => year > judged.year - RECENT_YEARS)
    return recent.reduce((sum, { value }) => sum.add(toFraction(value)), ZERO).div(recent.length)
  }
  const isRecent = ({ year }: Point) => year >= judged.year - RECENT_YEARS && year < judged.year
  const from = start && isRecent(start) ? start : series.points.find(isRecent)
  return from && judged.value.sub(from.value).div(judged.year - from.year)
}

/** Whether a pace goes the right way at all, however long it takes. */
export function isProgress(goal: Goal, pace: Fraction): boolean {
  return isBetter(goal.better, pace, ZERO)
}

/**
 * The first whole year at the milestone's value, for `more-than` beyond it; undefined at a pace that is no progress, and
 * after `LAST_YEAR`.
 */
function findProjectedYear(goal: Goal, year: number, gap: Fraction, pace: Fraction): number | undefined {
  if (!isProgress(goal, pace)) return undefined
  const steps = gap.div(pace)
  const years = (goal.comparator === 'more-than' ? steps.floor().add(1) : steps.ceil()).valueOf()
  return years > 0 && year + years <= LAST_YEAR ? year + years : undefined
}

/** Why no year is projected, the first reason that applies; null where one may be. */
function refusalOf({ input, status, judged, fulfilled, series, start }: Judgement): ProjectionRefusal | null {
  if (status === 'not-assessable') return 'not-assessable'
  if (status === 'no-data' || !judged) return 'no-data'
  if (input.indicator.kind === 'done') return 'kind-done'
  if (fulfilled) return 'fulfilled'
  const isRecent = ({ year }: Point) => year >= judged.year - RECENT_YEARS
  const points = series.points.filter(isRecent).length + (start && isRecent(start) ? 1 : 0)
  if (points < FEWEST_POINTS) return 'too-few-figures'
  if (isOutdated(input, judged.year)) return 'outdated'
  return input.indicator.kind === 'flow' && series.missingYears.length > 0 ? 'incomplete-years' : null
}
