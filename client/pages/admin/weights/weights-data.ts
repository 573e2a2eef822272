import { getComposite, getPlans, getRegions, getTargets } from '../../../api.ts'

/** The targets with the weights that were given, and what they are named by. */
export const loadWeights = async (signal: AbortSignal) => {
  const [targets, composite, plans, regions] = await Promise.all([
    getTargets({}, signal),
    getComposite({}, signal),
    getPlans(signal),
    getRegions(signal),
  ])
  return { targets: targets.items, weights: composite.weights, plans, regions }
}
export type WeightsData = Awaited<ReturnType<typeof loadWeights>>

export type WeightRevision = WeightsData['weights'][number]

/** Of one target, the first given first. */
export const revisionsOf = ({ weights }: WeightsData, id: string): WeightRevision[] =>
  weights.filter(({ targetId }) => targetId === id)
