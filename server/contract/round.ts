import { z } from 'zod'
import { ROUND_KINDS } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { year } from './figure.ts'
import { instant, listOf, pageParameters } from './list.ts'
import { day, reason } from './text.ts'

const terms = {
  regionCodes: z.array(regionCode).min(1).max(1000),
  indicatorCodes: z
    .array(indicatorCode)
    .min(1)
    .max(1000)
    .nullable()
    .meta({ description: "Null: the indicators of each region's targets" }),
  opensOn: day,
  closesOn: day.meta({ description: 'The last day, inclusive' }),
}

export const round = z
  .object({
    id: z.int(),
    year,
    kind: z.enum(ROUND_KINDS),
    ...terms,
    revision: z.int().min(1),
    history: z
      .array(
        z.object({
          revision: z.int().min(1),
          at: instant,
          by: z.string(),
          reason: z.string().nullable(),
          opensOn: day,
          closesOn: day,
        }),
      )
      .meta({ description: 'How it was opened and extended, oldest first' }),
  })
  .meta({ id: 'Round', description: 'The days in which figures of a year are reported' })
export type RoundAnswer = z.infer<typeof round>

export const roundListQuery = z.strictObject({ ...pageParameters.shape })
export const roundList = listOf(round).meta({ id: 'RoundList' })

export const newRound = z
  .strictObject({
    year,
    kind: z.enum(ROUND_KINDS).default('annual'),
    ...terms,
    indicatorCodes: terms.indicatorCodes.default(null),
    reason: reason.optional(),
  })
  .meta({ id: 'NewRound' })

/** What is left out stays as it is. */
export const roundChange = z
  .strictObject({
    regionCodes: terms.regionCodes.optional(),
    indicatorCodes: terms.indicatorCodes.optional(),
    opensOn: terms.opensOn.optional(),
    closesOn: terms.closesOn.optional(),
    reason,
    ifRevision: z.int().min(1).optional(),
  })
  .meta({ id: 'RoundChange' })
