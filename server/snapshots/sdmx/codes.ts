import type { ApprovedFigure } from '../../observations/queries.ts'

// How the words of Tanbiao are written as codes of SDMX 3.0, whose ids are letters, digits, _, @, $ and -.

/** Who maintains the structures. */
export const AGENCY = 'TANBIAO'
/** Of all own structures; lists of codes that grow are marked as parts. */
export const STRUCTURE_VERSION = '1.0.0'
export const DATAFLOW = 'DF_OBSERVATIONS'

/**
 * The code of a region: `CN` for the nation, `CN-63` for Qinghai. Readers that guess types would make 0 of the bare
 * digits `00`.
 */
export const toAreaCode = (regionCode: string): string => (regionCode === '00' ? 'CN' : `CN-${regionCode}`)

/** The region that such a code stands for. */
export const fromAreaCode = (code: string): string => (code === 'CN' ? '00' : code.slice('CN-'.length))

/** `value`, `yoy`, `since-2020`: a colon is no letter of a code. */
export const toMeasureCode = (measure: string): string => measure.replace(':', '-')

/** The measure that such a code stands for. */
export const fromMeasureCode = (code: string): string => code.replace(/^since-/, 'since:')

/**
 * The code of a unit by its English name: `100_million_yuan`, `PT` for percent, `_Z` where there is none. Two names
 * never have one code: what is neither letter, digit nor space is its code point in hexadecimal between dollar signs.
 */
export function toUnitCode(unitEn: string): string {
  if (unitEn === '') return '_Z'
  if (unitEn === '%') return 'PT'
  const code = Array.from(unitEn, (sign) => (/[A-Za-z0-9]/.test(sign) ? sign : sign === ' ' ? '_' : escaped(sign)))
  const whole = code.join('')
  return whole === 'PT' || whole === '_Z' ? Array.from(unitEn, escaped).join('') : whole
}

const escaped = (sign: string): string => `$${(sign.codePointAt(0) ?? 0).toString(16)}$`

/** The codes of the official list `CL_OBS_STATUS` that occur, with their official names. */
export const OBS_STATUSES = {
  A: { zh: '正常值', en: 'Normal value' },
  B: { zh: '时间序列中断', en: 'Time series break' },
  L: { zh: '缺失值：数据存在，未收集', en: 'Missing value; data exist but were not collected' },
  M: { zh: '缺失值：数据不可能存在', en: 'Missing value; data cannot exist' },
  O: { zh: '缺失值', en: 'Missing value' },
  P: { zh: '初步值', en: 'Provisional value' },
} as const
export type ObsStatus = keyof typeof OBS_STATUSES

const OF_MISSING = { 'not-yet-published': 'O', 'not-applicable': 'M', 'not-collected': 'L' } as const

/**
 * The one status of a figure: why it is missing, else that the series breaks before it, else that it is provisional,
 * else that it is a normal value. What it does not say stands in attributes of its own.
 */
export function toObsStatus({
  missingReason,
  breakBefore,
  provisional,
}: Pick<ApprovedFigure, 'missingReason' | 'breakBefore' | 'provisional'>): ObsStatus {
  if (missingReason !== null) return OF_MISSING[missingReason]
  if (breakBefore) return 'B'
  return provisional ? 'P' : 'A'
}
