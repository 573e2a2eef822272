import { z } from 'zod'
import { STATUS_REASONS, STATUSES } from '../domain/words.ts'
import { targetId } from './codes.ts'
import { targetCsvQuery } from './csv.ts'
import { derivedText, year } from './figure.ts'
import { listOf, pageParameters } from './list.ts'
import { targetFilters } from './target.ts'

const share = z.number().nullable()

export const yearProgress = z
  .object({
    year,
    value: derivedText
      .nullable()
      .meta({ description: 'On the scale of the milestone: a sum for `flow`, a compounded change for `change`' }),
    derived: z.boolean().meta({ description: 'A sum or a compounded change, not an entered figure' }),
    provisional: z.boolean().meta({ description: 'It rests on a provisional figure' }),
    status: z.enum(STATUSES),
    reason: z.enum(STATUS_REASONS).nullable(),
    expected: derivedText.nullable().meta({ description: '序时目标 of the year' }),
    coveredShare: share.meta({ description: '目标完成率, not clipped' }),
    pathShare: share.meta({ description: '序时完成率, not clipped' }),
  })
  .meta({ id: 'YearProgress', description: 'How a milestone stood with the figures up to a year' })

export const yearlyProgress = z
  .object({
    targetId,
    milestoneYear: year,
    years: z.array(yearProgress).meta({ description: 'The years that have a figure, oldest first' }),
  })
  .meta({ id: 'YearlyProgress', description: 'How a milestone stood year by year, by the promise that is in force' })
export type YearlyProgress = z.infer<typeof yearlyProgress>

export const yearlyProgressList = listOf(yearlyProgress).meta({ id: 'YearlyProgressList' })
export type YearlyProgressList = z.infer<typeof yearlyProgressList>

const taken = { region: true, plan: true, theme: true, indicator: true, milestone: true, asOf: true } as const

export const yearlyProgressQuery = targetFilters.pick(taken).extend(pageParameters.shape).strict()
export const yearlyProgressCsvQuery = targetCsvQuery.pick({ ...taken, bom: true }).strict()
