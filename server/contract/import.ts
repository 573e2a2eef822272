import { z } from 'zod'
import { MISSING_REASONS, REVIEW_STATES } from '../domain/words.ts'
import { indicatorCode, regionCode } from './codes.ts'
import { figureText, measure, year, yearInAddress } from './figure.ts'

export const importQuery = z.strictObject({
  region: regionCode,
  year: yearInAddress,
})

const told = z.array(z.string()).meta({ description: 'Sentences in the language of the request' })

export const importChange = z.object({
  row: z.int().meta({ description: 'In the file, from 1' }),
  indicatorCode,
  measure,
  value: figureText.nullable(),
  missingReason: z.enum(MISSING_REASONS).nullable(),
  provisional: z.boolean(),
  source: z.string().nullable(),
  note: z.string().nullable(),
  before: z
    .object({
      value: figureText.nullable(),
      missingReason: z.enum(MISSING_REASONS).nullable(),
      state: z.enum(REVIEW_STATES),
      provisional: z.boolean(),
      source: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable()
    .meta({ description: 'What it replaces; null where there is nothing yet' }),
  typed: z.string().meta({ description: 'The text of the cell' }),
  remarks: told,
})
export type ImportChange = z.infer<typeof importChange>

export const importProblem = z.object({
  row: z.int().nullable(),
  column: z.string().nullable().meta({ description: 'The letter of the column' }),
  code: z.string(),
  message: z.string(),
})

/** What an import would do; nothing is done yet. */
export const importPreview = z
  .object({
    id: z.string().nullable().meta({ description: 'What to apply; null where there are problems or no changes' }),
    regionCode,
    year,
    sheet: z.string().nullable().meta({ description: 'The sheet that was read; null for CSV' }),
    changes: z.array(importChange),
    unchanged: z.int().min(0).meta({ description: 'Figures that are saved as they stand in the file' }),
    unfilled: z.int().min(0).meta({ description: 'Rows in which nothing is filled in' }),
    problems: z.array(importProblem),
    remarks: told,
  })
  .meta({ id: 'ImportPreview', description: 'What an import would do' })
export type ImportPreview = z.infer<typeof importPreview>
