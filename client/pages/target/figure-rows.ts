import type { Observation } from '../../../server/contract/observation.ts'
import type { TargetDetail } from '../../../server/contract/target.ts'
import { toFraction } from '../../../server/domain/decimal.ts'
import type { Baseline, FigureText, Milestone } from '../../../server/domain/model.ts'
import type { Kind } from '../../../server/domain/words.ts'
import type { TargetChartData } from '../../charts/chart-data.ts'
import { minus } from './wording.ts'

/** One year of the table. What is null is not known, which is never 0. */
export interface FigureRow {
  year: number
  /** `ahead`: on the path, and not reported yet. */
  role: 'baseline' | 'figure' | 'missing' | 'ahead' | 'goal'
  /** On the scale of the milestone: entered, summed or compounded. */
  figure: FigureText | null
  derived: boolean
  /** As entered, where that is not the figure itself: what was new, or the change on the year before. */
  entered: { measure: string; value: FigureText | null }[]
  path: FigureText | null
  difference: FigureText | null
  observations: Observation[]
  /** The year of the chosen milestone. */
  isGoal: boolean
  /** The year is over, so that its figure could be there. */
  isOver: boolean
  isLatest: boolean
}

/** The baseline is the plan's own number: a figure of its year belongs to it where it says the same on the same scale. */
const isOf = (baseline: Baseline | null, { measure, value }: Observation, kind: Kind): boolean =>
  kind !== 'change' &&
  kind !== 'flow' &&
  measure === 'value' &&
  baseline !== null &&
  value !== null &&
  toFraction(value).equals(toFraction(baseline.value))

/** Longer stretches of a straight line are told by their ends. */
const MOST_AHEAD = 12

/** The years of the path after the last one that anything is known of. */
function yearsAhead({ chosen, chosenYear }: TargetChartData, known: Iterable<number>): number[] {
  if (!chosen || chosen.path.length === 0) return []
  const last = Math.max(...[...known].filter((year) => year < chosenYear))
  const years = chosen.path.map((point) => point.year).filter((year) => year > last && year < chosenYear)
  return years.length > MOST_AHEAD ? [] : years
}

/** The table beside the chart: baseline, every reported or missing year, the path up to the milestone. */
export function toFigureRows(detail: TargetDetail, chart: TargetChartData, milestone: Milestone): FigureRow[] {
  const { kind } = detail.indicator
  const isSummed = kind === 'flow' || kind === 'change'
  const ofYear = Map.groupBy(detail.observations, (one) => one.year)
  const years = new Set<number>([...ofYear.keys(), ...chart.bars.map((bar) => bar.year), milestone.year])
  if (milestone.baseline && kind !== 'done') years.add(milestone.baseline.year)
  const lastFigure = Math.max(...chart.points.map((point) => point.year), Number.NEGATIVE_INFINITY)
  for (const year of chart.missingYears.length <= 6 ? chart.missingYears : []) if (year < lastFigure) years.add(year)

  const ahead = yearsAhead(chart, years)
  for (const year of ahead) years.add(year)

  return [...years]
    .toSorted((a, b) => a - b)
    .map((year): FigureRow => {
      const isBaseline = milestone.baseline?.year === year && kind !== 'done'
      const approved = ofYear.get(year) ?? []
      const observations = isBaseline ? approved.filter((one) => isOf(milestone.baseline, one, kind)) : approved
      const point = chart.points.find((one) => one.year === year)
      const plain = isSummed ? undefined : observations.find((one) => one.value !== null)
      const figure = isBaseline ? (milestone.baseline?.value ?? null) : (point?.figure ?? plain?.value ?? null)
      const step = isBaseline ? undefined : chart.chosen?.path.find((one) => one.year === year)
      const isMissing = observations.every((one) => one.value === null)
      return {
        year,
        role: isBaseline
          ? 'baseline'
          : ahead.includes(year)
            ? 'ahead'
            : !isMissing
              ? 'figure'
              : year === milestone.year && observations.length === 0
                ? 'goal'
                : 'missing',
        figure,
        derived: point?.derived ?? false,
        entered: isSummed ? observations.map(({ measure, value }) => ({ measure, value })) : [],
        path: kind === 'done' ? null : (step?.figure ?? (year === milestone.year ? milestone.value : null)),
        difference: point && step ? minus(point.figure, step.figure) : null,
        observations,
        isGoal: year === milestone.year,
        isOver: year <= chart.now,
        isLatest: year === lastFigure,
      }
    })
}
