import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { isAwaiting } from '../overview/awaiting.ts'
import { type Counts, countByStatus } from '../overview/judged.ts'
import type { Standing } from './rows.ts'

/** The milestones of one year, or the next one of each target, as numbers. */
export interface Summary {
  choice: MilestoneChoice
  /** The year is over: what is open waits for its figure. */
  ended: boolean
  total: number
  counts: Counts
  /** Neither achieved nor missed, the year over, and its figure not approved although it decides something. */
  awaiting: number
  /** Achieved on the figure of an earlier year than the milestone's, which can still be lost. */
  early: number
  /** Missed on a figure that is still provisional. */
  missedProvisional: number
}

export function summarise(rows: readonly Standing[], choice: MilestoneChoice, nowYear: number): Summary {
  const count = (is: (row: Standing) => boolean): number => rows.filter(is).length
  return {
    choice,
    ended: choice !== 'next' && choice < nowYear,
    total: rows.length,
    counts: countByStatus(rows),
    awaiting: count(isAwaiting),
    early: count(
      ({ progress: { status, latest, milestoneYear } }) =>
        status === 'achieved' && latest !== null && latest.year < milestoneYear,
    ),
    missedProvisional: count(({ progress }) => progress.status === 'missed' && progress.flags.includes('provisional')),
  }
}
