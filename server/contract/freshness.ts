import { z } from 'zod'
import { regionCode } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { year } from './figure.ts'
import { asOfParameter, instant } from './list.ts'
import { day } from './text.ts'

const regionFreshness = z
  .object({
    regionCode,
    year: year.nullable().meta({ description: 'The newest year for which a round has opened; null where none has' }),
    opensOn: day.nullable().meta({ description: 'Of the round of that year that closes last' }),
    closesOn: day.nullable(),
    owed: z.int().min(1).meta({ description: 'How many series the targets of the region are about' }),
    approved: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'Of how many of them the figure of that year is approved, or why there is none' }),
    latestYears: z.array(z.object({ year: year.nullable(), series: z.int().min(1) })).meta({
      description: 'Of how many series the latest approved figure is of which year, newest first; null: none',
    }),
  })
  .meta({ id: 'RegionFreshness' })
export type RegionFreshness = z.infer<typeof regionFreshness>

export const freshness = z
  .object({
    asOf: instant,
    lastRound: z
      .object({ year, closedOn: day })
      .nullable()
      .meta({ description: 'The round that closed last; those that only correct do not count' }),
    regions: z.array(regionFreshness).meta({ description: 'Those that have targets' }),
  })
  .meta({ id: 'Freshness', description: 'How fresh and how complete the approved figures are' })
export type Freshness = z.infer<typeof freshness>

export const freshnessQuery = z.strictObject({ asOf: asOfParameter })
export const freshnessCsvQuery = targetCsvQuery.pick({ asOf: true, bom: true }).strict()
