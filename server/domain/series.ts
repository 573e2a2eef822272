import { toChainedSeries } from './chain.ts'
import { toFraction } from './decimal.ts'
import type { Figure, ProgressInput } from './model.ts'
import type { Start } from './path.ts'
import type { Point, Series } from './points.ts'

const NO_SERIES: Series = {
  points: [],
  latest: undefined,
  latestYear: undefined,
  entered: undefined,
  used: [],
  compared: [],
  missingYears: [],
}

/**
 * The points that a milestone is judged by: only figures after the baseline, up to the milestone's year and to now.
 *
 * `flow` and `change` without a baseline have no points: there is nothing to add to, or to compare with.
 *
 * Source: METHOD.md, "Which figures are used"
 */
export function toSeries(input: ProgressInput, start: Start | undefined): Series {
  const { indicator, promised, figures, nowYear } = input
  const last = Math.min(promised.milestone.year, nowYear)
  const measures = fittingMeasures(input)
  const inUse = figures
    .filter(({ year, measure }) => (!start || year > start.year) && year <= last && measures.includes(measure))
    .sort((a, b) => a.year - b.year)
  if (inUse.length === 0) return NO_SERIES
  switch (indicator.kind) {
    case 'flow':
      return start ? toSummedSeries(start, inUse) : NO_SERIES
    case 'change':
      return start ? toChainedSeries(start, inUse, promised.baselineSeq) : NO_SERIES
    default:
      return toEnteredSeries(inUse)
  }
}

/** The measures that say something about this milestone: for `change` against its own base year only. */
export function fittingMeasures({ indicator, promised }: ProgressInput): string[] {
  if (indicator.kind !== 'change') return ['value']
  const { baseline } = promised.milestone
  return baseline ? ['yoy', `since:${baseline.year}`] : ['yoy']
}

function toEnteredSeries(figures: readonly Figure[]): Series {
  const points = figures.map(({ year, value }) => ({ year, value: toFraction(value) }))
  const latest = figures.at(-1)
  return {
    points,
    latest: points.at(-1),
    latestYear: latest?.year,
    entered: latest?.value,
    used: latest ? [latest] : [],
    compared: figures,
    missingYears: [],
  }
}

/** The baseline plus what is new in each year after it; a missing year adds nothing and is named. */
function toSummedSeries(start: Start, figures: readonly Figure[]): Series {
  const points: Point[] = []
  const missingYears: number[] = []
  let sum = start.value
  let expectedYear = start.year + 1
  for (const { year, value } of figures) {
    while (expectedYear < year) missingYears.push(expectedYear++)
    expectedYear = year + 1
    sum = sum.add(toFraction(value))
    points.push({ year, value: sum })
  }
  const latest = points.at(-1)
  return {
    points,
    latest,
    latestYear: latest?.year,
    entered: undefined,
    used: figures,
    compared: figures,
    missingYears,
  }
}
