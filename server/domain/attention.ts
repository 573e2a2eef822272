import type { Progress } from './model.ts'
import type { Status } from './words.ts'

/** What needs somebody first. */
export const WORST_FIRST: readonly Status[] = [
  'missed',
  'moving-away',
  'far-behind',
  'behind',
  'no-data',
  'not-assessable',
  'on-track',
  'achieved',
]

/** What is needed of a milestone to put it in order; every list has it. */
interface Ranked {
  progress: Pick<Progress, 'status' | 'milestoneYear' | 'pathShare' | 'coveredShare'>
}

const RANK: Readonly<Record<string, number>> = Object.fromEntries(WORST_FIRST.map((status, rank) => [status, rank]))

const ATTENTION: ReadonlySet<Status> = new Set<Status>(['missed', 'moving-away', 'far-behind', 'behind'])

/** Whether a figure says that something is to be done. Where there is none yet, the freshness of the figures tells. */
export const needsAttention = ({ progress }: Ranked): boolean => ATTENTION.has(progress.status)

const shareOf = ({ progress }: Ranked): number => progress.pathShare ?? progress.coveredShare ?? 9

/** Worst first, then the nearest deadline, then the smallest share of the path; else as they come. */
export const worstFirst = (one: Ranked, other: Ranked): number =>
  (RANK[one.progress.status] ?? 9) - (RANK[other.progress.status] ?? 9) ||
  one.progress.milestoneYear - other.progress.milestoneYear ||
  shareOf(one) - shareOf(other)
