import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { isDecided } from '../../../server/domain/words.ts'
import { isAwaiting } from './awaiting.ts'
import { type Counts, countByStatus, type Judged } from './judged.ts'

/** What the first line says, as numbers. */
export interface Summary {
  choice: MilestoneChoice
  /** The deadline year is over: what is not decided now is only waiting for its figure. */
  ended: boolean
  total: number
  counts: Counts
  /** Neither achieved nor missed, for the deadline year is over and its figure, which decides, is not approved yet. */
  awaiting: number
  /** By status, what is neither achieved nor missed; of an ended year without those awaiting, so that all add up to `total`. */
  others: Counts
  /** Achieved before the deadline year is over: the deadline years, oldest first. */
  ahead: { count: number; years: number[] }
  /** Achieved on an earlier year's figure, with the deadline year over: the years of those figures, oldest first. */
  onEarlier: { count: number; years: number[] }
  /** Missed on a figure that is still provisional. */
  missedProvisional: number
}

const toYears = (years: readonly number[]): { count: number; years: number[] } => ({
  count: years.length,
  years: [...new Set(years)].sort((one, other) => one - other),
})

export function summarise(judged: readonly Judged[], choice: MilestoneChoice, nowYear: number): Summary {
  const progress = judged.map((row) => row.progress)
  const early = progress.flatMap(({ status, latest, milestoneYear }) =>
    status === 'achieved' && latest && latest.year < milestoneYear ? [{ on: latest.year, due: milestoneYear }] : [],
  )
  const open = judged.filter((row) => !isDecided(row.progress.status))
  const ended = choice !== 'next' && choice < nowYear
  return {
    choice,
    ended,
    total: judged.length,
    counts: countByStatus(judged),
    awaiting: open.filter(isAwaiting).length,
    others: countByStatus(ended ? open.filter((row) => !isAwaiting(row)) : open),
    ahead: toYears(early.filter(({ due }) => due >= nowYear).map(({ due }) => due)),
    onEarlier: toYears(early.filter(({ due }) => due < nowYear).map(({ on }) => on)),
    missedProvisional: progress.filter(({ status, flags }) => status === 'missed' && flags.includes('provisional'))
      .length,
  }
}
