import { z } from 'zod'
import { CORRECTION_CODES, MISSING_REASONS, REVIEW_STATES, REVIEW_STEPS } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { figureText, measure, year } from './figure.ts'
import { asOfParameter, instant, listOf, pageParameters, wholeNumber } from './list.ts'
import { indicator } from './reference.ts'

export const observation = z
  .object({
    id: z.int().meta({ description: 'Of this revision: the sequence number of its line in the audit log' }),
    regionCode,
    indicatorCode,
    year,
    measure,
    value: figureText.nullable(),
    missingReason: z.enum(MISSING_REASONS).nullable().meta({ description: 'Given where there is no value' }),
    provisional: z.boolean(),
    breakBefore: z.boolean().meta({ description: 'Not comparable with the years before' }),
    source: z.string().nullable(),
    note: z.string().nullable(),
    revision: z.int().min(1),
    state: z.enum(REVIEW_STATES),
    correction: z.object({ code: z.enum(CORRECTION_CODES), reason: z.string() }).nullable(),
    sample: z.boolean().meta({ description: '示例数据: invented, for demonstration only' }),
    enteredBy: z.string().nullable().meta({ description: 'Null for readers who are not signed in' }),
    enteredAt: instant,
    submittedAt: instant.nullable(),
    decidedBy: z.string().nullable().meta({ description: 'Null for readers who are not signed in' }),
    decidedAt: instant.nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Observation', description: 'The figure of one indicator, region and year' })
export type Observation = z.infer<typeof observation>

export const observationFilters = z.object({
  region: regionCode.optional(),
  indicator: indicatorCode.optional(),
  year: wholeNumber(1900, 2200).optional(),
  state: z.enum(REVIEW_STATES).optional(),
  asOf: asOfParameter,
})

export const observationListQuery = observationFilters.extend(pageParameters.shape).strict()

export const observationList = listOf(observation.extend({ indicator }).meta({ id: 'ObservationWithIndicator' })).meta({
  id: 'ObservationList',
})
export type ObservationList = z.infer<typeof observationList>

export const observationHistoryQuery = pageParameters
  .extend({
    region: regionCode,
    indicator: indicatorCode,
    year: wholeNumber(1900, 2200).optional(),
    measure: measure.optional(),
    asOf: asOfParameter,
  })
  .strict()

export const revisionStep = z.object({
  step: z.enum(REVIEW_STEPS),
  at: instant,
  by: z.string().nullable().meta({ description: 'Null for readers who are not signed in' }),
  comment: z.string().nullable(),
})
export type RevisionStep = z.infer<typeof revisionStep>

export const observationRevision = observation
  .extend({ steps: z.array(revisionStep).meta({ description: 'Its way through the review, oldest first' }) })
  .meta({ id: 'ObservationRevision', description: 'One entered version of a figure' })
export type ObservationRevision = z.infer<typeof observationRevision>

export const observationHistory = listOf(observationRevision)
  .extend({
    people: z
      .record(z.string(), z.string())
      .meta({ description: 'What those who entered and decided are called; empty for readers who are not signed in' }),
  })
  .meta({ id: 'ObservationHistory' })
export type ObservationHistory = z.infer<typeof observationHistory>
