import type { Target } from '../../../server/contract/target.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { milestoneYears } from '../overview/judged.ts'
import type { ReportQuery } from './query.ts'
import { type Row, rowsOf } from './rows.ts'
import { summarise, type Summary } from './summary.ts'

/** The milestones of one year, or the next one of each target, and how they stand. */
export interface Stage {
  choice: MilestoneChoice
  rows: Row[]
  summary: Summary
}

/** The milestones of one plan or theme. */
export interface Part {
  code: string
  rows: Row[]
}

/** Every stage that was asked for, the earliest first; a year in which nothing is due is no stage. */
export function toStages(targets: readonly Target[], milestone: ReportQuery['milestone'], nowYear: number): Stage[] {
  const choices = milestone === 'all' ? milestoneYears(targets) : [milestone]
  return choices.flatMap((choice) => {
    const rows = rowsOf(targets, choice)
    return rows.length ? [{ choice, rows, summary: summarise(rows, choice, nowYear) }] : []
  })
}

/**
 * The rows of all stages by plan or theme, in the order of `codes`; each target's milestones together, in the order in
 * which the plan has its targets.
 */
export function toParts(stages: readonly Stage[], of: (target: Target) => string, codes: readonly string[]): Part[] {
  const rows = [
    ...Map.groupBy(
      stages.flatMap((stage) => stage.rows),
      ({ target }) => target.id,
    ).values(),
  ].flat()
  const parts = Map.groupBy(rows, ({ target }) => of(target))
  const rank = (code: string): number => (codes.includes(code) ? codes.indexOf(code) : codes.length)
  return [...parts].map(([code, own]) => ({ code, rows: own })).toSorted((a, b) => rank(a.code) - rank(b.code))
}
