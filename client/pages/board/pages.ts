import type { Composite } from '../../../server/contract/composite.ts'
import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import { toYearInShanghai } from '../../format.ts'
import { rowsOf, toAttention } from '../report/rows.ts'
import { summarise, type Summary } from '../report/summary.ts'
import type { BoardData } from './board-data.ts'
import type { BoardQuery } from './query.ts'

export interface Row {
  target: ListedTarget
  progress: ListedTarget['progress'][number]
}

type Standing = Composite & { code: string }
type Changes = NonNullable<BoardData['changes']>
type RegionFreshness = BoardData['freshness']['regions'][number]

/** What stands on one page of the board. */
export type BoardPage =
  | { kind: 'counts'; summary: Summary }
  | { kind: 'attention'; rows: Row[]; total: number; further: number }
  | { kind: 'regions' | 'plans'; standings: Standing[] }
  | { kind: 'changes'; changes: Changes | null }
  | { kind: 'fresh'; regions: RegionFreshness[] }

/** So many can be read at five metres. */
const ATTENTION_PER_PAGE = 4
const STANDINGS_PER_PAGE = 5
const REGIONS_PER_PAGE = 5
/** Nobody waits for more pages than these; the overview has them all. */
const MOST_ATTENTION = 5 * ATTENTION_PER_PAGE

/** In pages of `size` at the most. */
export const inPages = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) => items.slice(page * size, (page + 1) * size))

/** The pages in the order in which they turn. */
export function toBoardPages(data: BoardData, { region, plan }: Pick<BoardQuery, 'region' | 'plan'>): BoardPage[] {
  const { targets, choice, composite, changes, freshness } = data
  const rows = rowsOf(targets, choice)
  const urgent = toAttention(rows)
  const regions = new Set(targets.map(({ regionCode }) => regionCode))
  const plans = new Set(targets.map(({ planCode }) => planCode))
  const shown = urgent.slice(0, MOST_ATTENTION)
  const ofRegions = composite.regions.filter(({ code, total }) => regions.has(code) && total > 0)
  const ofPlans = composite.plans.filter(({ code, total }) => plans.has(code) && total > 0)
  return [
    { kind: 'counts', summary: summarise(rows, choice, toYearInShanghai(data.asOf)) },
    ...(urgent.length === 0
      ? [{ kind: 'attention' as const, rows: [], total: 0, further: 0 }]
      : inPages(shown, ATTENTION_PER_PAGE).map((page) => ({
          kind: 'attention' as const,
          rows: page,
          total: urgent.length,
          further: urgent.length - shown.length,
        }))),
    ...(plan || region
      ? []
      : inPages(ofRegions, STANDINGS_PER_PAGE).map((standings) => ({ kind: 'regions' as const, standings }))),
    ...inPages(ofPlans, STANDINGS_PER_PAGE).map((standings) => ({ kind: 'plans' as const, standings })),
    { kind: 'changes', changes },
    ...inPages(
      freshness.regions.filter(({ regionCode }) => regions.has(regionCode)),
      REGIONS_PER_PAGE,
    ).map((page) => ({ kind: 'fresh' as const, regions: page })),
  ]
}
