import { z } from 'zod'
import { isStorable } from '../domain/storable.ts'

/** Text that every database, file and reader keeps as it is: no NUL, no half of a surrogate pair; not blank. */
export const someText = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(isStorable, 'unstorable-text')
    .refine((text) => text.trim() !== '', 'blank-text')

/** Why something is changed, in a sentence. */
export const reason = someText(1000).meta({ description: 'Why, in a sentence', example: '统计公报推迟发布' })

/** A day of the calendar. */
export const day = z.iso.date('day').meta({ description: 'A day in Asia/Shanghai', example: '2026-03-31' })
