import type { ReviewItem } from '../../../server/contract/review.ts'
import type { FigureText, Milestone } from '../../../server/domain/model.ts'
import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'

/**
 * The running total of a `flow` without and with the submitted figure: from the milestone's baseline up to the latest
 * year that has a figure. Null for other kinds, and where nothing is added up because no baseline is printed.
 */
export function totalsOf(
  { observation, approved, earlier, indicator }: ReviewItem,
  milestone: Milestone | undefined,
): { before: FigureText; after: FigureText } | null {
  const baseline = milestone?.baseline
  if (indicator.kind !== 'flow' || !baseline || observation.value === null || observation.year <= baseline.year)
    return null
  const add = (values: readonly (FigureText | null)[]): FigureText =>
    roundHalfAway(
      values.reduce((sum, value) => (value === null ? sum : sum.add(toFraction(value))), toFraction(baseline.value)),
      PLACES,
    )
  const others = earlier.filter(({ year }) => year > baseline.year).map(({ value }) => value)
  return { before: add([...others, approved?.value ?? null]), after: add([...others, observation.value]) }
}

/** More places than figures have: sums of decimals are exact. */
const PLACES = 30
