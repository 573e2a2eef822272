import { z } from 'zod'
import { DIRECTIONS, KINDS, ROLL_UPS } from '../domain/words.ts'
import { indicatorCode, planCode, regionCode, themeCode } from './codes.ts'
import { figureText, year } from './figure.ts'

export const region = z
  .object({
    code: regionCode,
    nameZh: z.string(),
    nameEn: z.string(),
    parentCode: regionCode.nullable(),
  })
  .meta({ id: 'Region', description: 'The area that a target binds' })
export type Region = z.infer<typeof region>

export const theme = z
  .object({ code: themeCode, nameZh: z.string(), nameEn: z.string() })
  .meta({ id: 'Theme', description: 'What a target is about' })
export type Theme = z.infer<typeof theme>

export const plan = z
  .object({
    code: planCode,
    titleZh: z.string(),
    titleEn: z.string(),
    documentNumber: z.string().nullable().meta({ description: 'Null where the document prints none' }),
    issuerZh: z.string().nullable().meta({ description: 'Null where the document prints none' }),
    regionCode,
    issuedYear: year,
    startYear: year.nullable().meta({ description: 'Null where the document prints no period' }),
    endYear: year,
    sourceFile: z.string(),
  })
  .meta({ id: 'Plan', description: 'A published document that sets targets' })
export type Plan = z.infer<typeof plan>

export const indicator = z
  .object({
    code: indicatorCode,
    nameZh: z.string(),
    nameEn: z.string(),
    shortNameZh: z.string(),
    shortNameEn: z.string(),
    unitZh: z.string().meta({ description: 'Empty for kind `done`' }),
    unitEn: z.string(),
    kind: z.enum(KINDS),
    better: z.enum(DIRECTIONS),
    decimals: z
      .int()
      .min(0)
      .max(10)
      .meta({ description: 'Digits after the point for display; never rounds what was entered' }),
    theme: themeCode,
    min: figureText.nullable().meta({ description: 'Natural lower bound' }),
    max: figureText.nullable().meta({ description: 'Natural upper bound' }),
    definitionZh: z.string(),
    definitionEn: z.string(),
    sourceZh: z.string().nullable().meta({ description: 'Who publishes it; null where unknown' }),
    rollUp: z.enum(ROLL_UPS).meta({
      description:
        'How the figures of the regions below one are put together; `none`: not at all, as definitions differ',
    }),
    weightIndicatorCode: indicatorCode.nullable().meta({ description: 'What weighs them, with `weighted-mean`' }),
  })
  .meta({ id: 'Indicator', description: 'What is counted or measured' })
export type Indicator = z.infer<typeof indicator>

/** As a line of the log says it; lines from before there were roll-ups say nothing of them, which means `none`. */
export type LoggedIndicator = Omit<Indicator, 'rollUp' | 'weightIndicatorCode'> &
  Partial<Pick<Indicator, 'rollUp' | 'weightIndicatorCode'>>
