import { type Column, value } from '../domain/csv.ts'
import { METHOD } from '../domain/progress.ts'
import type { YearProgress } from '../domain/yearly-progress.ts'
import type { AskedMilestone } from './queries.ts'

export interface YearLine {
  asked: AskedMilestone
  standing: YearProgress
}

/** `yearly-progress.csv`, a line per milestone and year with a figure; columns are never renamed or moved, new ones come at the end. */
export const YEAR_COLUMNS: readonly Column<YearLine>[] = [
  value('target_id', ({ asked }) => asked.targetId),
  value('milestone_year', ({ asked }) => asked.milestoneYear),
  value('year', ({ standing }) => standing.year),
  value('status', ({ standing }) => standing.status),
  value('reason', ({ standing }) => standing.reason),
  value('value', ({ standing }) => standing.value),
  value('derived', ({ standing }) => standing.derived),
  value('provisional', ({ standing }) => standing.provisional),
  value('expected', ({ standing }) => standing.expected),
  value('covered_share', ({ standing }) => standing.coveredShare),
  value('path_share', ({ standing }) => standing.pathShare),
  value('method', () => METHOD.id),
  value('method_version', () => METHOD.version),
  value('sample', ({ asked }) => asked.sample),
]
