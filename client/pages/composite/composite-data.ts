import { getComposite, getPlans, getRegions, type Query } from '../../api.ts'
import { either } from '../../i18n/language.ts'

/** The answer to a query of `GET /api/composite`, with the names of regions and plans. */
export async function loadComposite(query: Query, signal: AbortSignal) {
  const [answer, regions, plans] = await Promise.all([
    getComposite(query, signal),
    getRegions(signal),
    getPlans(signal),
  ])
  return { answer, regions, plans }
}

export type CompositeData = Awaited<ReturnType<typeof loadComposite>>

export type Grouping = 'region' | 'plan'

/** The name of a region or plan in the language of the page; an unknown code stands for itself. */
export function nameOf({ regions, plans }: CompositeData, grouping: Grouping, code: string): string {
  const region = regions.find((one) => one.code === code)
  const plan = plans.find((one) => one.code === code)
  if (grouping === 'region') return region ? either(region.nameZh, region.nameEn) : code
  return plan ? either(plan.titleZh, plan.titleEn) : code
}
