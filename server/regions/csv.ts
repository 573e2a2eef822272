import type { RegionRow, Standing } from '../contract/region-progress.ts'
import { type Column, text, value } from '../domain/csv.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import { METHOD } from '../domain/progress.ts'
import { STATUSES } from '../domain/words.ts'

export interface RegionLine {
  region: Pick<RegionRow, 'code' | 'nameZh' | 'parentCode' | 'below'>
  /** Its own targets, or also those of all below it. */
  scope: 'own' | 'within'
  milestone: MilestoneChoice
  standing: Standing
}

/** `region-progress.csv`, a line per region; columns are never renamed or moved, new ones come at the end. */
export const REGION_COLUMNS: readonly Column<RegionLine>[] = [
  value('region_code', ({ region }) => region.code),
  text('region_zh', ({ region }) => region.nameZh),
  value('parent_code', ({ region }) => region.parentCode),
  value('regions_below', ({ region }) => region.below),
  value('scope', ({ scope }) => scope),
  value('milestone', ({ milestone }) => milestone),
  value('total', ({ standing }) => standing.total),
  ...STATUSES.map((status) =>
    value<RegionLine>(status.replaceAll('-', '_'), ({ standing }) => standing.statuses[status]),
  ),
  value('fresh', ({ standing }) => standing.fresh),
  value('method', () => METHOD.id),
  value('method_version', () => METHOD.version),
]
