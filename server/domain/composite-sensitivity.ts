import type Fraction from 'fraction.js'
import { meanOf, type Part, type Sums, sumsOf, toParts, type WeighedMilestone } from './composite.ts'
import { ONE, toFraction, ZERO } from './decimal.ts'

/** How the weights are varied, in the order in which it is told. Source: METHOD.md, "When the weights vary" */
export const VARIATIONS = ['as-set', 'equal', 'halved', 'doubled', 'left-out'] as const
export type Variation = (typeof VARIATIONS)[number]

/** The mean under other weights. */
export interface Scenario {
  variation: Variation
  /** Whose weight is halved, doubled or left out; null where it is about all of them. */
  targetId: string | null
  /** Null where nothing is left to take a mean of. */
  mean: Fraction | null
}

/** Between which values the mean moves, and by which target it moves most. */
export interface Range {
  lowest: Scenario & { mean: Fraction }
  highest: Scenario & { mean: Fraction }
  /** The change of one target's weight that moves the mean furthest; null where none moves it. */
  mover: (Scenario & { mean: Fraction }) | null
}

/**
 * The mean with the weights as they are set; with all weights equal; and with each weight, one at a time, halved, doubled
 * and left out.
 *
 * Weights of 0 are not varied: half or twice of nothing is nothing. Equal weights are 1 for them too.
 *
 * @returns in a fixed order: as set, equal, then target by target in the order given
 * Source: METHOD.md, "When the weights vary"
 */
export function scenariosOf(milestones: readonly WeighedMilestone[]): Scenario[] {
  const parts = toParts(milestones)
  const sums = sumsOf(parts)
  const twice = plus(sums, sums)
  return [
    { variation: 'as-set', targetId: null, mean: meanOf(sums) },
    { variation: 'equal', targetId: null, mean: meanOf(sumsOf(parts.map((part) => ({ ...part, weight: ONE })))) },
    ...parts.filter(({ weight }) => !weight.equals(0)).flatMap((part) => variationsOf(part, sums, twice)),
  ]
}

/** Half a weight less is, in numerator and denominator doubled, one less of twice the sums. */
function variationsOf({ targetId, share, weight }: Part, sums: Sums, twice: Sums): Scenario[] {
  const part = { weighed: share.mul(weight), weight }
  return [
    { variation: 'halved', targetId, mean: meanOf(less(twice, part)) },
    { variation: 'doubled', targetId, mean: meanOf(plus(sums, part)) },
    { variation: 'left-out', targetId, mean: meanOf(less(sums, part)) },
  ]
}

const plus = (one: Sums, other: Sums): Sums => ({
  weighed: one.weighed.add(other.weighed),
  weight: one.weight.add(other.weight),
})

const less = (one: Sums, other: Sums): Sums => ({
  weighed: one.weighed.sub(other.weighed),
  weight: one.weight.sub(other.weight),
})

/**
 * Between which values the mean moves in these scenarios; of equal ones the first counts.
 *
 * @param scenarios of `scenariosOf`
 * @returns null where there is no mean with the weights as set
 * Source: METHOD.md, "When the weights vary"
 */
export function rangeOf(scenarios: readonly Scenario[]): Range | null {
  const [asSet, ...others] = scenarios.filter(hasMean)
  if (asSet?.variation !== 'as-set') return null
  const best = (better: (one: Fraction, than: Fraction) => boolean) =>
    others.reduce((found, one) => (better(one.mean, found.mean) ? one : found), asSet)
  return {
    lowest: best((one, than) => one.lt(than)),
    highest: best((one, than) => one.gt(than)),
    mover: moverOf(asSet.mean, others),
  }
}

function moverOf(mean: Fraction, others: readonly (Scenario & { mean: Fraction })[]): Range['mover'] {
  let mover: Range['mover'] = null
  let furthest = ZERO
  for (const one of others) {
    if (one.targetId === null) continue
    const distance = one.mean.sub(mean).abs()
    if (distance.gt(furthest)) [mover, furthest] = [one, distance]
  }
  return mover
}

const hasMean = (scenario: Scenario): scenario is Scenario & { mean: Fraction } => scenario.mean !== null

/** What one milestone adds to the mean, and its part of all weights; null where it does not count. */
export function contributionOf(
  milestone: WeighedMilestone,
  all: Fraction,
): { weightShare: Fraction; contribution: Fraction } | null {
  const [part] = toParts([milestone])
  if (part === undefined || part.weight.equals(0)) return null
  const weightShare = toFraction(milestone.weight).div(all)
  return { weightShare, contribution: weightShare.mul(part.share) }
}
