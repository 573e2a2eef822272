import type { Composite, CompositeMilestone } from '../contract/composite.ts'
import { type Column, text, value } from '../domain/csv.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import { METHOD } from '../domain/progress.ts'
import { STATUS_REASONS, STATUSES } from '../domain/words.ts'

export interface GroupLine {
  grouping: 'region' | 'plan'
  code: string
  nameZh: string
  milestone: MilestoneChoice
  composite: Composite
}

const countOf = (counts: readonly { reason: string; count: number }[], reason: string): number =>
  counts.find((one) => one.reason === reason)?.count ?? 0

const underscored = (word: string): string => word.replaceAll('-', '_')

/** `composite.csv`, a line per region and per plan; columns are never renamed or moved, new ones come at the end. */
export const COMPOSITE_COLUMNS: readonly Column<GroupLine>[] = [
  value('grouping', ({ grouping }) => grouping),
  value('code', ({ code }) => code),
  text('name_zh', ({ nameZh }) => nameZh),
  value('milestone', ({ milestone }) => milestone),
  value('total', ({ composite }) => composite.total),
  ...STATUSES.map((status) => value<GroupLine>(underscored(status), ({ composite }) => composite.statuses[status])),
  ...STATUS_REASONS.map((reason) =>
    value<GroupLine>(underscored(reason), ({ composite }) => countOf(composite.unassessed, reason)),
  ),
  value('assessable', ({ composite }) => composite.assessable),
  value('kept', ({ composite }) => composite.kept),
  value('kept_share', ({ composite }) => composite.keptShare),
  value('counted', ({ composite }) => composite.counted),
  value('uncounted_done', ({ composite }) => countOf(composite.uncounted, 'done')),
  value('uncounted_hold', ({ composite }) => countOf(composite.uncounted, 'hold')),
  value('uncounted_weight_zero', ({ composite }) => countOf(composite.uncounted, 'weight-zero')),
  value('mean', ({ composite }) => composite.mean),
  value('lowest', ({ composite }) => composite.range?.lowest.mean ?? null),
  value('lowest_variation', ({ composite }) => composite.range?.lowest.variation ?? null),
  value('lowest_target', ({ composite }) => composite.range?.lowest.targetId ?? null),
  value('highest', ({ composite }) => composite.range?.highest.mean ?? null),
  value('highest_variation', ({ composite }) => composite.range?.highest.variation ?? null),
  value('highest_target', ({ composite }) => composite.range?.highest.targetId ?? null),
  value('mover', ({ composite }) => composite.range?.mover?.targetId ?? null),
  value('weighted', ({ composite }) => composite.weighted),
  value('method', () => METHOD.id),
  value('method_version', () => METHOD.version),
  value('sample', ({ composite }) => composite.sample),
]

export interface PartLine {
  milestone: CompositeMilestone
  sample: boolean
}

/** `composite-targets.csv`, a line per milestone of the choice: from it every line of `composite.csv` can be recomputed. */
export const PART_COLUMNS: readonly Column<PartLine>[] = [
  value('target_id', ({ milestone }) => milestone.targetId),
  value('plan_code', ({ milestone }) => milestone.planCode),
  value('region_code', ({ milestone }) => milestone.regionCode),
  value('milestone_year', ({ milestone }) => milestone.milestoneYear),
  value('status', ({ milestone }) => milestone.status),
  value('reason', ({ milestone }) => milestone.reason),
  value('path_share', ({ milestone }) => milestone.pathShare),
  value('counts_as', ({ milestone }) => milestone.countsAs),
  value('uncounted', ({ milestone }) => milestone.uncounted),
  value('weight', ({ milestone }) => milestone.weight),
  value('weight_revision', ({ milestone }) => milestone.weightRevision),
  value('weight_share', ({ milestone }) => milestone.weightShare),
  value('contribution', ({ milestone }) => milestone.contribution),
  value('mean_halved', ({ milestone }) => milestone.moved?.halved ?? null),
  value('mean_doubled', ({ milestone }) => milestone.moved?.doubled ?? null),
  value('mean_left_out', ({ milestone }) => milestone.moved?.leftOut ?? null),
  value('method', () => METHOD.id),
  value('method_version', () => METHOD.version),
  value('sample', ({ sample }) => sample),
]
