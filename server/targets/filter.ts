import type { Plan, Region } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { Status } from '../domain/words.ts'

export interface TargetFilters {
  region?: string | undefined
  plan?: string | undefined
  theme?: string | undefined
  indicator?: string | undefined
  /** A year, or each target's next milestone. */
  milestone?: number | 'next' | undefined
  status?: Status | undefined
  q?: string | undefined
}

/** Whether a target passes every filter that is given. */
export function passes(target: Target, filters: TargetFilters, names: { plan: Plan; region: Region }): boolean {
  const { region, plan, theme, indicator, milestone, status, q } = filters
  const chosen = target.progress.filter(
    (progress) =>
      milestone === undefined ||
      progress.milestoneYear === (milestone === 'next' ? target.nextMilestoneYear : milestone),
  )
  return (
    (region === undefined || target.regionCode === region) &&
    (plan === undefined || target.planCode === plan) &&
    (theme === undefined || target.indicator.theme === theme) &&
    (indicator === undefined || target.indicatorCode === indicator) &&
    chosen.length > 0 &&
    (status === undefined || chosen.some((progress) => progress.status === status)) &&
    (q === undefined || searchedText(target, names).includes(q.trim().toLowerCase()))
  )
}

function searchedText(
  { id, ownerZh, clause, quote, indicator }: Target,
  names: { plan: Plan; region: Region },
): string {
  const { nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn } = indicator
  const ofNames = [names.plan.titleZh, names.plan.titleEn, names.region.nameZh, names.region.nameEn]
  return [id, ownerZh, clause, quote, nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn, ...ofNames]
    .join('\n')
    .toLowerCase()
}
