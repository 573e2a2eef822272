import { z } from 'zod'

/** A date of the calendar or an RFC 3339 instant; whether it can be asked for is decided by `toInstant`. */
export const asOfParameter = z
  .string()
  .regex(
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$/,
    'as-of',
  )
  .optional()
  .meta({
    description:
      'What was in force at this instant: RFC 3339, or a date (YYYY-MM-DD), which means its end in Asia/Shanghai. Absent: now.',
    example: '2026-03-18',
  })

/** A whole number in an address, written in plain digits. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^(0|[1-9][0-9]{0,8})$/, 'whole-number')
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ type: 'integer', minimum, maximum })

/** Paging of every list. */
export const pageParameters = z.object({
  limit: wholeNumber(1, 1000).default(100).meta({ description: 'How many items at most.' }),
  cursor: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .meta({ description: 'The `nextCursor` of the answer before; it belongs to the same filters.' }),
})

/** Where a page begins, for whoever counts pages; the cursor of the page before holds to one instant, this does not. */
export const fromParameter = wholeNumber(1, 999_999_999)
  .optional()
  .meta({ description: 'The place of the first item, counted from 1; not beside a `cursor`.' })

/** An instant in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'Instant in UTC', example: '2026-03-18T15:59:59.999Z' })

/** The answer of every list: `{asOf, total, items, nextCursor}`. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    asOf: instant,
    total: z.int().min(0).meta({ description: 'How many items the filters leave, over all pages' }),
    items: z.array(item),
    nextCursor: z.string().nullable().meta({ description: 'Null on the last page' }),
  })
