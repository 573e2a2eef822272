import { z } from 'zod'
import { STATUSES } from '../domain/words.ts'
import { planCode, regionCode, targetId } from './codes.ts'
import { year, yearInAddress } from './figure.ts'
import { instant } from './list.ts'
import { observation, observationRevision } from './observation.ts'
import { indicator } from './reference.ts'

/** How a milestone stands without and with the figure that is to be decided. */
const turn = z
  .object({
    targetId,
    planCode,
    milestoneYear: year,
    before: z.enum(STATUSES),
    after: z.enum(STATUSES),
    gapAfter: z.string().nullable(),
  })
  .meta({ id: 'StatusTurn' })

export const reviewItem = z
  .object({
    observation: observation.meta({ description: 'What was submitted' }),
    indicator,
    approved: observation.nullable().meta({ description: 'The approved figure that this would correct' }),
    earlier: z.array(observation).meta({ description: 'Approved figures of other years in the same measure, by year' }),
    revisions: z
      .array(observationRevision)
      .meta({ description: 'The revisions before, with what was decided on them, oldest first' }),
    turns: z.array(turn),
    own: z.boolean().meta({ description: 'The reader entered or submitted it, and may not decide on it' }),
  })
  .meta({ id: 'ReviewItem' })
export type ReviewItem = z.infer<typeof reviewItem>

export const reviewQuery = z.strictObject({
  year: yearInAddress.optional(),
})

export const reviewList = z
  .object({
    asOf: instant,
    regionCode,
    items: z.array(reviewItem),
    people: z.record(z.string(), z.string()).meta({ description: 'What those who entered and decided are called' }),
  })
  .meta({ id: 'ReviewList', description: "What waits for a decision in the reader's region" })
export type ReviewList = z.infer<typeof reviewList>
