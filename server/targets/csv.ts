import type { Plan } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import { type Column, text, value } from '../domain/csv.ts'
import type { Milestone, Progress } from '../domain/model.ts'
import type { PromisedTarget } from './judge.ts'
import type { StoredTarget } from './queries.ts'

export interface MilestoneLine {
  stored: StoredTarget
  target: PromisedTarget
  plan: Plan
  milestone: Milestone
}

/** The line of the log that wrote the revision in force. */
const seqInForce = ({ revisions }: StoredTarget): number => (revisions.at(-1) ?? revisions[0]).seq

/** `targets.csv`, a line per milestone; columns are never renamed or moved, new ones come at the end. */
export const TARGET_COLUMNS: readonly Column<MilestoneLine>[] = [
  value('target_id', ({ target }) => target.id),
  value('plan_code', ({ plan }) => plan.code),
  text('plan_zh', ({ plan }) => plan.titleZh),
  text('document_number', ({ plan }) => plan.documentNumber),
  value('region_code', ({ target }) => target.regionCode),
  value('indicator_code', ({ target }) => target.indicatorCode),
  text('indicator_zh', ({ target }) => target.indicator.nameZh),
  text('unit_zh', ({ target }) => target.indicator.unitZh),
  value('kind', ({ target }) => target.indicator.kind),
  value('better', ({ target }) => target.indicator.better),
  value('theme', ({ target }) => target.indicator.theme),
  text('owner_zh', ({ target }) => target.ownerZh),
  value('milestone_year', ({ milestone }) => milestone.year),
  value('comparator', ({ milestone }) => milestone.comparator),
  value('value', ({ milestone }) => milestone.value),
  value('value_high', ({ milestone }) => milestone.valueHigh),
  value('tolerance', ({ milestone }) => milestone.tolerance),
  text('wording', ({ milestone }) => milestone.wordingZh),
  value('deadline_basis', ({ milestone }) => milestone.deadlineBasis),
  value('baseline_year', ({ milestone }) => milestone.baseline?.year ?? null),
  value('baseline_value', ({ milestone }) => milestone.baseline?.value ?? null),
  value('baseline_basis', ({ milestone }) => milestone.baseline?.basis ?? null),
  text('baseline_quote', ({ milestone }) => milestone.baseline?.quote ?? null),
  text('clause', ({ target }) => target.clause),
  text('quote', ({ target }) => target.quote),
  text('source_file', ({ target }) => target.sourceFile),
  text('conflicts', ({ target }) => (target.conflicts.length > 0 ? JSON.stringify(target.conflicts) : null)),
  value('revised_seq', ({ stored }) => seqInForce(stored)),
]

export interface ProgressLine {
  stored: StoredTarget
  target: Target
  progress: Progress
}

/** `progress.csv`, a line per milestone; columns are never renamed or moved, new ones come at the end. */
export const PROGRESS_COLUMNS: readonly Column<ProgressLine>[] = [
  value('target_id', ({ target }) => target.id),
  value('milestone_year', ({ progress }) => progress.milestoneYear),
  value('status', ({ progress }) => progress.status),
  value('reason', ({ progress }) => progress.reason),
  value('covered_share', ({ progress }) => progress.coveredShare),
  value('path_share', ({ progress }) => progress.pathShare),
  value('expected', ({ progress }) => progress.expected),
  value('latest_year', ({ progress }) => progress.latest?.year ?? null),
  value('latest_value', ({ progress }) => progress.latest?.value ?? null),
  value('gap', ({ progress }) => progress.gap),
  value('required_per_year', ({ progress }) => progress.requiredPerYear),
  value('recent_per_year', ({ progress }) => progress.recentPerYear),
  value('projected_year', ({ progress }) => progress.projectedYear),
  value('projection_refused', ({ progress }) => progress.projectionRefused),
  value('second_ratio', ({ progress }) => progress.second?.ratio ?? null),
  value('second_status', ({ progress }) => progress.second?.status ?? null),
  value('method', ({ progress }) => progress.method.id),
  value('method_version', ({ progress }) => progress.method.version),
  value('flags', ({ progress }) => progress.flags.join(';')),
  value('sample', ({ target }) => target.sample),
  value('target_seq', ({ stored }) => seqInForce(stored)),
  value('figure_seqs', ({ progress }) => progress.latest?.revisionIds.join(';') ?? null),
]
