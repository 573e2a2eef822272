import { z } from 'zod'
import { ROUND_KINDS } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { measure, year } from './figure.ts'
import { instant } from './list.ts'
import { day } from './text.ts'

const figureName = z.object({ indicatorCode, measure })

/** One round as it concerns one region. */
export const dueItem = z
  .object({
    roundId: z.int(),
    kind: z.enum(ROUND_KINDS),
    year,
    regionCode,
    opensOn: day,
    closesOn: day,
    when: z
      .enum(['coming', 'open', 'due-soon', 'overdue', 'done'])
      .meta({ description: '`due-soon`: open and closing within 7 days; `overdue`: closed with figures missing' }),
    asked: z.int().min(0).meta({ description: 'How many figures the round asks for' }),
    missing: z.array(figureName).meta({ description: 'Neither entered nor approved' }),
    draft: z.array(figureName),
    returned: z.array(figureName),
    submitted: z.array(figureName),
    approved: z.int().min(0),
  })
  .meta({ id: 'DueItem' })
export type DueItem = z.infer<typeof dueItem>

export const due = z
  .object({ asOf: instant, today: day, items: z.array(dueItem) })
  .meta({ id: 'Due', description: 'What is missing, returned, due soon and overdue: of the own region, or of all' })
export type Due = z.infer<typeof due>
