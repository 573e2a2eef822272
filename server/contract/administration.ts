import { z } from 'zod'
import {
  BASELINE_BASES,
  COMPARATORS,
  CORRECTION_CODES,
  DEADLINE_BASES,
  DIRECTIONS,
  KINDS,
  ROLL_UPS,
} from '../domain/words.ts'
import { indicatorCode, planCode, regionCode, targetId, themeCode } from './codes.ts'
import { figureText, year } from './figure.ts'
import { reason, someText } from './text.ts'

// What an administrator gives; what is left out is null.

const name = someText(200)

export const newPlan = z
  .strictObject({
    code: planCode,
    titleZh: name,
    titleEn: name,
    documentNumber: name.nullable().default(null),
    issuerZh: name.nullable().default(null),
    regionCode,
    issuedYear: year,
    startYear: year.nullable().default(null),
    endYear: year,
    sourceFile: name,
    reason,
  })
  .meta({ id: 'NewPlan' })

export const newIndicator = z
  .strictObject({
    code: indicatorCode,
    nameZh: name,
    nameEn: name,
    shortNameZh: name,
    shortNameEn: name,
    unitZh: z.union([z.literal(''), someText(30)]).default(''),
    unitEn: z.union([z.literal(''), someText(60)]).default(''),
    kind: z.enum(KINDS),
    better: z.enum(DIRECTIONS).default('higher'),
    decimals: z.int().min(0).max(10).default(0),
    theme: themeCode,
    min: figureText.nullable().default(null),
    max: figureText.nullable().default(null),
    definitionZh: someText(2000),
    definitionEn: someText(2000),
    sourceZh: name.nullable().default(null),
    rollUp: z.enum(ROLL_UPS).default('none'),
    weightIndicatorCode: indicatorCode.nullable().default(null),
    reason,
  })
  .meta({ id: 'NewIndicator' })

/** What is left out stays as it is; kind, direction and unit are what figures rest on, and stay for ever. */
export const indicatorChange = z
  .strictObject({
    nameZh: name.optional(),
    nameEn: name.optional(),
    shortNameZh: name.optional(),
    shortNameEn: name.optional(),
    decimals: z.int().min(0).max(10).optional(),
    theme: themeCode.optional(),
    min: figureText.nullable().optional(),
    max: figureText.nullable().optional(),
    definitionZh: someText(2000).optional(),
    definitionEn: someText(2000).optional(),
    sourceZh: name.nullable().optional(),
    rollUp: z.enum(ROLL_UPS).optional(),
    weightIndicatorCode: indicatorCode.nullable().optional(),
    reason,
  })
  .meta({ id: 'IndicatorChange' })

const newBaseline = z.strictObject({
  year,
  value: figureText,
  basis: z.enum(BASELINE_BASES),
  quote: someText(2000).nullable().default(null),
  reason: someText(1000).nullable().default(null),
})

const newMilestone = z.strictObject({
  year,
  comparator: z.enum(COMPARATORS),
  value: figureText.nullable(),
  valueHigh: figureText.nullable().default(null),
  tolerance: figureText.nullable().default(null),
  wordingZh: someText(100).nullable().default(null),
  deadlineBasis: z.enum(DEADLINE_BASES).default('printed'),
  baseline: newBaseline.nullable().default(null),
})

const newConflict = z.strictObject({
  clause: someText(500),
  quote: someText(5000),
  sourceFile: name,
  noteZh: someText(1000),
  noteEn: someText(1000),
  targetId: targetId.nullable().default(null),
})

const promise = {
  ownerZh: name.nullable(),
  clause: someText(500),
  quote: someText(5000),
  sourceFile: name,
  conflicts: z.array(newConflict).max(50),
  milestones: z.array(newMilestone).min(1).max(50),
}

export const newTarget = z
  .strictObject({
    id: targetId,
    planCode,
    regionCode,
    indicatorCode,
    ...promise,
    ownerZh: promise.ownerZh.default(null),
    conflicts: promise.conflicts.default([]),
    sourceFile: promise.sourceFile.optional().meta({ description: "Absent: the plan's" }),
    reason,
  })
  .meta({ id: 'NewTarget' })

/** What is left out stays as it is. */
export const targetChange = z
  .strictObject({
    ownerZh: promise.ownerZh.optional(),
    clause: promise.clause.optional(),
    quote: promise.quote.optional(),
    sourceFile: promise.sourceFile.optional(),
    conflicts: promise.conflicts.optional(),
    milestones: promise.milestones.optional(),
    correctionCode: z.enum(CORRECTION_CODES).default('source-revised'),
    reason,
    ifRevision: z.int().min(1).optional(),
  })
  .meta({ id: 'TargetChange' })
