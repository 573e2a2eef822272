import { getComposite, getPlans, getRegions, type Query } from '../../api.ts'
import { nameOf, titleOf } from '../../names.ts'

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

/** What a region or plan is called; an unknown code stands for itself. */
export const nameOfGroup = ({ regions, plans }: CompositeData, grouping: Grouping, code: string): string =>
  grouping === 'region' ? nameOf(regions, code) : titleOf(plans, code)
