import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import type { Target } from '../../../server/contract/target.ts'
import { STATUSES, type Status } from '../../../server/domain/words.ts'
import type { MilestoneChoice } from '../overview/filters.ts'

/** A milestone of a target as the document lists it. */
export interface Row {
  target: Target
  progress: Target['progress'][number]
}

/** What must be known to count milestones and to put them in order; lists of both kinds have it. */
export interface Standing {
  target: Pick<ListedTarget, 'indicator'>
  progress: Pick<
    ListedTarget['progress'][number],
    'milestoneYear' | 'status' | 'reason' | 'flags' | 'latest' | 'pathShare' | 'coveredShare'
  >
}

/** What somebody must look after, the worst first. */
export const ATTENTION: readonly Status[] = ['missed', 'moving-away', 'far-behind', 'behind']

/** Those that need attention: worst first, then the nearest deadline, then the smallest share of the path. */
export const toAttention = <One extends Standing>(rows: readonly One[]): One[] =>
  rows
    .filter(({ progress }) => ATTENTION.includes(progress.status))
    .toSorted(
      ({ progress: one }, { progress: other }) =>
        ATTENTION.indexOf(one.status) - ATTENTION.indexOf(other.status) ||
        one.milestoneYear - other.milestoneYear ||
        (one.pathShare ?? one.coveredShare ?? 9) - (other.pathShare ?? other.coveredShare ?? 9),
    )

interface Due<Progress> {
  nextMilestoneYear: number
  progress: readonly Progress[]
}

/** The milestones of one year, or the next one of each target. */
export const rowsOf = <Progress extends { milestoneYear: number }, Of extends Due<Progress>>(
  targets: readonly (Of & Due<Progress>)[],
  choice: MilestoneChoice,
): { target: Of; progress: Progress }[] =>
  targets.flatMap((target) => {
    const year = choice === 'next' ? target.nextMilestoneYear : choice
    const progress = target.progress.find(({ milestoneYear }) => milestoneYear === year)
    return progress ? [{ target, progress }] : []
  })

/** Every year in which something is due, the earliest first. */
export const dueYears = (targets: readonly Due<{ milestoneYear: number }>[]): number[] =>
  [...new Set(targets.flatMap(({ progress }) => progress.map((one) => one.milestoneYear)))].toSorted((a, b) => a - b)

export type Counts = Readonly<Record<Status, number>>

/** How many of the rows have each status. */
export function countEvery(rows: readonly { progress: { status: Status } }[]): Counts {
  const counts: Record<Status, number> = {
    achieved: 0,
    missed: 0,
    'on-track': 0,
    behind: 0,
    'far-behind': 0,
    'moving-away': 0,
    'no-data': 0,
    'not-assessable': 0,
  }
  for (const { progress } of rows) counts[progress.status] += 1
  return counts
}

/** Statuses that occur, in the order given. */
export const occurring = (counts: Counts, order: readonly Status[] = STATUSES): Status[] =>
  order.filter((status) => counts[status] > 0)
