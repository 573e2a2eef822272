import { z } from 'zod'
import { MISSING_REASONS, ROLL_UPS } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { derivedText, figureText, year, yearInAddress } from './figure.ts'
import { asOfParameter, instant } from './list.ts'
import { indicator, region } from './reference.ts'

const LACK_REASONS = ['no-figure', 'no-weight', ...MISSING_REASONS] as const

const marks = {
  provisional: z.boolean().meta({ description: 'A provisional figure is in it' }),
  breakBefore: z.boolean().meta({ description: 'Something in it cannot be compared with the years before' }),
  sample: z.boolean().meta({ description: 'An invented figure is in it' }),
}

const namedRegion = region.pick({ code: true, nameZh: true, nameEn: true })

const rolledYear = z
  .object({
    year,
    own: z
      .object({
        id: z.int().meta({ description: 'The revision in force' }),
        value: figureText.nullable(),
        missingReason: z.enum(MISSING_REASONS).nullable(),
        ...marks,
      })
      .nullable()
      .meta({ description: "The region's own approved figure; it is never mixed with what the regions below come to" }),
    rolledUp: z
      .object({
        value: derivedText,
        covered: z.int().min(1).meta({ description: 'How many of the regions directly below are in it' }),
        of: z.int().min(1),
        complete: z.boolean().meta({ description: 'All of them are in it, each whole' }),
        lacking: z.array(namedRegion.extend({ reason: z.enum(LACK_REASONS) })),
        partial: z.array(namedRegion).meta({ description: 'In it by a roll-up of their own that is not complete' }),
        ...marks,
      })
      .nullable()
      .meta({ description: 'Null where no region below has a figure, or nothing is rolled up' }),
  })
  .meta({ id: 'RolledYear' })
export type RolledYear = z.infer<typeof rolledYear>

export const rollUps = z
  .object({
    asOf: instant,
    region: namedRegion,
    indicatorCode,
    indicator,
    weight: indicator.nullable().meta({ description: 'What weighs, with `weighted-mean`' }),
    rollUp: z.enum(ROLL_UPS),
    refused: z
      .enum(['definitions-differ', 'nothing-below'])
      .nullable()
      .meta({ description: 'Why nothing is rolled up: it is declared so, or there are no regions below' }),
    children: z.int().min(0).meta({ description: 'How many regions are directly below' }),
    years: z.array(rolledYear).meta({ description: 'The years that have a figure here or below, oldest first' }),
  })
  .meta({ id: 'RollUps', description: 'What the figures of the regions below one come to; no status is judged by it' })
export type RollUps = z.infer<typeof rollUps>

export const rollUpsQuery = z.strictObject({
  indicator: indicatorCode,
  region: regionCode,
  year: yearInAddress.optional(),
  asOf: asOfParameter,
})
export const rollUpsCsvQuery = rollUpsQuery.extend(targetCsvQuery.pick({ bom: true }).shape)
