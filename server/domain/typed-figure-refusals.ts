import type { FigureText } from './model.ts'
import { readChineseNumeral } from './typed-figure-numerals.ts'
import { isScaleOfRatio } from './typed-figure-units.ts'
import type { Wanted } from './typed-figure-wanted.ts'

/** Why a typed text is not one clear number. */
export const REFUSAL_CODES = [
  'unreadable',
  'choose-built',
  'too-long',
  'error-value',
  'formula',
  'scientific',
  'date',
  'range',
  'not-exact',
  'grouping',
  'not-a-number',
  'negative-form',
  'decimal-point',
  'direction-word',
  'chinese-numeral',
  'unit',
  'scale',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

type Suggesting = 'negative-form' | 'decimal-point' | 'direction-word' | 'chinese-numeral'
type OfUnit = 'unit' | 'scale'

/** A refused text and what its sentence needs: the figure that was perhaps meant, or the unit that does not fit. */
export type Refusal = { is: 'refused'; typed: string } & (
  | { code: Exclude<RefusalCode, Suggesting | OfUnit> }
  | { code: Suggesting; suggestion: FigureText | null }
  | { code: OfUnit; typedUnit: string; unitZh: string; unitEn: string }
)

type ReadPart = (text: string, wanted: Wanted) => FigureText | null

const DATE =
  /^(?:19|20)[0-9]{2}(?:[-/年][01]?[0-9](?:[-/月][0-3]?[0-9]?日?)?)$|^[01]?[0-9]月[0-3]?[0-9]日$|^[0-3]?[0-9]-[a-z]{3}$|^[a-z]{3}-[0-9]{2}$/i
const RANGE = /[0-9][^0-9]{0,6}?[-\u2010-\u2015~至到][-\u2010-\u2015~]? *[0-9]/
const NOT_EXACT =
  /[约近余多逾几超≈≥≤<>~≧≦≮≯]|左右|上下|以[上下内外]|不[足少低到大小]|至[少多]|最[少多高低]|突破|大[概致]|接近|\+$|\b(?:about|around|over|under|nearly|almost|approx|least|most|than)\b/i
const SOME_NUMBER = /[0-9零〇一二两三四五六七八九十百千万亿]/
const FELL = /^(?:同比|比上年|较上年|同比上年)?(?:下降|降低|减少|回落|下跌)(?:了)? */
const ROSE = /^(?:同比|比上年|较上年|同比上年)?(?:增长|上升|提高|增加|增)(?:了)? */
const DASH = /^[\u2010-\u2015\uFE63]+ */

/** Texts whose form tells what they are, the surest first. */
const FORMS: [RegExp, Exclude<RefusalCode, Suggesting | OfUnit>][] = [
  [/^#/, 'error-value'],
  [/^=/, 'formula'],
  [/^[+-]?[0-9.,]+ *(?:e[+-]?[0-9]+|[×x*] *10(?:\^|\*\*|[⁰¹²³⁴-⁹]).*)$/i, 'scientific'],
  [DATE, 'date'],
  [RANGE, 'range'],
]

const negative = (value: FigureText | null): FigureText | null =>
  value && /^[0-9.]*[1-9]/.test(value) ? `-${value}` : null

/** A figure that the text was perhaps meant to be; it is told, and never taken unasked. */
function suggest(
  half: string,
  wanted: Wanted,
  readPart: ReadPart,
): { code: Suggesting; suggestion: FigureText | null } | undefined {
  if (/^\(.*\)$/s.test(half)) {
    const suggestion = negative(readPart(half.slice(1, -1).trim(), wanted))
    if (suggestion) return { code: 'negative-form', suggestion }
  }
  if (DASH.test(half)) {
    const suggestion = negative(readPart(half.replace(DASH, ''), wanted))
    if (suggestion) return { code: 'negative-form', suggestion }
  }
  if (/[0-9][。·｡]/.test(half)) {
    const suggestion = readPart(half.replace(/[。·｡]/, '.'), wanted)
    if (suggestion) return { code: 'decimal-point', suggestion }
  }
  if (FELL.test(half) || ROSE.test(half)) {
    const change = wanted.kind === 'change' ? readPart(half.replace(FELL, '').replace(ROSE, ''), wanted) : null
    return { code: 'direction-word', suggestion: FELL.test(half) ? negative(change) : change }
  }
  const numeral = readChineseNumeral(half, wanted.unitZh)
  return numeral && { code: 'chinese-numeral', suggestion: numeral.value }
}

/** Why a text that is no number is none, so that the sentence can say what to write instead. */
export function diagnose(typed: string, half: string, wanted: Wanted, readPart: ReadPart): Refusal {
  const form = FORMS.find(([shape]) => shape.test(half))
  if (form) return { is: 'refused', code: form[1], typed }
  const suggested = suggest(half, wanted, readPart)
  if (suggested) return { is: 'refused', typed, ...suggested }
  if (SOME_NUMBER.test(half) && NOT_EXACT.test(half)) return { is: 'refused', code: 'not-exact', typed }
  if (/[0-9][,' ]+[0-9]/.test(half) || /^[0-9]+(?:[,'][0-9]*)+$/.test(half))
    return { is: 'refused', code: 'grouping', typed }
  const typedUnit = /^[+-]?[0-9,.' ]*[0-9]\.? *([^0-9.,' ][^0-9]*)$/.exec(half)?.[1]
  if (!typedUnit) return { is: 'refused', code: 'not-a-number', typed }
  const { unitZh, unitEn } = wanted
  return { is: 'refused', code: isScaleOfRatio(typedUnit, wanted) ? 'scale' : 'unit', typed, typedUnit, unitZh, unitEn }
}
