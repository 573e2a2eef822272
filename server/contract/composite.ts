import { z } from 'zod'
import { isWeight, UNCOUNTED_REASONS } from '../domain/composite.ts'
import { VARIATIONS } from '../domain/composite-sensitivity.ts'
import { KINDS, STATUS_REASONS, STATUSES } from '../domain/words.ts'
import { planCode, regionCode, targetId } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { figureText, year } from './figure.ts'
import { instant } from './list.ts'
import { targetFilters } from './target.ts'
import { reason } from './text.ts'

const count = z.int().min(0)

const scenario = z
  .object({
    variation: z.enum(VARIATIONS),
    targetId: targetId.nullable().meta({ description: 'Whose weight is varied; null where it is about all of them' }),
    mean: z.number(),
  })
  .meta({ id: 'CompositeScenario', description: 'The mean under other weights' })

const compositeFields = {
  total: count.meta({ description: 'Milestones of the choice, at most one of each target' }),
  statuses: z.record(z.enum(STATUSES), count),
  unassessed: z
    .array(z.object({ reason: z.enum(STATUS_REASONS), count }))
    .meta({ description: 'Why milestones are `no-data` or `not-assessable`' }),
  assessable: count.meta({ description: 'Neither `no-data` nor `not-assessable`' }),
  kept: count.meta({ description: 'Of the assessable ones, achieved or on track' }),
  keptShare: z.number().nullable().meta({ description: 'kept ÷ assessable; null where none is assessable' }),
  counted: count.meta({ description: 'How many milestones the mean is of' }),
  uncounted: z
    .array(z.object({ reason: z.enum(UNCOUNTED_REASONS), count }))
    .meta({ description: 'Assessable milestones that the mean leaves out, and why' }),
  mean: z
    .number()
    .nullable()
    .meta({ description: 'Weighted mean of the path shares, each capped at 1; null where none is counted' }),
  range: z
    .object({ lowest: scenario, highest: scenario, mover: scenario.nullable() })
    .nullable()
    .meta({ description: 'The smallest and largest mean when the weights vary, and what moves it most' }),
  weighted: count.meta({ description: 'How many of the targets have another weight than 1' }),
  sample: z.boolean().meta({ description: '示例数据: some figure or revision that it rests on is invented' }),
}

const composite = z.object(compositeFields)

const compositeMilestone = z
  .object({
    targetId,
    nameZh: z.string().meta({ description: 'The short name of the indicator' }),
    nameEn: z.string(),
    planCode,
    regionCode,
    kind: z.enum(KINDS),
    milestoneYear: year,
    status: z.enum(STATUSES),
    reason: z.enum(STATUS_REASONS).nullable(),
    pathShare: z.number().nullable().meta({ description: '序时完成率, not clipped' }),
    countsAs: z.number().nullable().meta({ description: 'What it counts in the mean; null where it does not' }),
    uncounted: z.enum(UNCOUNTED_REASONS).nullable().meta({ description: 'Why it does not count in the mean' }),
    weight: figureText,
    weightRevision: count.meta({ description: '0 as long as no weight was given; it counts 1 then' }),
    weightShare: z.number().nullable().meta({ description: 'Its part of all weights that count' }),
    contribution: z.number().nullable().meta({ description: 'What it adds to the mean' }),
    moved: z
      .object({ halved: z.number(), doubled: z.number(), leftOut: z.number().nullable() })
      .nullable()
      .meta({ description: 'The mean with its weight halved, doubled, or with it left out' }),
  })
  .meta({ id: 'CompositeMilestone' })
export type CompositeMilestone = z.infer<typeof compositeMilestone>

const weightRevision = z
  .object({
    targetId,
    revision: z.int().min(1),
    weight: figureText,
    at: instant,
    enteredBy: z.string().nullable().meta({ description: 'Null for readers who are not signed in' }),
    reason: z.string().nullable(),
  })
  .meta({ id: 'TargetWeight', description: 'What a target counts in the composite progress from an instant on' })
export type WeightRevision = z.infer<typeof weightRevision>

export const compositeAnswer = z
  .object({
    asOf: instant,
    milestone: z.union([year, z.literal('next')]),
    milestoneYears: z.array(year).meta({ description: 'Every year in which some target has a milestone' }),
    method: z.object({ id: z.literal('linear-path'), version: z.string() }),
    regions: z
      .array(z.object({ code: regionCode, ...compositeFields }))
      .meta({ description: 'In the order of the regions, which is no ranking' }),
    plans: z
      .array(z.object({ code: planCode, ...compositeFields }))
      .meta({ description: 'In the order of the plans, which is no ranking: plans define different things' }),
    chosen: composite
      .extend({
        equal: z.number().nullable().meta({ description: 'The mean with all weights equal' }),
        milestones: z.array(compositeMilestone).meta({ description: 'In the order of the plans' }),
      })
      .nullable()
      .meta({ description: 'With `region` or `plan`: what it is made of' }),
    weights: z.array(weightRevision).meta({ description: 'Every weight that was given, the first given first' }),
  })
  .meta({ id: 'CompositeProgress', description: '综合评价: how the targets of a region or plan stand together' })
export type CompositeAnswer = z.infer<typeof compositeAnswer>
export type Composite = z.infer<typeof composite>

const taken = { region: true, plan: true, milestone: true, asOf: true } as const
export const compositeQuery = targetFilters.pick(taken).strict()
export const compositeCsvQuery = targetCsvQuery.pick({ ...taken, bom: true }).strict()

export const newWeight = z
  .strictObject({
    weight: z
      .string()
      .refine(isWeight, 'weight')
      .meta({ description: 'Exact decimal from 0 on, at most 30 digits; 0 leaves it out of the mean', example: '2' }),
    reason,
    ifRevision: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The revision that it is to replace; 0 where no weight was given' }),
  })
  .meta({ id: 'NewWeight' })

export const weightAnswer = z.object({ targetId, revision: z.int().min(1), weight: figureText })
