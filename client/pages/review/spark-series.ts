import type { Observation } from '../../../server/contract/observation.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { toFraction } from '../../../server/domain/decimal.ts'
import type { Figure, Milestone } from '../../../server/domain/model.ts'
import { toSeries } from '../../../server/domain/series.ts'

/** A point of a small drawing; floating point is enough: the numbers stand beside it as text. */
export interface SparkPoint {
  year: number
  value: number
  provisional: boolean
  /** Not comparable with the points before. */
  breakBefore: boolean
}

/** What a small chart of a submitted figure draws, on the scale of its milestone. */
export interface SparkSeries {
  /** `flow`: what is new in each year, the submitted figure left out; else empty. */
  bars: SparkPoint[]
  /** What is approved, by year: figures, running totals or changes against the base year. */
  line: SparkPoint[]
  /** The same from the submitted figure's year on, as it would be. */
  after: SparkPoint[]
  /** Null where the submitted figure has no value. */
  submitted: { year: number; value: number; bar: number | null } | null
  /** What the milestone starts from, where it is known. */
  baseline: { year: number; value: number } | null
  goal: { year: number; value: number } | null
}

/** Later than any year that is reported: the drawing shows all figures, whichever milestone it is drawn for. */
const NO_END = 9999

/** Years before the submitted figure that are drawn at most. */
const LOOK_BACK = 12

/** Nothing for `done`, which is told in words. */
export function toSparkSeries(item: ReviewItem, milestone: Milestone | undefined): SparkSeries | null {
  const { observation, approved, earlier, indicator } = item
  if (indicator.kind === 'done') return null
  const before = [...earlier, ...(approved === null ? [] : [approved])]
  const figures = before.toSorted((a, b) => a.year - b.year).filter(({ year }) => year >= observation.year - LOOK_BACK)
  const proposed = [...earlier, observation].toSorted((a, b) => a.year - b.year)
  const onScale = onScaleOf(indicator, milestone)
  const scaled = onScale?.(proposed)
  const isOnScale = observation.value === null || scaled?.some(({ year }) => year === observation.year)
  const toPoints = onScale && isOnScale ? onScale : toEntered
  const after = toPoints(proposed).filter(({ year }) => year >= observation.year)
  const point = after.find(({ year }) => year === observation.year)
  const isFlow = indicator.kind === 'flow'
  const sums = !isFlow || (onScale !== undefined && isOnScale)
  return {
    bars: isFlow ? toEntered(figures) : [],
    line: sums ? toPoints(figures) : [],
    after: sums ? after : [],
    submitted:
      observation.value === null || point === undefined
        ? null
        : { year: observation.year, value: point.value, bar: isFlow ? Number(observation.value) : null },
    baseline: baselineOf(milestone, toPoints === onScale),
    goal:
      toPoints === onScale && milestone?.value
        ? { year: milestone.year, value: Number(lessDemanding(milestone, indicator)) }
        : null,
  }
}

type ToPoints = (figures: readonly Observation[]) => SparkPoint[]

const toEntered: ToPoints = (figures) =>
  figures.flatMap(({ year, value, provisional, breakBefore }) =>
    value === null ? [] : [{ year, value: Number(value), provisional, breakBefore }],
  )

/** How figures become points on the milestone's scale; undefined where there is no such scale. */
function onScaleOf(indicator: Indicator, milestone: Milestone | undefined): ToPoints | undefined {
  if (milestone === undefined) return undefined
  if (indicator.kind !== 'flow' && indicator.kind !== 'change') return toEntered
  const { baseline } = milestone
  if (baseline === null) return undefined
  return (observations) => {
    const promised = { milestone: { ...milestone, year: NO_END }, baselineSeq: 0 }
    const figures = observations.flatMap(toFigure)
    const start = { year: baseline.year, value: toFraction(baseline.value) }
    const { points } = toSeries({ indicator, promised, original: null, figures, nowYear: NO_END }, start)
    return points.map(({ year, value }) => {
      const entered = observations.find((one) => one.year === year)
      const { provisional = false, breakBefore = false } = entered ?? {}
      return { year, value: value.valueOf(), provisional, breakBefore }
    })
  }
}

/** A break is drawn as a gap; the method's own rule for it is not asked here. */
const toFigure = ({ id, year, measure, value, provisional }: Observation): Figure[] =>
  value === null ? [] : [{ id, year, measure, value, provisional, breakSeq: null }]

const baselineOf = (milestone: Milestone | undefined, isOnScale: boolean): SparkSeries['baseline'] =>
  isOnScale && milestone?.baseline ? { year: milestone.baseline.year, value: Number(milestone.baseline.value) } : null

const lessDemanding = ({ value, valueHigh }: Milestone, { better }: Indicator): string | null =>
  better === 'lower' && valueHigh !== null ? valueHigh : value
