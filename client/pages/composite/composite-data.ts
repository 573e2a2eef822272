import type { Composite } from '../../../server/contract/composite.ts'
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

/** The one region or plan that was asked for, with its milestones. */
export type Chosen = NonNullable<CompositeData['answer']['chosen']>

/** How the targets of a region or plan stand together. */
export interface Group extends Composite {
  code: string
}

export type Grouping = 'region' | 'plan'

/** What a region or plan is called; an unknown code stands for itself. */
export const nameOfGroup = ({ regions, plans }: CompositeData, grouping: Grouping, code: string): string =>
  grouping === 'region' ? nameOf(regions, code) : titleOf(plans, code)
