import type { Target } from '../../../server/contract/target.ts'
import { mentionsAll } from '../../../server/domain/search.ts'
import type { Status } from '../../../server/domain/words.ts'
import type { Filters, MilestoneChoice } from './filters.ts'

export type Progress = Target['progress'][number]

/** A target with the judgement of the milestone that is looked at. */
export interface Judged {
  target: Target
  progress: Progress
}

/** The judgement of the chosen milestone; undefined where the target has none in that year. */
export function findProgress(target: Target, choice: MilestoneChoice): Progress | undefined {
  const year = choice === 'next' ? target.nextMilestoneYear : choice
  return target.progress.find((progress) => progress.milestoneYear === year)
}

/** The names by which plans and regions are looked for, by their codes. */
export interface SearchedNames {
  plan: ReadonlyMap<string, string>
  region: ReadonlyMap<string, string>
}

export const toSearchedNames = (lists: {
  plans: readonly { code: string; titleZh: string; titleEn: string }[]
  regions: readonly { code: string; nameZh: string; nameEn: string }[]
}): SearchedNames => ({
  plan: new Map(lists.plans.map(({ code, titleZh, titleEn }) => [code, `${titleZh}\n${titleEn}`])),
  region: new Map(lists.regions.map(({ code, nameZh, nameEn }) => [code, `${nameZh}\n${nameEn}`])),
})

/** Whether every word of `q` stands in the target, or in the names of its plan or region. */
export const mentions = (target: Target, q: string, names: SearchedNames): boolean =>
  mentionsAll(target, [names.plan.get(target.planCode) ?? '', names.region.get(target.regionCode) ?? ''], q)

/** The targets that region, plan, theme and text leave; milestone and status are for the counts to tell apart. */
export const narrow = (targets: readonly Target[], filters: Filters, names: SearchedNames): Target[] =>
  targets.filter(
    (target) =>
      (!filters.region || target.regionCode === filters.region) &&
      (!filters.plan || target.planCode === filters.plan) &&
      (!filters.theme || target.indicator.theme === filters.theme) &&
      (!filters.q.trim() || mentions(target, filters.q.trim(), names)),
  )

export const judge = (targets: readonly Target[], choice: MilestoneChoice): Judged[] =>
  targets.flatMap((target) => {
    const progress = findProgress(target, choice)
    return progress ? [{ target, progress }] : []
  })

/** Every year in which some target has a milestone, oldest first. */
export const milestoneYears = (targets: readonly Target[]): number[] =>
  [...new Set(targets.flatMap((target) => target.progress.map((progress) => progress.milestoneYear)))].sort(
    (one, other) => one - other,
  )

export type Counts = Record<Status, number>

export function countByStatus(judged: readonly Judged[]): Counts {
  const counts: Counts = {
    achieved: 0,
    missed: 0,
    'on-track': 0,
    behind: 0,
    'far-behind': 0,
    'moving-away': 0,
    'no-data': 0,
    'not-assessable': 0,
  }
  for (const { progress } of judged) counts[progress.status] += 1
  return counts
}
