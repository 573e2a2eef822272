import type Fraction from 'fraction.js'
import { meanOf, type Part, type Sums, sumsOf, toParts, type WeighedMilestone } from './composite.ts'
import { ONE, toFraction } from './decimal.ts'

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

const HALF = ONE.div(2)

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
  return [
    { variation: 'as-set', targetId: null, mean: meanOf(sums) },
    { variation: 'equal', targetId: null, mean: meanOf(sumsOf(parts.map((part) => ({ ...part, weight: ONE })))) },
    ...parts.filter(({ weight }) => !weight.equals(0)).flatMap((part) => variationsOf(part, sums)),
  ]
}

function variationsOf(part: Part, sums: Sums): Scenario[] {
  const { targetId } = part
  return [
    { variation: 'halved', targetId, mean: meanOf(without(sums, part, HALF)) },
    { variation: 'doubled', targetId, mean: meanOf(without(sums, part, ONE.neg())) },
    { variation: 'left-out', targetId, mean: meanOf(without(sums, part, ONE)) },
  ]
}

/** The sums without the given multiple of one weight. */
const without = ({ weighed, weight }: Sums, part: Part, multiple: Fraction): Sums => ({
  weighed: weighed.sub(part.share.mul(part.weight).mul(multiple)),
  weight: weight.sub(part.weight.mul(multiple)),
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
  const distance = ({ mean }: { mean: Fraction }): Fraction => mean.sub(asSet.mean).abs()
  const best = (better: (one: Fraction, than: Fraction) => boolean) =>
    others.reduce((found, one) => (better(one.mean, found.mean) ? one : found), asSet)
  const mover = others
    .filter(({ targetId }) => targetId !== null)
    .reduce((found, one) => (distance(one).gt(distance(found)) ? one : found), asSet)
  return {
    lowest: best((one, than) => one.lt(than)),
    highest: best((one, than) => one.gt(than)),
    mover: mover === asSet ? null : mover,
  }
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
