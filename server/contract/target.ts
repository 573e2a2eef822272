import { z } from 'zod'
import { CORRECTION_CODES, FLAGS, STATUSES } from '../domain/words.ts'
import { indicatorCode, planCode, regionCode, targetId, themeCode } from './codes.ts'
import { year } from './figure.ts'
import { asOfParameter, instant, listOf, pageParameters } from './list.ts'
import { observation } from './observation.ts'
import { milestone, progress } from './progress.ts'
import { indicator } from './reference.ts'

export const conflict = z
  .object({
    clause: z.string(),
    quote: z.string(),
    sourceFile: z.string(),
    noteZh: z.string(),
    noteEn: z.string(),
    targetId: targetId.nullable().meta({ description: 'Where the other sentence is a target of its own' }),
  })
  .meta({ id: 'Conflict', description: 'Another sentence that says something else about the same thing' })
export type Conflict = z.infer<typeof conflict>

export const target = z
  .object({
    id: targetId,
    planCode,
    regionCode,
    indicatorCode,
    indicator,
    ownerZh: z.string().nullable().meta({ description: '责任单位' }),
    clause: z.string().meta({ description: 'Heading path' }),
    quote: z.string().meta({ description: "The plan's own sentence, verbatim" }),
    sourceFile: z.string(),
    conflicts: z.array(conflict),
    milestones: z.array(milestone),
    revision: z.int().min(1),
    sample: z
      .boolean()
      .meta({ description: '示例数据: some figure or revision that it rests on is invented, for demonstration only' }),
    progress: z.array(progress),
    nextMilestoneYear: year.meta({
      description: 'The nearest milestone that is neither achieved nor missed, else the last',
    }),
  })
  .meta({ id: 'Target', description: "One plan's promise about one indicator in one region" })
export type Target = z.infer<typeof target>

export const targetRevision = z
  .object({
    id: z.int().meta({ description: 'The sequence number of its line in the audit log' }),
    revision: z.int().min(1),
    at: instant,
    enteredBy: z.string().nullable().meta({ description: 'Null for readers who are not signed in' }),
    correction: z.object({ code: z.enum(CORRECTION_CODES), reason: z.string() }).nullable(),
    sample: z.boolean(),
    milestones: z.array(milestone),
  })
  .meta({ id: 'TargetRevision', description: 'What a target promised, from an instant on' })
export type TargetRevision = z.infer<typeof targetRevision>

export const targetDetail = target
  .extend({
    asOf: instant,
    observations: z
      .array(observation)
      .meta({ description: 'The approved figures of its indicator and region, by year' }),
    history: z
      .array(observation)
      .meta({ description: 'Every approved revision of these figures, the first approved first' }),
    revisions: z.array(targetRevision).meta({ description: 'Oldest first' }),
    people: z
      .record(z.string(), z.string())
      .meta({ description: 'Names of those who entered and decided; empty for readers who are not signed in' }),
  })
  .meta({ id: 'TargetDetail' })
export type TargetDetail = z.infer<typeof targetDetail>

export const targetFilters = z.object({
  region: regionCode.optional(),
  within: regionCode.optional().meta({ description: 'Only targets of this region and of all below it' }),
  plan: planCode.optional(),
  theme: themeCode.optional(),
  indicator: indicatorCode.optional(),
  milestone: z
    .string()
    .regex(/^(next|(19|20|21)[0-9]{2})$/, 'milestone')
    .transform((text) => (text === 'next' ? text : Number(text)))
    .optional()
    .meta({
      description: "Only targets with a milestone in this year; `next`: each target's next one",
      example: '2030',
    }),
  status: z
    .enum(STATUSES)
    .optional()
    .meta({ description: 'Only targets of which the chosen milestone (without `milestone`, any) has this status' }),
  flag: z
    .enum(FLAGS)
    .optional()
    .meta({ description: 'Only targets of which the chosen milestone (without `milestone`, any) carries this flag' }),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Words in names, quotes, clauses and codes, each of which must be found' }),
  asOf: asOfParameter,
})

export const targetListQuery = targetFilters.extend(pageParameters.shape).strict()
export const targetQuery = z.object({ asOf: asOfParameter }).strict()

export const targetList = listOf(target).meta({ id: 'TargetList' })
export type TargetList = z.infer<typeof targetList>
