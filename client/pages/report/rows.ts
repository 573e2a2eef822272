import type { Target } from '../../../server/contract/target.ts'
import type { Status } from '../../../server/domain/words.ts'
import type { MilestoneChoice } from '../overview/filters.ts'

/** A milestone of a target as the document lists it. */
export interface Row {
  target: Target
  progress: Target['progress'][number]
}

/** What somebody must look after, the worst first. */
export const ATTENTION: readonly Status[] = ['missed', 'moving-away', 'far-behind', 'behind']

/** Those that need attention: worst first, then the nearest deadline, then the smallest share of the path. */
export const toAttention = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ progress }) => ATTENTION.includes(progress.status))
    .toSorted(
      ({ progress: one }, { progress: other }) =>
        ATTENTION.indexOf(one.status) - ATTENTION.indexOf(other.status) ||
        one.milestoneYear - other.milestoneYear ||
        (one.pathShare ?? one.coveredShare ?? 9) - (other.pathShare ?? other.coveredShare ?? 9),
    )

/** The milestones of one year, or the next one of each target. */
export const rowsOf = (targets: readonly Target[], choice: MilestoneChoice): Row[] =>
  targets.flatMap((target) => {
    const year = choice === 'next' ? target.nextMilestoneYear : choice
    const progress = target.progress.find(({ milestoneYear }) => milestoneYear === year)
    return progress ? [{ target, progress }] : []
  })

/** How many of the rows have each status. */
export function countEvery(rows: readonly Row[]): Record<Status, number> {
  const count = (status: Status): number => rows.filter(({ progress }) => progress.status === status).length
  return {
    achieved: count('achieved'),
    missed: count('missed'),
    'on-track': count('on-track'),
    behind: count('behind'),
    'far-behind': count('far-behind'),
    'moving-away': count('moving-away'),
    'no-data': count('no-data'),
    'not-assessable': count('not-assessable'),
  }
}
