import { z } from 'zod'
import { digitsOf, MOST_DIGITS } from '../domain/decimal-text.ts'
import { CANONICAL_FIGURE, MEASURE } from '../domain/words.ts'

/** An exact decimal as text: what was entered is what is answered, "1.0" stays "1.0". */
export const figureText = z
  .string()
  .regex(CANONICAL_FIGURE, 'figure')
  .refine((text) => digitsOf(text) <= MOST_DIGITS, 'figure')
  .meta({ description: 'Exact decimal as text, at most 30 digits', example: '17.55' })

/** A computed decimal as text, in the same form; sums and compounded changes can have more digits than what is entered. */
export const derivedText = z
  .string()
  .regex(CANONICAL_FIGURE, 'figure')
  .meta({ description: 'Computed decimal as text', example: '-7.81' })

export const year = z.int().min(1900).max(2200)

/** The year of a sheet in an address. */
export const yearInAddress = z
  .string()
  .regex(/^(19|20|21)[0-9]{2}$/, 'year')
  .transform(Number)

export const measure = z
  .string()
  .regex(MEASURE, 'measure')
  .meta({ description: '`value`, or for kind `change` `yoy` or `since:YYYY`', example: 'yoy' })
