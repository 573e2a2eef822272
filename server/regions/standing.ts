import type { Standing } from '../contract/region-progress.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import type { Progress } from '../domain/model.ts'
import { STATUSES, type Status } from '../domain/words.ts'
import type { JudgedTarget } from '../targets/judge.ts'

/** How targets stand, as it is counted up. */
export type Counting = Omit<Standing, 'statuses'> & { statuses: Record<Status, number> }

export const nothingCounted = (): Counting => ({
  total: 0,
  statuses: Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>,
  fresh: 0,
})

/** @param nowYear the year before is the last that has ended */
export function countIn(counting: Counting, { status, latest }: Progress, nowYear: number): void {
  counting.total += 1
  counting.statuses[status] += 1
  if (latest !== null && latest.year >= nowYear - 1) counting.fresh += 1
}

export function addTo(counting: Counting, other: Counting): void {
  counting.total += other.total
  counting.fresh += other.fresh
  for (const status of STATUSES) counting.statuses[status] += other.statuses[status]
}

/** The judgement of the target's milestone of the choice, where it has one. */
export function chosenOf({ target }: JudgedTarget, choice: MilestoneChoice): Progress | undefined {
  const year = choice === 'next' ? target.nextMilestoneYear : choice
  return target.progress.find(({ milestoneYear }) => milestoneYear === year)
}
