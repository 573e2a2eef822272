import type Fraction from 'fraction.js'
import { toDerivedFigure, toFraction } from '../../server/domain/decimal.ts'
import { toPace } from '../../server/domain/pace.ts'
import type { Judgement } from '../../server/domain/status.ts'
import type { Drawn, Projection } from './chart-data.ts'

/** How many years back the recent pace looks, and so the range of slow and fast years. */
const RECENT_YEARS = 5

/** The change of each recent year; over a gap the yearly change of the gap. For a flow, what each year brought. */
function recentChanges({ input, series, start }: Judgement, latestYear: number): Fraction[] {
  if (input.indicator.kind === 'flow') {
    return series.used.filter((one) => one.year > latestYear - RECENT_YEARS).map((one) => toFraction(one.value))
  }
  const points = [...(start ? [start] : []), ...series.points].filter((one) => one.year >= latestYear - RECENT_YEARS)
  return points.slice(1).flatMap((point, index) => {
    const before = points[index]
    return before ? [point.value.sub(before.value).div(point.year - before.year)] : []
  })
}

/**
 * The recent pace carried on from the latest figure to the milestone's year, between the slowest and the fastest recent
 * year; null where the method refuses to project, and once the milestone's year is there.
 */
export function toProjection(judgement: Judgement): Projection | null {
  const { judged, goal, input } = judgement
  const { recentPerYear, projectionRefused } = toPace(judgement)
  if (!judged || !goal || projectionRefused || !recentPerYear) return null
  const years = goal.year - judged.year
  const { better, decimals } = input.indicator
  const ordered = recentChanges(judgement, judged.year).toSorted((a, b) =>
    better === 'higher' ? a.compare(b) : b.compare(a),
  )
  const [slow, fast] = [ordered[0], ordered.at(-1)]
  if (years <= 0 || !slow || !fast) return null
  const at = (change: Fraction): Drawn => {
    const end = judged.value.add(change.mul(years))
    return { year: goal.year, value: end.valueOf(), figure: toDerivedFigure(end, decimals) }
  }
  const from = { year: judged.year, value: judged.value.valueOf(), figure: toDerivedFigure(judged.value, decimals) }
  return { from, to: at(recentPerYear), slowest: at(slow), fastest: at(fast) }
}
