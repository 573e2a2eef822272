import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import { hasWords, wordsOf } from '../../../server/domain/search.ts'
import { STATUSES, type Flag, type Status } from '../../../server/domain/words.ts'
import type { Filters, MilestoneChoice } from './filters.ts'

export type Target = ListedTarget
export type Progress = ListedTarget['progress'][number]

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

/** What is searched of each target, by its id: plain, as `GET /api/target-texts` has it. */
export type SearchedTexts = ReadonlyMap<string, string>

/**
 * The targets that region, plan, theme and text leave; milestone, status and flag are for the counts to tell apart.
 * Without texts nothing is searched.
 */
export function narrow(
  targets: readonly Target[],
  { region, plan, theme, q }: Pick<Filters, 'region' | 'plan' | 'theme' | 'q'>,
  texts: SearchedTexts | undefined,
): readonly Target[] {
  if (!region && !plan && !theme && (texts === undefined || !q.trim())) return targets
  const words = wordsOf(q.trim())
  return targets.filter(
    (target) =>
      (!region || target.regionCode === region) &&
      (!plan || target.planCode === plan) &&
      (!theme || target.indicator.theme === theme) &&
      (texts === undefined || hasWords(texts.get(target.id) ?? '', words)),
  )
}

/** Those with a milestone of the choice, and where a flag is given, with that flag on it. */
export const judge = (targets: readonly Target[], choice: MilestoneChoice, flag: Flag | '' = ''): Judged[] =>
  targets.flatMap((target) => {
    const progress = findProgress(target, choice)
    return progress && (!flag || progress.flags.includes(flag)) ? [{ target, progress }] : []
  })

/** Every year in which some target has a milestone, oldest first. */
export const milestoneYears = (targets: readonly Target[]): number[] =>
  [...new Set(targets.flatMap((target) => target.progress.map((progress) => progress.milestoneYear)))].sort(
    (one, other) => one - other,
  )

/**
 * The choice under which something fits: the one that is looked at, the next milestones, else the first year that has
 * one; undefined where nothing does.
 */
function findChoice(targets: readonly Target[], preferred: MilestoneChoice, fits: (progress: Progress) => boolean) {
  return [preferred, 'next' as const, ...milestoneYears(targets)]
    .map((choice) => ({ choice, count: judge(targets, choice).filter(({ progress }) => fits(progress)).length }))
    .find(({ count }) => count > 0)
}

/** Under which choice of milestones something carries the flag, and how many do. */
export const findChoiceWith = (targets: readonly Target[], flag: Flag, preferred: MilestoneChoice) =>
  findChoice(targets, preferred, ({ flags }) => flags.includes(flag))

/** The same for a status. */
export const findChoiceWithStatus = (targets: readonly Target[], status: Status, preferred: MilestoneChoice) =>
  findChoice(targets, preferred, (progress) => progress.status === status)

export type Counts = Record<Status, number>

export const noCounts = (): Counts =>
  Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>

export function countByStatus(judged: readonly Judged[]): Counts {
  const counts = noCounts()
  for (const { progress } of judged) counts[progress.status] += 1
  return counts
}
