import { toFraction } from '../../../server/domain/decimal.ts'
import { isBetter } from '../../../server/domain/goal.ts'
import type { Better } from '../../../server/domain/words.ts'
import type { ListedProgress, Row } from './rows.ts'

/** A figure on the axis of its drawing; without a place where it cannot be told, or not be compared. */
export interface PlotPoint {
  year: number
  at: number | null
  provisional: boolean
}

/** What a panel draws. Places are on the shared axis: shares of the way, or the indicator's own unit. */
export interface Plot {
  first: number
  last: number
  /** Null where no baseline is printed. */
  start: { year: number; at: number } | null
  goal: { year: number; at: number }
  /** Where the path is: from start to goal, level with the goal where it asks only to hold, or nowhere. */
  path: 'rising' | 'level' | 'none'
  points: readonly PlotPoint[]
}

/** What the axis of a panel means: the way from baseline to target, or the target's own value. */
export type Basis = 'covered' | 'of-goal'

/** Why nothing is drawn: it is built or not, no number is promised, or a share of the target would mean nothing. */
export type Undrawn = 'done' | 'not-quantified' | 'no-axis'

export type SharePlot = { plot: Plot; basis: Basis } | { undrawn: Undrawn }

/** The end that the path leads to: of a range the less demanding one. */
function goalOf({ comparator, value, valueHigh }: ListedProgress['milestone'], better: Better): string | null {
  return comparator === 'between' && better === 'lower' ? (valueHigh ?? value) : value
}

/** Whether a milestone asks only to hold what there was. */
const isHold = (goal: string, baseline: string, better: Better): boolean =>
  !isBetter(better, toFraction(goal), toFraction(baseline))

/** Drawing alone takes figures as floating point; what is said of them stays text. */
const toPlace = (figure: string | null): number | null => (figure === null ? null : Number(figure))

/**
 * A row on the axis that all panels share: 0 is the baseline, 1 the target, so the path is the same everywhere.
 *
 * Without a baseline, and where a target asks only to hold, figures are held against the target's own value instead.
 */
export function toSharePlot({ target, progress, years }: Row): SharePlot {
  const { kind, better } = target.indicator
  const { baseline, milestone, milestoneYear } = progress
  const goal = goalOf(milestone, better)
  if (kind === 'done') return { undrawn: 'done' }
  if (goal === null) return { undrawn: 'not-quantified' }
  const hold = baseline !== null && isHold(goal, baseline.value, better)
  if (baseline !== null && !hold) {
    const points = years.map(({ year, coveredShare: at, provisional }) => ({ year, at, provisional }))
    const plot: Plot = {
      first: baseline.year,
      last: milestoneYear,
      start: { year: baseline.year, at: 0 },
      goal: { year: milestoneYear, at: 1 },
      path: 'rising',
      points,
    }
    return { plot, basis: 'covered' }
  }
  const whole = Number(goal)
  if (whole <= 0 || kind === 'flow' || kind === 'change') return { undrawn: 'no-axis' }
  const ofGoal = (figure: string | null): number | null => (figure === null ? null : Number(figure) / whole)
  const points = years.map(({ year, value, provisional }) => ({ year, at: ofGoal(value), provisional }))
  const plot: Plot = {
    ...spanOf(progress, points),
    start: baseline && { year: baseline.year, at: Number(baseline.value) / whole },
    goal: { year: milestoneYear, at: 1 },
    path: hold ? 'level' : 'none',
    points,
  }
  return { plot, basis: 'of-goal' }
}

/** A row in the indicator's own unit; null where it is built or not, or no number is promised. */
export function toValuePlot({ target, progress, years }: Row): Plot | null {
  const { kind, better } = target.indicator
  const { baseline, milestone, milestoneYear } = progress
  const goal = goalOf(milestone, better)
  if (kind === 'done' || goal === null) return null
  const points = years.map(({ year, value, provisional }) => ({ year, at: toPlace(value), provisional }))
  return {
    ...spanOf(progress, points),
    start: baseline && { year: baseline.year, at: Number(baseline.value) },
    goal: { year: milestoneYear, at: Number(goal) },
    path: baseline === null ? 'none' : isHold(goal, baseline.value, better) ? 'level' : 'rising',
    points,
  }
}

function spanOf({ baseline, milestoneYear }: ListedProgress, points: readonly PlotPoint[]) {
  const first = baseline?.year ?? Math.min(points[0]?.year ?? milestoneYear - 1, milestoneYear - 1)
  return { first, last: milestoneYear }
}
