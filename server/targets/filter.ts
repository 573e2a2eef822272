import type { Plan, Region } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import { mentionsAll } from '../domain/search.ts'
import type { Flag, Status } from '../domain/words.ts'

export interface TargetFilters {
  region?: string | undefined
  /** This region and all below it. */
  within?: string | undefined
  plan?: string | undefined
  theme?: string | undefined
  indicator?: string | undefined
  /** A year, or each target's next milestone. */
  milestone?: MilestoneChoice | undefined
  status?: Status | undefined
  flag?: Flag | undefined
  q?: string | undefined
}

/**
 * The judgements of a target that every given filter leaves: of the chosen milestones, with the chosen status and flag;
 * none where it is left out. `within` is for who knows the tree of regions.
 */
export function chosenProgress(
  target: Target,
  filters: TargetFilters,
  names: { plan: Plan; region: Region },
): Target['progress'] {
  const { region, plan, theme, indicator, milestone, status, flag, q } = filters
  const isIn =
    (region === undefined || target.regionCode === region) &&
    (plan === undefined || target.planCode === plan) &&
    (theme === undefined || target.indicator.theme === theme) &&
    (indicator === undefined || target.indicatorCode === indicator) &&
    (q === undefined || mentionsAll(target, namesOf(names), q))
  if (!isIn) return []
  const year = milestone === 'next' ? target.nextMilestoneYear : milestone
  return target.progress.filter(
    (progress) =>
      (year === undefined || progress.milestoneYear === year) &&
      (status === undefined || progress.status === status) &&
      (flag === undefined || progress.flags.includes(flag)),
  )
}

/** The names of its plan and region, by which a target is found too. */
export const namesOf = ({ plan, region }: { plan: Plan; region: Region }): string[] => [
  plan.titleZh,
  plan.titleEn,
  region.nameZh,
  region.nameEn,
]
