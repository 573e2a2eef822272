import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { hasWords, wordsOf } from '../../../server/domain/search.ts'
import { STATUSES, type Flag, type Status } from '../../../server/domain/words.ts'
import type { Filters } from './filters.ts'

export type Target = ListedTarget
export type Progress = ListedTarget['progress'][number]

/** A target with the judgement of the milestone that is looked at. */
export interface Judged {
  target: Target
  progress: Progress
}

/** Every year in which some target has a milestone, oldest first. */
export const milestoneYears = (targets: readonly { progress: readonly { milestoneYear: number }[] }[]): number[] =>
  [...new Set(targets.flatMap((target) => target.progress.map((progress) => progress.milestoneYear)))].sort(
    (one, other) => one - other,
  )

export type JudgedByChoice = ReadonlyMap<MilestoneChoice, readonly Judged[]>

/** By every choice of milestones, `years` first and the next ones last, the targets that have one. In one pass. */
export function judgeAll(targets: readonly Target[], years: readonly number[]): JudgedByChoice {
  const next: Judged[] = []
  const byYear = new Map<number, Judged[]>(years.map((year) => [year, []]))
  for (const target of targets) {
    for (const progress of target.progress) {
      const row = { target, progress }
      byYear.get(progress.milestoneYear)?.push(row)
      if (progress.milestoneYear === target.nextMilestoneYear) next.push(row)
    }
  }
  return new Map<MilestoneChoice, Judged[]>([...byYear, ['next', next]])
}

/** What is searched of each target, by its id: plain, as `GET /api/target-texts` has it. */
export type SearchedTexts = ReadonlyMap<string, string>

/**
 * Those that region, plan, theme and text leave; status and flag are for the counts to tell apart. Without texts nothing
 * is searched.
 */
export function narrow(
  targets: readonly Target[],
  { region, plan, theme, q }: Pick<Filters, 'region' | 'plan' | 'theme' | 'q'>,
  texts: SearchedTexts | undefined,
): readonly Target[] {
  const searched = texts !== undefined && q.trim() !== '' ? texts : undefined
  if (!region && !plan && !theme && !searched) return targets
  const words = wordsOf(q.trim())
  return targets.filter(
    (target) =>
      (!region || target.regionCode === region) &&
      (!plan || target.planCode === plan) &&
      (!theme || target.indicator.theme === theme) &&
      (!searched || hasWords(searched.get(target.id) ?? '', words)),
  )
}

/** Of these, those with a flag on the milestone; all without one. */
export const flagged = (all: JudgedByChoice, flag: Flag | ''): JudgedByChoice =>
  flag
    ? new Map([...all].map(([choice, rows]) => [choice, rows.filter(({ progress }) => progress.flags.includes(flag))]))
    : all

export type Counts = Record<Status, number>

export const noCounts = (): Counts =>
  Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>

export const sumOf = (counts: Counts): number => STATUSES.reduce((sum, status) => sum + counts[status], 0)

export function countByStatus(judged: readonly { progress: { status: Status } }[]): Counts {
  const counts = noCounts()
  for (const { progress } of judged) counts[progress.status] += 1
  return counts
}
