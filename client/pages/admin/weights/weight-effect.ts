import type { CompositeMilestone } from '../../../../server/contract/composite.ts'
import { compositeOf, isWeight, type WeighedMilestone } from '../../../../server/domain/composite.ts'
import { toShare } from '../../../../server/domain/decimal.ts'

/** A mean of which the target is a part, before and after. */
export interface Effect {
  before: number | null
  after: number | null
}

/**
 * What another weight of a target makes of a mean, computed as the server does, from what it published.
 *
 * @returns undefined where the target has no milestone of the choice, or the weight is none
 */
export function effectOf(
  milestones: readonly CompositeMilestone[],
  targetId: string,
  weight: string,
): Effect | undefined {
  if (!isWeight(weight) || !milestones.some((one) => one.targetId === targetId)) return undefined
  const meanOf = (all: readonly WeighedMilestone[]): number | null => {
    const { mean } = compositeOf(all)
    return mean && toShare(mean)
  }
  return {
    before: meanOf(milestones),
    after: meanOf(milestones.map((one) => (one.targetId === targetId ? { ...one, weight } : one))),
  }
}
