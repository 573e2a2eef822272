import { getPlans, getRegions, getTargets, getThemes } from '../../api.ts'

/** All targets as of one instant, with the lists that name their plans, regions and themes. */
export async function loadOverview(asOf: string, signal: AbortSignal) {
  const [targets, plans, regions, themes] = await Promise.all([
    getTargets({ asOf }, signal),
    getPlans(signal),
    getRegions(signal),
    getThemes(signal),
  ])
  return { asOf: targets.asOf, targets: targets.items, plans, regions, themes }
}

export type OverviewData = Awaited<ReturnType<typeof loadOverview>>
