import type { Changes } from '../../../server/contract/changes.ts'
import type { Freshness } from '../../../server/contract/freshness.ts'
import { get, getFreshness, getPlans, getProgress, getRegions, getTargetTexts, getThemes } from '../../api.ts'
import { useAnswer } from '../../state/use-answer.ts'
import type { Filters } from './filters.ts'
import { milestoneYears, type SearchedTexts } from './judged.ts'
import { type SinceCounts, toSinceCounts } from './since-counts.ts'

/** So many targets are gone through in the browser; of more only their regions are shown. */
const MOST_TARGETS = 3000

/**
 * All targets as of one instant, with the lists that name their plans, regions and themes; undefined where they are more
 * than a browser goes through.
 */
export async function loadOverview(asOf: string, signal: AbortSignal) {
  const unwanted = new AbortController()
  const either = AbortSignal.any([signal, unwanted.signal])
  const named = Promise.all([getPlans(either), getRegions(either), getThemes(either)])
  named.catch(() => undefined) // where they are not waited for
  const targets = await getProgress({ asOf, most: MOST_TARGETS }, signal)
  if (targets.total > MOST_TARGETS) {
    unwanted.abort()
    return undefined
  }
  const [plans, regions, themes] = await named
  return {
    asOf: targets.asOf,
    targets: targets.items,
    milestoneYears: milestoneYears(targets.items),
    plans,
    regions,
    themes,
  }
}

export type OverviewData = NonNullable<Awaited<ReturnType<typeof loadOverview>>>

/** What the filters can be set to. */
export const choicesOf = ({ milestoneYears, regions, plans, themes }: OverviewData) => ({
  milestone: milestoneYears,
  region: regions.map(({ code }) => code),
  plan: plans.map(({ code }) => code),
  theme: themes.map(({ code }) => code),
})

/** What a search looks through, as of the instant of the list; asked for when something is to be searched. */
export const useSearchedTexts = (asOf: string, wanted: boolean) =>
  useAnswer<SearchedTexts | undefined>(wanted ? `target texts ${asOf}` : 'no target texts', async (signal) =>
    wanted ? await getTargetTexts(asOf, signal) : undefined,
  )

/** How fresh the figures are; comes after the page. */
export const useFreshness = (asOf: string) =>
  useAnswer<Freshness>(`freshness ${asOf}`, (signal) => getFreshness(asOf, signal))

/** What changed since the last round closed: null where none has, or where it cannot be told. Comes after the page. */
export interface SinceLastRound extends SinceCounts {
  year: number
  closedOn: string
}

export const useSinceLastRound = (
  { region, plan, asOf }: Pick<Filters, 'region' | 'plan' | 'asOf'>,
  lastRound: Freshness['lastRound'],
) =>
  useAnswer<SinceLastRound | null>(
    `since ${lastRound?.closedOn ?? ''} ${region} ${plan} ${asOf}`,
    async (signal): Promise<SinceLastRound | null> => {
      if (lastRound === null) return null
      const query = { since: lastRound.closedOn, asOf, region, plan, brief: 1 }
      return { ...lastRound, ...toSinceCounts(await get<Changes>('/api/changes', query, signal)) }
    },
  )
