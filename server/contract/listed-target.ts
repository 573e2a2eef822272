import { z } from 'zod'
import { asOfParameter, fromParameter, listOf, pageParameters, wholeNumber } from './list.ts'
import { baseline, milestoneGoal, progress } from './progress.ts'
import { indicator, plan, region } from './reference.ts'
import { target, targetFilters } from './target.ts'

const listedProgress = progress
  .pick({
    milestoneYear: true,
    status: true,
    reason: true,
    flags: true,
    expected: true,
    coveredShare: true,
    pathShare: true,
    gap: true,
    requiredPerYear: true,
    recentPerYear: true,
    projectedYear: true,
  })
  .extend({
    baseline: baseline.pick({ year: true, value: true }).nullable(),
    milestone: milestoneGoal.pick({ comparator: true, value: true, valueHigh: true, wordingZh: true }),
    latest: progress.shape.latest.unwrap().pick({ year: true, value: true, derived: true }).nullable(),
  })
  .meta({ id: 'ListedProgress', description: 'The judgement of one milestone, without its arithmetic' })

export const listedTarget = target
  .pick({
    id: true,
    planCode: true,
    regionCode: true,
    indicatorCode: true,
    ownerZh: true,
    sample: true,
    nextMilestoneYear: true,
  })
  .extend({
    indicator: indicator
      .pick({
        shortNameZh: true,
        shortNameEn: true,
        unitZh: true,
        unitEn: true,
        kind: true,
        better: true,
        decimals: true,
        theme: true,
      })
      .meta({ id: 'ListedIndicator', description: 'What is needed to name an indicator and to write its figures' }),
    progress: z.array(listedProgress),
  })
  .meta({ id: 'ListedTarget', description: 'What a list shows of a target: no sentences of the plan, no arithmetic' })
export type ListedTarget = z.infer<typeof listedTarget>

/** So light that all targets of a nation come in one answer. */
const lightPage = pageParameters.extend({
  limit: wholeNumber(1, 5000).default(100).meta({ description: 'How many items at most.' }),
})

export const progressListQuery = targetFilters
  .extend(lightPage.shape)
  .extend({
    from: fromParameter,
    sort: z.enum(['plan', 'worst']).default('plan').meta({
      description:
        '`worst`: what needs somebody first, by the chosen milestone (without `milestone`, the worst of a target)',
    }),
    most: wholeNumber(1, 999_999_999)
      .optional()
      .meta({ description: 'Where there are more targets than this, only how many they are is answered.' }),
  })
  .strict()
export const progressList = listOf(listedTarget)
  .extend({
    named: z
      .object({ regions: z.array(region), plans: z.array(plan) })
      .optional()
      .meta({ description: 'With `within`: what the regions and plans of the items are called' }),
  })
  .meta({ id: 'ProgressList' })
export type ProgressList = z.infer<typeof progressList>

export const targetTextsQuery = lightPage.extend({ asOf: asOfParameter }).strict()

export const targetTexts = listOf(
  z
    .object({
      id: target.shape.id,
      text: z.string().meta({ description: 'All that `q` looks through, in NFKC and small letters' }),
    })
    .meta({ id: 'TargetText' }),
).meta({ id: 'TargetTexts', description: 'For a search as one types, which finds what `q` finds' })
export type TargetTexts = z.infer<typeof targetTexts>
