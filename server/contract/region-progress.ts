import { z } from 'zod'
import { STATUSES } from '../domain/words.ts'
import { regionCode, themeCode } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { year } from './figure.ts'
import { asOfParameter, fromParameter, listOf, pageParameters } from './list.ts'
import { region } from './reference.ts'
import { targetFilters } from './target.ts'

const count = z.int().min(0)

const standing = z
  .object({
    total: count.meta({ description: 'Targets with a milestone of the choice' }),
    statuses: z.record(z.enum(STATUSES), count),
    fresh: count.meta({
      description: 'Of how many the latest figure in use is of the last ended year, or a later one',
    }),
  })
  .meta({ description: 'How the targets of some regions stand, by the milestone of the choice' })
export type Standing = z.infer<typeof standing>

const choice = z.union([z.literal('next'), year])

export const regionRow = region
  .extend({
    between: z
      .array(region.pick({ code: true, nameZh: true, nameEn: true }))
      .meta({ description: 'The regions between the one that was asked for and this one, the highest first' }),
    below: count.meta({ description: 'How many regions are below it, at any depth' }),
    standing,
  })
  .meta({ id: 'RegionRow', description: 'A region; `standing` is of its own targets and those of all below it' })
export type RegionRow = z.infer<typeof regionRow>

export const regionProgress = listOf(regionRow)
  .extend({
    milestone: choice,
    region: region.nullable().meta({ description: 'Null where none was asked for, and there are several roots' }),
    path: z.array(region).meta({ description: 'From the root down to the one above it' }),
    children: count.meta({ description: 'How many regions are directly below' }),
    below: count.meta({ description: 'How many regions are below it, at any depth' }),
    own: standing,
    within: standing,
    choices: z
      .array(z.object({ milestone: choice, standing }))
      .meta({ description: '`within` by every year that has a milestone, the next ones last' }),
  })
  .meta({
    id: 'RegionProgress',
    description:
      'Where the targets of a region stand: `own` its own, `within` these and those of all below it. In the order of codes; there is no ranking',
  })
export type RegionProgress = z.infer<typeof regionProgress>

const filters = z.object({
  region: regionCode.optional().meta({ description: 'Absent: the root' }),
  milestone: targetFilters.shape.milestone.meta({ description: "Absent: each target's next one", example: '2030' }),
  theme: themeCode.optional(),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Words in names and codes; then regions at any depth below are found' }),
  asOf: asOfParameter,
})

export const regionProgressQuery = filters.extend(pageParameters.shape).extend({ from: fromParameter }).strict()
export const regionProgressCsvQuery = filters.extend(targetCsvQuery.pick({ bom: true }).shape).strict()
