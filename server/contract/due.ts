import { z } from 'zod'
import { ROUND_KINDS } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { measure, year } from './figure.ts'
import { fromParameter, listOf, pageParameters, wholeNumber } from './list.ts'
import { region } from './reference.ts'
import { day } from './text.ts'

const count = z.int().min(0)
const figureName = z.object({ indicatorCode, measure })

const roundOfRegion = z.object({
  roundId: z.int(),
  kind: z.enum(ROUND_KINDS),
  year,
  regionCode,
  opensOn: day,
  closesOn: day,
  when: z
    .enum(['coming', 'open', 'due-soon', 'overdue', 'done'])
    .meta({ description: '`due-soon`: open and closing within 7 days; `overdue`: closed with figures missing' }),
  asked: count.meta({ description: 'How many figures the round asks for' }),
})

/** One round as it concerns one region. */
export const dueItem = roundOfRegion
  .extend({
    missing: z.array(figureName).meta({ description: 'Neither entered nor approved' }),
    draft: z.array(figureName),
    returned: z.array(figureName),
    submitted: z.array(figureName),
    approved: count,
  })
  .meta({ id: 'DueItem' })
export type DueItem = z.infer<typeof dueItem>

export const due = listOf(dueItem)
  .extend({ today: day })
  .meta({ id: 'Due', description: 'What is missing, returned, due soon and overdue: of the own region, or of all' })
export type Due = z.infer<typeof due>

export const dueQuery = pageParameters.strict()

/** The same in numbers. */
export const dueCount = roundOfRegion
  .extend({
    region: region.pick({ code: true, nameZh: true, nameEn: true }),
    missing: count.meta({ description: 'Neither entered nor approved' }),
    draft: count,
    returned: count,
    submitted: count,
    approved: count,
  })
  .omit({ regionCode: true })
  .meta({ id: 'DueCount' })
export type DueCount = z.infer<typeof dueCount>

export const dueCounts = listOf(dueCount)
  .extend({
    today: day,
    summary: z
      .object({
        overdue: count.meta({
          description: 'Figures that closed rounds did not get, and no open round takes any more',
        }),
        overdueRegions: count,
        soon: count.meta({ description: 'Figures that are to be entered or submitted within 7 days' }),
        soonRegions: count,
        left: count.meta({ description: 'Figures that are to be entered or submitted, in whatever open round' }),
        leftRegions: count,
        waiting: count.meta({ description: 'Figures that wait for a decision' }),
      })
      .meta({ description: 'Of all rounds and regions, whatever is searched; no figure counts twice' }),
    rounds: z
      .array(
        z.object({
          roundId: z.int(),
          regions: count,
          done: count.meta({ description: 'Regions of which everything is in' }),
          left: count.meta({ description: 'Figures that are to be entered or submitted' }),
        }),
      )
      .meta({ description: 'Each round over all its regions, whatever is searched' }),
  })
  .meta({ id: 'DueCounts', description: 'How far each region is with each round' })
export type DueCounts = z.infer<typeof dueCounts>

export const dueCountsQuery = pageParameters
  .extend({
    round: wholeNumber(1, 999_999_999).optional().meta({ description: 'One round only' }),
    done: z.enum(['0', '1']).optional().meta({ description: '`1`: of which everything is in; `0`: the others' }),
    q: z.string().min(1).max(200).optional().meta({ description: 'Words in names and codes of regions' }),
    order: z
      .enum(['urgency', 'left'])
      .default('urgency')
      .meta({ description: '`urgency`: overdue first, then what closes first; `left`: those that owe most first' }),
    perRound: wholeNumber(1, 1000).optional().meta({ description: 'Of each round the first so many only' }),
    from: fromParameter,
  })
  .strict()
