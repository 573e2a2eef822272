import fc from 'fast-check'
import type Fraction from 'fraction.js'
import { compositeOf, countedShare, toParts, type WeighedMilestone } from '../../server/domain/composite.ts'
import { contributionOf, rangeOf, scenariosOf } from '../../server/domain/composite-sensitivity.ts'
import { toFraction, ZERO } from '../../server/domain/decimal.ts'
import { KINDS, STATUS_REASONS, STATUSES } from '../../server/domain/words.ts'

/** A milestone half of the way behind, changed where a test needs it. */
export const weighed = (part: Partial<WeighedMilestone> = {}): WeighedMilestone => ({
  targetId: 'one',
  kind: 'level',
  status: 'far-behind',
  reason: null,
  pathShare: 0.5,
  weight: '1',
  ...part,
})

const milestones = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      status: fc.constantFrom(...STATUSES),
      reason: fc.constantFrom(...STATUS_REASONS),
      pathShare: fc.option(fc.integer({ min: -30_000, max: 30_000 }).map((tenThousandths) => tenThousandths / 10_000)),
      weight: fc.constantFrom('0', '0.0', '0.001', '0.5', '1', '1.0', '2', '3.7', '123456789012345678901234567890'),
    }),
    { maxLength: 9 },
  )
  .map((rows): WeighedMilestone[] =>
    rows.map((row, at) => {
      const isAssessable = row.status !== 'no-data' && row.status !== 'not-assessable'
      return {
        ...row,
        targetId: `target-${at}`,
        reason: isAssessable ? null : row.reason,
        pathShare: isAssessable ? row.pathShare : null,
      }
    }),
  )

const check = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

/** Everything that must hold of a weighted mean and of its range. */
export function assertCompositeLaws(numRuns: number): void {
  fc.assert(
    fc.property(milestones, fc.integer({ min: 2, max: 50 }), (all, factor) => {
      const found = compositeOf(all)
      const scenarios = scenariosOf(all)
      const sum = (counts: readonly { count: number }[]): number =>
        counts.reduce((total, { count }) => total + count, 0)
      check(sum(found.unassessed) + found.assessable === found.total, 'each is assessable, or told with its reason')
      check(sum(found.uncounted) + found.counted === found.assessable, 'each assessable one counts, or is told')
      check(
        Object.values(found.statuses).reduce((total, count) => total + count, 0) === found.total,
        'each has a status',
      )
      check((found.mean === null) === (found.counted === 0), 'a mean is of something')

      const parts = toParts(all).filter(({ weight }) => weight.gt(0))
      if (found.mean !== null) assertMean(found.mean, found.weight, all, parts)
      assertRange(scenarios)

      const scaled = all.map((one) => ({ ...one, weight: toFraction(one.weight).mul(factor).toString(40) }))
      check(isSame(compositeOf(scaled).mean, found.mean), 'only the proportions of the weights matter')
      check(isSame(compositeOf(all.toReversed()).mean, found.mean), 'the order does not matter')
      assertOneWeightDirections(all, found.mean)
    }),
    { numRuns },
  )
}

const isSame = (one: Fraction | null, other: Fraction | null): boolean =>
  one === null || other === null ? one === other : one.equals(other)

function assertMean(
  mean: Fraction,
  weight: Fraction,
  all: readonly WeighedMilestone[],
  parts: ReturnType<typeof toParts>,
) {
  check(
    parts.some(({ share }) => share.lte(mean)) && parts.some(({ share }) => share.gte(mean)),
    'a mean lies between what it is of',
  )
  check(mean.lte(1), 'nothing counts more than 1')
  const added = all.map((one) => contributionOf(one, weight)?.contribution ?? ZERO)
  check(added.reduce((total, one) => total.add(one), ZERO).equals(mean), 'what each adds comes to the mean')
  check(
    all.every((one) => (countedShare(one) ?? ZERO).lte(1)),
    'shares are capped',
  )
}

function assertRange(scenarios: ReturnType<typeof scenariosOf>): void {
  const range = rangeOf(scenarios)
  const means = scenarios.flatMap(({ mean }) => (mean === null ? [] : [mean]))
  if (scenarios[0]?.mean === null) return check(range === null, 'no range without a mean')
  check(
    range !== null && means.every((mean) => mean.gte(range.lowest.mean) && mean.lte(range.highest.mean)),
    'a range holds all',
  )
}

/** Half a weight, and none, go away from what the target counts; twice the weight goes towards it. */
function assertOneWeightDirections(all: readonly WeighedMilestone[], mean: Fraction | null): void {
  if (mean === null) return
  for (const { targetId, share } of toParts(all)) {
    const found = scenariosOf(all).filter((scenario) => scenario.targetId === targetId)
    const by = Object.fromEntries(found.map((scenario) => [scenario.variation, scenario.mean]))
    const [halved, doubled, leftOut] = [by['halved'], by['doubled'], by['left-out']]
    if (!halved || !doubled) continue
    const distance = (one: Fraction): Fraction => one.sub(share).abs()
    check(distance(doubled).lte(distance(mean)) && distance(mean).lte(distance(halved)), 'weight pulls')
    if (leftOut) check(distance(halved).lte(distance(leftOut)), 'none pulls less than half')
  }
}
