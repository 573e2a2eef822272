import { z } from 'zod'
import { LONGEST_COMMENT, LONGEST_NOTE, LONGEST_SOURCE } from '../domain/lengths.ts'
import { CORRECTION_CODES, MISSING_REASONS, ROUND_KINDS } from '../domain/words.ts'
import { indicatorCode, planCode, regionCode, targetId } from './codes.ts'
import { figureText, measure, year, yearInAddress } from './figure.ts'
import { instant } from './list.ts'
import { observation } from './observation.ts'
import { indicator } from './reference.ts'
import { day, someText } from './text.ts'

const correction = z.strictObject({ code: z.enum(CORRECTION_CODES), reason: someText(1000) })

/** One figure to be saved as a draft. What is left out is false or null. */
export const draft = z
  .strictObject({
    regionCode,
    indicatorCode,
    year,
    measure: measure.default('value'),
    value: figureText.nullable(),
    missingReason: z.enum(MISSING_REASONS).nullable().default(null),
    provisional: z.boolean().default(false),
    breakBefore: z.boolean().default(false),
    source: someText(LONGEST_SOURCE).nullable().default(null),
    note: someText(LONGEST_NOTE).nullable().default(null),
    correction: correction
      .nullable()
      .default(null)
      .meta({ description: 'Why an approved figure is corrected; asked for then, and refused otherwise' }),
    ifRevision: z.int().min(0).optional().meta({
      description:
        'The revision that this replaces, 0 where there was none; answered with 409 where there is another by now. Without it, whatever there is is replaced.',
    }),
  })
  .meta({ id: 'Draft' })
export type Draft = z.infer<typeof draft>

export const draftList = z.strictObject({ items: z.array(draft).min(1).max(1000) }).meta({ id: 'DraftList' })

const figureName = { regionCode, indicatorCode, year, measure: measure.default('value') }

/** Drafts to be taken back. */
export const discardList = z
  .strictObject({
    items: z
      .array(z.strictObject({ ...figureName, ifRevision: z.int().min(1).optional() }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'DiscardList' })

export const savedList = z
  .object({ items: z.array(observation) })
  .meta({ id: 'SavedObservations', description: 'The figures as they stand now, in the order of the request' })
export type SavedList = z.infer<typeof savedList>

export const submission = z
  .strictObject({
    regionCode,
    year,
    indicatorCodes: z.array(indicatorCode).min(1).max(1000).optional().meta({ description: 'Absent: all' }),
  })
  .meta({ id: 'Submission' })

export const review = z
  .strictObject({
    decision: z.enum(['approve', 'return']),
    observationIds: z.array(z.int().min(1)).min(1).max(1000),
    comment: someText(LONGEST_COMMENT).optional().meta({ description: 'A return needs one' }),
  })
  .meta({ id: 'Review' })

/** Whether a figure may be entered today, and if not, why. */
export const entryState = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('open'), roundId: z.int(), kind: z.enum(ROUND_KINDS), opensOn: day, closesOn: day }),
    z.object({ state: z.literal('locked') }),
    z.object({ state: z.literal('not-yet-open'), opensOn: day }),
    z.object({ state: z.literal('closed'), closedOn: day }),
    z.object({ state: z.literal('no-round') }),
    z.object({ state: z.literal('not-asked') }),
  ])
  .meta({ id: 'EntryState' })

export const sheetRow = z
  .object({
    indicator,
    measure,
    measures: z.array(measure).meta({ description: 'In which measures this figure may be entered' }),
    planCodes: z
      .array(planCode)
      .meta({ description: 'The plans that promise something about it; the first groups it' }),
    targetIds: z.array(targetId),
    entry: entryState,
    revision: z.int().min(0).meta({ description: 'How often this figure was saved: what `ifRevision` is to say' }),
    earlier: z.array(observation).meta({ description: 'Approved figures of other years in the same measure, by year' }),
    approved: observation.nullable().meta({ description: 'The approved figure of this year, which is in force' }),
    pending: observation
      .nullable()
      .meta({ description: 'The newest revision that is not approved: draft, submitted or returned' }),
    returned: z
      .object({ comment: z.string(), by: z.string(), at: instant })
      .nullable()
      .meta({ description: 'What a reviewer returned this figure with, until it is submitted again' }),
  })
  .meta({ id: 'SheetRow' })
export type SheetRow = z.infer<typeof sheetRow>

/** 上报表: what a region is asked for in a year, and where each figure stands. */
export const sheet = z
  .object({
    asOf: instant,
    today: day,
    regionCode,
    year,
    rows: z.array(sheetRow),
    /** Names of those who entered and decided. */
    people: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Sheet', description: '上报表: what a region is asked for in a year, and where each figure stands' })
export type Sheet = z.infer<typeof sheet>

export const sheetName = z.strictObject({
  region: regionCode,
  year: yearInAddress,
})
