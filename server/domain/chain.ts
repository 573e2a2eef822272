import Fraction from 'fraction.js'
import { isNewBreak } from './breaks.ts'
import { toFraction } from './decimal.ts'
import type { Figure } from './model.ts'
import type { Start } from './path.ts'
import type { Point, Series } from './points.ts'

/**
 * The change against the base year, year by year, in percent.
 *
 * The latest figure against the base year is taken as it is; the changes on the year before that follow it are
 * compounded, ∏(1 + r/100) − 1, and without such a figure all of them from the base year on. A missing year breaks the
 * chain until the next figure against the base year; nothing older takes the latest figure's place. An earlier year that
 * is told only across a break of the series is no point: the latest one must not be compared with it.
 *
 * @param figures `yoy`, and `since:` the base year; all after it, by year, at least one
 * @param baselineSeq since when the baseline is in force; it knows of no later break
 * Source: METHOD.md, "Changes against a base year"
 */
export function toChainedSeries(start: Start, figures: readonly Figure[], baselineSeq: number): Series {
  const perYear = figures.filter((figure, at) => figure.measure !== 'yoy' || !hasNeighbour(figures, at))
  const points: Point[] = []
  let latest: Point | undefined
  let used: Figure[] = []
  let missingYears: number[] = []
  // The factor is product / scale, kept unreduced: reducing it year by year would cost more than all the rest.
  let product = 1n
  let scale = 1n
  let crossesBreak = false
  let dueYear = start.year + 1
  for (const figure of perYear) {
    if (latest && !crossesBreak) points.push(latest)
    if (figure.measure !== 'yoy') {
      used = []
      missingYears = []
      product = 1n
      scale = 1n
      crossesBreak = false
    } else {
      while (dueYear < figure.year) missingYears.push(dueYear++)
    }
    dueYear = figure.year + 1
    used.push(figure)
    const growth = toFraction(figure.value).add(100).div(100)
    product *= growth.s * growth.n
    scale *= growth.d
    crossesBreak ||= isNewBreak(figure, baselineSeq)
    const isWhole = missingYears.length === 0
    latest = isWhole ? { year: figure.year, value: new Fraction((product - scale) * 100n, scale) } : undefined
  }
  if (latest) points.push(latest)
  const lastFigure = perYear.at(-1)
  const entered = lastFigure?.measure === 'yoy' ? undefined : lastFigure?.value
  return { points, latest, latestYear: lastFigure?.year, entered, used, compared: used, missingYears }
}

/** Whether the year of the figure at `at` has another one: then that is the figure against the base year. */
function hasNeighbour(figures: readonly Figure[], at: number): boolean {
  const year = figures[at]?.year
  return figures[at - 1]?.year === year || figures[at + 1]?.year === year
}
