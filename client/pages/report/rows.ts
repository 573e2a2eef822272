import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import type { Target } from '../../../server/contract/target.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { STATUSES, type Status } from '../../../server/domain/words.ts'
import { needsAttention, worstFirst } from '../../../server/domain/attention.ts'
import type { Counts } from '../overview/judged.ts'

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

/** Those that need attention: worst first, then the nearest deadline, then the smallest share of the path. */
export const toAttention = <One extends Standing>(rows: readonly One[]): One[] =>
  rows.filter(needsAttention).toSorted(worstFirst)

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

/** Statuses that occur, in the order given. */
export const occurring = (counts: Counts, order: readonly Status[] = STATUSES): Status[] =>
  order.filter((status) => counts[status] > 0)
