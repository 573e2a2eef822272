import { z } from 'zod'
import { CANONICAL_FIGURE, MEASURE } from '../domain/words.ts'

/** Of a figure, before and after the point together. */
const MOST_DIGITS = 30

/** An exact decimal as text: what was entered is what is answered, "1.0" stays "1.0". */
export const figureText = z
  .string()
  .regex(CANONICAL_FIGURE, 'figure')
  .refine((text) => text.replace(/[-.]/g, '').length <= MOST_DIGITS, 'figure')
  .meta({ description: 'Exact decimal as text, at most 30 digits', example: '17.55' })

/** A computed decimal as text, in the same form; sums and compounded changes can have more digits than what is entered. */
export const derivedText = z
  .string()
  .regex(CANONICAL_FIGURE, 'figure')
  .meta({ description: 'Computed decimal as text', example: '-7.81' })

export const year = z.int().min(1900).max(2200)

export const measure = z
  .string()
  .regex(MEASURE, 'measure')
  .meta({ description: '`value`, or for kind `change` `yoy` or `since:YYYY`', example: 'yoy' })
