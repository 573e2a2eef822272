import type { Progress, ProgressInput } from './model.ts'
import { progressOf } from './progress.ts'
import { fittingMeasures } from './series.ts'

/** How a milestone stood with the figures up to one year. */
export interface YearProgress extends Pick<Progress, 'status' | 'reason' | 'expected' | 'coveredShare' | 'pathShare'> {
  year: number
  /** On the scale of the milestone: a sum for `flow`, a compounded change for `change`; null where it cannot be told. */
  value: string | null
  /** A sum or a compounded change, not an entered figure. */
  derived: boolean
  /** It rests on a figure that is provisional. */
  provisional: boolean
}

/**
 * How a milestone stood with the figures up to each year that has one, oldest first: in which year did it turn?
 *
 * Measured by today's promise and today's figures, with "now" the year after, so that a deadline year's figure decides;
 * but never later than `nowYear`, so the last year says what `progressOf` says. Years before the baseline, after the
 * milestone and without a figure are left out.
 *
 * Source: METHOD.md, "Which figures are used"
 */
export function yearlyProgress(input: ProgressInput): YearProgress[] {
  return yearsInUse(input).map((year) => {
    const { status, reason, latest, expected, coveredShare, pathShare, flags } = progressOf({
      ...input,
      original: null,
      figures: input.figures.filter((figure) => figure.year <= year),
      nowYear: Math.min(year + 1, input.nowYear),
    })
    return {
      year,
      value: latest?.value ?? null,
      derived: latest?.derived ?? false,
      provisional: flags.includes('provisional'),
      status,
      reason,
      expected,
      coveredShare,
      pathShare,
    }
  })
}

/** The years whose figures the milestone can be judged by, oldest first. */
function yearsInUse(input: ProgressInput): number[] {
  const { indicator, promised, figures, nowYear } = input
  const { year: deadline, baseline } = promised.milestone
  const first = indicator.kind === 'done' || baseline === null ? -Infinity : baseline.year + 1
  const last = Math.min(deadline, nowYear)
  const measures = fittingMeasures(input)
  const years = figures.flatMap(({ year, measure }) =>
    year >= first && year <= last && measures.includes(measure) ? [year] : [],
  )
  return [...new Set(years)].sort((one, other) => one - other)
}
