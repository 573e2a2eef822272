import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { ProgressInput } from '../domain/model.ts'
import type { AsOf } from '../http/as-of.ts'
import type { TargetFilters } from '../targets/filter.ts'
import { findTargets } from '../targets/find.ts'
import { milestoneInputs } from '../targets/judge.ts'

/** A milestone that was asked for, with all that its judgements need. */
export interface AskedMilestone {
  targetId: string
  milestoneYear: number
  input: ProgressInput
  /** Some figure or revision that it rests on is invented, for demonstration only. */
  sample: boolean
}

export type MilestoneFilters = Pick<TargetFilters, 'region' | 'plan' | 'theme' | 'indicator' | 'milestone'>

/** The milestones that the filters leave, in the order of their targets and years; none of them is judged year by year yet. */
export async function listAsked(
  db: Kysely<Database>,
  asOf: AsOf,
  filters: MilestoneFilters,
): Promise<AskedMilestone[]> {
  const found = await findTargets(db, asOf, filters)
  return found.flatMap(({ target: { id, indicator, sample }, stored, figures, chosen }) => {
    const years = new Set(chosen.map(({ milestoneYear }) => milestoneYear))
    return milestoneInputs(stored, indicator, figures, asOf.year)
      .map((input) => ({ targetId: id, milestoneYear: input.promised.milestone.year, input, sample }))
      .filter(({ milestoneYear }) => years.has(milestoneYear))
  })
}
