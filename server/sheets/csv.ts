import type { RegionFreshness } from '../contract/freshness.ts'
import { type Column, text, value } from '../domain/csv.ts'

export interface FreshnessLine {
  regionZh: string
  region: RegionFreshness
  latest: RegionFreshness['latestYears'][number]
}

/** `freshness.csv`, a line per region and year of its latest figures; columns are never renamed or moved, new ones come at the end. */
export const FRESHNESS_COLUMNS: readonly Column<FreshnessLine>[] = [
  value('region_code', ({ region }) => region.regionCode),
  text('region_zh', ({ regionZh }) => regionZh),
  value('latest_year', ({ latest }) => latest.year),
  value('series', ({ latest }) => latest.series),
  value('round_year', ({ region }) => region.year),
  value('opens_on', ({ region }) => region.opensOn),
  value('closes_on', ({ region }) => region.closesOn),
  value('owed', ({ region }) => region.owed),
  value('approved', ({ region }) => region.approved),
]
