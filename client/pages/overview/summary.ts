import type { MilestoneChoice } from './filters.ts'
import { type Counts, countByStatus, type Judged } from './judged.ts'

/** What the first line says, as numbers. */
export interface Summary {
  choice: MilestoneChoice
  /** The deadline year is over: what is not decided now is only waiting for its figure. */
  ended: boolean
  total: number
  counts: Counts
  /** Neither achieved nor missed. */
  open: number
  /** Achieved before the deadline year's figure is in. */
  achievedEarly: number
  /** The years whose figures those rest on, oldest first. */
  earlyYears: number[]
  /** Missed on a figure that is still provisional. */
  missedProvisional: number
  /** The deadline year is over and its figure is not approved yet. */
  awaitingFinal: number
}

export function summarise(judged: readonly Judged[], choice: MilestoneChoice, nowYear: number): Summary {
  const counts = countByStatus(judged)
  const progress = judged.map((row) => row.progress)
  const early = progress.flatMap(({ status, latest, milestoneYear }) =>
    status === 'achieved' && latest && latest.year < milestoneYear ? [latest.year] : [],
  )
  return {
    choice,
    ended: choice !== 'next' && choice < nowYear,
    total: judged.length,
    counts,
    open: judged.length - counts.achieved - counts.missed,
    achievedEarly: early.length,
    earlyYears: [...new Set(early)].sort((one, other) => one - other),
    missedProvisional: progress.filter(({ status, flags }) => status === 'missed' && flags.includes('provisional'))
      .length,
    awaitingFinal: progress.filter(({ flags }) => flags.includes('awaiting-final')).length,
  }
}
