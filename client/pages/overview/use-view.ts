import { useMemo } from 'preact/hooks'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import type { Filters } from './filters.ts'
import {
  type Counts,
  countByStatus,
  flagged,
  type Judged,
  type JudgedByChoice,
  judgeAll,
  narrow,
  type SearchedTexts,
} from './judged.ts'
import { listed, type Listing, toListing } from './listing.ts'
import type { OverviewData } from './overview-data.ts'
import { summarise, type Summary } from './summary.ts'

/** Everything that one state of the overview shows, each narrower than the one before. */
export interface View {
  /** What region, plan, theme and text leave, by choice of milestones: every choice that there is. */
  narrowed: JudgedByChoice
  counts: ReadonlyMap<MilestoneChoice, Counts>
  summary: Summary
  /** Those with a milestone of the choice. */
  total: number
  /** Of these, those of the chosen status. */
  shown: readonly Judged[]
  listing: Listing
}

/** Computes anew only what depends on the filters that changed: thousands of targets are gone through for each. */
export function useView(
  data: OverviewData,
  filters: Filters,
  texts: SearchedTexts | undefined,
  { nowYear, fewRows }: { nowYear: number; fewRows: number },
): View {
  const { region, plan, theme, q, flag, milestone, status, by, page } = filters
  const searched = texts === undefined ? '' : q
  const narrowed = useMemo(
    () => judgeAll(narrow(data.targets, { region, plan, theme, q: searched }, texts), data.milestoneYears),
    [data, region, plan, theme, searched, texts],
  )
  const judged = useMemo(() => flagged(narrowed, flag), [narrowed, flag])
  const counts = useMemo(() => new Map([...judged].map(([choice, rows]) => [choice, countByStatus(rows)])), [judged])
  const chosen = useMemo(() => judged.get(milestone) ?? [], [judged, milestone])
  const summary = useMemo(() => summarise(chosen, milestone, nowYear), [chosen, milestone, nowYear])
  const shown = useMemo(
    () => (status ? chosen.filter(({ progress }) => progress.status === status) : chosen),
    [chosen, status],
  )
  const listing = useMemo(() => {
    const codes = by === 'plan' ? data.plans : by === 'theme' ? data.themes : []
    const inOrder = codes.map(({ code }) => code)
    return toListing(listed(shown, { by, status, flag }), { by, page }, inOrder, fewRows)
  }, [shown, by, page, status, flag, data, fewRows])
  return useMemo(
    () => ({ narrowed, counts, summary, total: chosen.length, shown, listing }),
    [narrowed, counts, summary, chosen, shown, listing],
  )
}
