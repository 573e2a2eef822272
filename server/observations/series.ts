import type { Indicator } from '../contract/reference.ts'
import { checkFigure } from '../domain/checks/checks.ts'
import type { Finding } from '../domain/checks/finding.ts'
import type { ApprovedFigure } from './queries.ts'
import type { Revision } from './revisions.ts'

/** The approved figures of a series beside one of its figures, and the one that this replaces or is. */
export function besides(
  { year, measure }: { year: number; measure: string },
  series: readonly ApprovedFigure[],
): { inForce: ApprovedFigure | undefined; others: ApprovedFigure[] } {
  const isIt = (one: ApprovedFigure): boolean => one.year === year && one.measure === measure
  return { inForce: series.find(isIt), others: series.filter((one) => !isIt(one)) }
}

/** What the checks find in a figure beside the approved figures of its series. */
export function findingsOf(
  figure: Revision,
  indicator: Indicator,
  series: readonly ApprovedFigure[],
  nowYear: number,
): Finding[] {
  const { inForce, others } = besides(figure, series)
  return checkFigure({
    indicator,
    figure,
    others: others.filter(hasValue),
    replaced: inForce?.value ?? null,
    nowYear,
  })
}

const hasValue = (figure: ApprovedFigure): figure is ApprovedFigure & { value: string } => figure.value !== null

export function indicatorOf(
  { id, indicatorCode }: { id: number; indicatorCode: string },
  indicators: ReadonlyMap<string, Indicator>,
): Indicator {
  const indicator = indicators.get(indicatorCode)
  if (indicator === undefined) throw new Error(`observation ${id} without its indicator`)
  return indicator
}
