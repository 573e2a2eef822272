import { z } from 'zod'
import { CAUSES } from '../domain/changes.ts'
import { CORRECTION_CODES, MISSING_REASONS, STATUS_REASONS, STATUSES } from '../domain/words.ts'
import { indicatorCode, planCode, regionCode, targetId } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { figureText, measure, year } from './figure.ts'
import { asOfParameter, instant, pageParameters } from './list.ts'
import { milestone } from './progress.ts'

export const changesFilters = z.object({
  since: asOfParameter.unwrap().meta({
    description: 'After which instant something changed: RFC 3339, or a date, which means its end in Asia/Shanghai.',
    example: '2025-04-30',
  }),
  asOf: asOfParameter,
  region: regionCode.optional(),
  plan: planCode.optional(),
  target: targetId.optional(),
})

export const changesQuery = changesFilters
  .extend({
    limit: pageParameters.shape.limit.unwrap().default(200).meta({
      description: 'How many rows of each list at most; `totals` says how many there are, and the CSV has them all.',
    }),
    brief: z.literal('1').optional().meta({ description: 'Only the counts: the lists are left empty.' }),
  })
  .strict()

export const changesCsvQuery = changesFilters.extend({ bom: targetCsvQuery.shape.bom }).strict()

const correction = z
  .object({ code: z.enum(CORRECTION_CODES), reason: z.string() })
  .nullable()
  .meta({ description: 'Why; null where nothing was there before' })

const person = z.string().nullable().meta({ description: 'Null for readers who are not signed in' })
const line = z.int().min(1).meta({ description: 'The line of the audit log that entered it' })

const standing = z
  .object({ status: z.enum(STATUSES), reason: z.enum(STATUS_REASONS).nullable() })
  .meta({ id: 'Standing', description: 'How a milestone stood' })

export const turnedStatus = z
  .object({
    targetId,
    planCode,
    regionCode,
    indicatorCode,
    milestoneYear: year,
    before: standing.nullable().meta({ description: 'Null where there was no such milestone' }),
    after: standing.nullable().meta({ description: 'Null where there is no such milestone any more' }),
    causes: z.array(z.enum(CAUSES)).meta({
      description:
        'The fewest of what changed that turn the status; all of them where each alone would have been enough',
    }),
  })
  .meta({ id: 'TurnedStatus', description: 'A milestone of which the status is another than before' })
export type TurnedStatus = z.infer<typeof turnedStatus>

export const changedTarget = z
  .object({
    targetId,
    planCode,
    regionCode,
    indicatorCode,
    change: z.enum(['added', 'revised']),
    at: instant,
    milestonesBefore: z.array(milestone).nullable().meta({ description: 'Null where the target is new' }),
    milestonesAfter: z.array(milestone),
    moved: z.boolean().meta({
      description: 'Whether another number, year or baseline is promised; else only the words around it changed',
    }),
    correction,
    sample: z.boolean(),
    enteredBy: person,
    seq: line,
  })
  .meta({ id: 'ChangedTarget', description: 'One revision of a target' })
export type ChangedTarget = z.infer<typeof changedTarget>

const toldValue = z
  .object({
    value: figureText.nullable(),
    missingReason: z.enum(MISSING_REASONS).nullable(),
    provisional: z.boolean(),
    breakBefore: z.boolean().meta({ description: 'Whether it cannot be compared with the years before' }),
  })
  .meta({ id: 'ToldValue' })

export const changedFigure = z
  .object({
    regionCode,
    indicatorCode,
    year,
    measure,
    change: z.enum(['added', 'corrected']),
    at: instant.meta({ description: 'When it was approved' }),
    before: toldValue.nullable().meta({ description: 'What was approved until then; null where nothing was' }),
    after: toldValue,
    correction,
    sample: z.boolean(),
    targetIds: z.array(targetId).meta({ description: 'The targets of this indicator and region' }),
    enteredBy: person,
    decidedBy: person,
    seq: line,
    approvedSeq: z.int().min(1).meta({ description: 'The line of the audit log that approved it' }),
  })
  .meta({ id: 'ChangedFigure', description: 'One approved revision of a figure' })
export type ChangedFigure = z.infer<typeof changedFigure>

const count = z.int().min(0)

export const changeCounts = z
  .object({
    statuses: count.meta({ description: 'Milestones that are there on both days, with another status' }),
    turnedTo: z
      .array(z.object({ status: z.enum(STATUSES), milestones: z.int().min(1) }))
      .meta({ description: 'What these turned to' }),
    targetsAdded: count,
    targetsRevised: count.meta({ description: 'Revisions by which another number, year or baseline is promised' }),
    figuresAdded: count,
    figuresCorrected: count,
  })
  .meta({ id: 'ChangeCounts' })
export type ChangeCounts = z.infer<typeof changeCounts>

const method = z.object({ id: z.literal('linear-path'), version: z.string() })

export const changes = z
  .object({
    since: instant,
    asOf: instant,
    method: z.object({ before: method, after: method }).meta({ description: 'The versions in force on both days' }),
    counts: changeCounts,
    totals: z
      .object({ statuses: count, targets: count, figures: count })
      .meta({ description: 'How many rows the lists have; here are the first of them' }),
    statuses: z.array(turnedStatus).meta({
      description: 'Those that turned, and then those that are new or gone; each in the order of the plans',
    }),
    grounds: z.array(changedFigure).meta({
      description: 'Of the targets of these statuses, every figure that changed: what the statuses may have turned by',
    }),
    targets: z.array(changedTarget).meta({ description: 'Newest first' }),
    figures: z.array(changedFigure).meta({ description: 'Newest first' }),
  })
  .meta({ id: 'Changes', description: 'What was known on one day and not yet on another' })
export type Changes = z.infer<typeof changes>
