import { getIndicators, getPlans, getRegions, getTargets } from '../../../api.ts'

/** The targets, and what they are named by. */
export const loadTargets = async (signal: AbortSignal) => {
  const [targets, plans, regions, indicators] = await Promise.all([
    getTargets({}, signal),
    getPlans(signal),
    getRegions(signal),
    getIndicators(signal),
  ])
  return { targets: targets.items, plans, regions, indicators }
}
export type TargetsData = Awaited<ReturnType<typeof loadTargets>>
