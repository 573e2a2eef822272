import type { SparkPoint, SparkSeries } from './spark-series.ts'

/** Drawn in pixels and never scaled, so that its text keeps its size: a narrow page gets a narrower drawing. */
export const SPARK = { wide: 160, narrow: 128, height: 62, top: 9, bottom: 42, side: 8, text: 57, bar: 7 } as const

/** A place in the drawing, in pixels from its upper left corner. */
interface Place {
  x: number
  y: number
}

/** A small chart as shapes. */
export interface Spark {
  width: number
  height: number
  /** Years without a gap or a break between them, as the `d` of a path. */
  lines: string[]
  /** From one of these to the next, over years without a figure. */
  bridges: string[]
  /** From the last approved point to the submitted one and on: dashed. */
  proposed: string
  points: (Place & { provisional: boolean })[]
  bars: { x: number; y: number; width: number; height: number }[]
  proposedBar: { x: number; y: number; width: number; height: number } | null
  /** Hollow. */
  submitted: Place | null
  /** The approved point that a correction would move, with the way between. */
  corrected: Place | null
  baseline: Place | null
  goal: (Place & { from: number }) | null
  /** Where bars stand. */
  zeroY: number | null
  labels: { x: number; text: string; anchor: 'start' | 'end' }[]
}

const round = (value: number): number => Math.round(value * 10) / 10

export function toSpark(series: SparkSeries, width: number): Spark {
  const { bars, line, after, submitted, baseline, goal } = series
  const isCorrection = submitted !== null && line.some(({ year }) => year === submitted.year)
  const marks = [...line, ...after, ...bars, ...(baseline ? [baseline] : []), ...(goal ? [goal] : [])]
  const years = [...marks, ...(submitted ? [submitted] : [])].map(({ year }) => year)
  const isBarred = bars.length > 0 || submitted?.bar != null
  const heights = [
    ...marks.map(({ value }) => value),
    ...(submitted ? [submitted.bar ?? submitted.value] : []),
    ...(isBarred ? [0] : []),
  ]
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)]
  const x = scale(firstYear, lastYear, SPARK.side + (isBarred ? SPARK.bar / 2 : 0), width - SPARK.side - 4)
  const y = scale(Math.min(...heights), Math.max(...heights), SPARK.bottom, SPARK.top)
  const place = ({ year, value }: { year: number; value: number }): Place => ({ x: x(year), y: y(value) })
  const barOf = (year: number, value: number) => ({
    x: round(x(year) - SPARK.bar / 2),
    y: Math.min(y(0), y(value)),
    width: SPARK.bar,
    height: round(Math.abs(y(value) - y(0))),
  })
  const runs = toRuns(line)
  const proposed = submitted ? toProposed(line, after, isCorrection) : []
  return {
    width,
    height: SPARK.height,
    lines: runs.filter((run) => run.length > 1).map((run) => pathOf(run.map(place))),
    bridges: toBridges(runs).map((ends) => pathOf(ends.map(place))),
    proposed: proposed.length > 1 ? pathOf(proposed.map(place)) : '',
    points: line
      .filter(({ year, provisional }) => provisional || runs.some((run) => run.length === 1 && run[0]?.year === year))
      .map((point) => ({ ...place(point), provisional: point.provisional })),
    bars: bars.map(({ year, value }) => barOf(year, value)),
    proposedBar: submitted && submitted.bar !== null ? barOf(submitted.year, submitted.bar) : null,
    submitted: submitted && (after.length > 0 || submitted.bar === null) ? place(submitted) : null,
    corrected: isCorrection ? correctedOf(line, submitted.year, place) : null,
    baseline: baseline && !line.some(({ year }) => year === baseline.year) ? place(baseline) : null,
    goal: goal && { ...place(goal), from: SPARK.side },
    zeroY: isBarred ? y(0) : null,
    labels: years.length === 0 ? [] : labelsOf(firstYear, lastYear, x),
  }
}

/** A line through `low` → `from` and `high` → `to`; where both are one, the middle. */
const scale =
  (low: number, high: number, from: number, to: number) =>
  (value: number): number =>
    round(high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from))

const pathOf = (places: readonly Place[]): string =>
  places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')

/** Points whose years follow each other without a gap and without a break. */
function toRuns(points: readonly SparkPoint[]): SparkPoint[][] {
  const runs: SparkPoint[][] = []
  for (const point of points) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && point.year === last.year + 1 && !point.breakBefore) run.push(point)
    else runs.push([point])
  }
  return runs
}

/** Over missing years a thin line leads on; over a break of the series none does. */
function toBridges(runs: readonly SparkPoint[][]): SparkPoint[][] {
  return runs.slice(1).flatMap((run, index) => {
    const [from, to] = [runs[index]?.at(-1), run[0]]
    return from && to && !to.breakBefore ? [[from, to]] : []
  })
}

/** What would be drawn anew: from the approved point before to the submitted one; for a running total all after it too. */
function toProposed(
  line: readonly SparkPoint[],
  after: readonly SparkPoint[],
  isCorrection: boolean,
): { year: number; value: number }[] {
  const [first, ...later] = after
  if (first === undefined) return []
  const before = first.breakBefore ? undefined : line.findLast(({ year }) => year < first.year)
  const isMoved = later.filter((point) => line.find(({ year }) => year === point.year)?.value !== point.value)
  if (isCorrection && isMoved.length === 0) return []
  return [...(before ? [before] : []), first, ...isMoved]
}

function correctedOf(
  line: readonly SparkPoint[],
  year: number,
  place: (point: { year: number; value: number }) => Place,
): Place | null {
  const point = line.find((one) => one.year === year)
  return point ? place(point) : null
}

function labelsOf(first: number, last: number, x: (year: number) => number): Spark['labels'] {
  const start = { x: round(x(first) - SPARK.side / 2), text: `${first}`, anchor: 'start' } as const
  if (first === last) return [start]
  return [start, { x: round(x(last) + SPARK.side / 2), text: `${last}`, anchor: 'end' }]
}
