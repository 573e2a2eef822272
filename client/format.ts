import { shanghaiDate } from '../server/domain/days.ts'
import type { Language } from '../server/domain/labels.ts'
import type { FigureText } from '../server/domain/model.ts'
import { unitAfterEn } from '../server/domain/units-en.ts'

// Figures are exact decimals as text and stay text: nothing here turns one into a floating-point number, and what was
// printed or entered is shown with the digits that it has: 70 is not 70.00, and 1.0 is not 1.

const MINUS = '\u2212'
const FIGURE = /^(-?)([0-9]+)(?:\.([0-9]+))?$/

/** A missing figure: never 0. */
export const MISSING = '—'

export interface FigureStyle {
  language: Language
  /** With 万 or 亿 in the unit already, the figure is not shortened again. */
  unit?: string
  /** Puts a plus before what is above zero: for changes and paces. */
  signed?: boolean
}

/** A figure cut at its decimal point, so that columns can be aligned there. */
export interface FigureParts {
  /** Sign and whole part, grouped. */
  whole: string
  /** The point and the digits after it, or nothing. */
  fraction: string
  /** 万 or 亿 before the unit, or nothing. */
  scale: string
}

/** Groups of three from five digits on, as GB/T 15835 allows four to stand together. */
const grouped = (digits: string): string => (digits.length < 5 ? digits : digits.replace(/\B(?=([0-9]{3})+$)/g, ','))

/** Moves the point `by` digits to the left if that leaves two digits after it at most; exact, or not at all. */
function shifted(whole: string, fraction: string, by: number): [string, string] | undefined {
  const tail = (whole.slice(-by) + fraction).replace(/0+$/, '')
  return whole.length > by && tail.length <= 2 ? [whole.slice(0, -by), tail] : undefined
}

/** The figure's parts for the screen, or undefined where the text is no figure. */
export function toParts(figure: FigureText, style: FigureStyle): FigureParts | undefined {
  const match = FIGURE.exec(figure)
  if (!match) return undefined
  const [, minus = '', whole = '', fraction = ''] = match
  const isZero = /^0*$/.test(whole + fraction)
  const sign = minus && !isZero ? MINUS : style.signed && !isZero ? '+' : ''
  const mayShorten = style.language === 'zh-CN' && whole.length >= 7 && !/[万亿]/.test(style.unit ?? '')
  const scales: [string, number][] = mayShorten
    ? [
        ['亿', 8],
        ['万', 4],
      ]
    : []
  for (const [scale, by] of scales) {
    const short = shifted(whole, fraction, by)
    if (short) return { whole: sign + grouped(short[0]), fraction: short[1] && `.${short[1]}`, scale }
  }
  return { whole: sign + grouped(whole), fraction: fraction && `.${fraction}`, scale: '' }
}

/** A figure in running text, without its unit; a missing one is “—”. */
export function toFigure(figure: FigureText | null, style: FigureStyle): string {
  const parts = figure === null ? undefined : toParts(figure, style)
  if (!parts) return figure ?? MISSING
  return parts.whole + parts.fraction + (parts.scale && ` ${parts.scale}`)
}

/** A figure and its unit: “10.5%”, “20 家”, “100 万元”. */
export function toMeasured(figure: FigureText | null, unit: string, style: FigureStyle): string {
  const text = toFigure(figure, { ...style, unit })
  if (figure === null || unit === '') return text
  if (unit === '%' || /[万亿]$/.test(text)) return text + unit
  return `${text} ${style.language === 'en' ? unitAfterEn(text, unit) : unit}`
}

/** How many digits stand after the point. */
export const placesOf = (figure: FigureText | null): number => FIGURE.exec(figure ?? '')?.[3]?.length ?? 0

/** Rounds a derived figure half away from zero to `places`. Never for figures that someone entered. */
export function toRounded(figure: FigureText, places: number): FigureText {
  const match = FIGURE.exec(figure)
  if (!match || (match[3]?.length ?? 0) <= places) return figure
  const [, minus = '', whole = '', fraction = ''] = match
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n
  const digits = (BigInt(whole + fraction.slice(0, places)) + up).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return /^[0.]*$/.test(text) ? text : minus + text
}

/** One exact figure less another. */
export function less(figure: FigureText, other: FigureText): FigureText {
  const places = Math.max(placesOf(figure), placesOf(other))
  const scaled = (text: FigureText): bigint => BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)))
  const difference = scaled(figure) - scaled(other)
  const digits = (difference < 0n ? -difference : difference).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return difference < 0n ? `-${text}` : text
}

/** The same size without its sign: “还差 9.5”. */
export const withoutSign = (figure: FigureText): FigureText => figure.replace(/^-/, '')

export const isZero = (figure: FigureText): boolean => /^-?[0.]+$/.test(figure)

export const isNegative = (figure: FigureText): boolean => figure.startsWith('-') && /[1-9]/.test(figure)

/** A share 0–1 as a number with two to four places, not clipped: 0.6 → “0.60”. */
export function toShare(share: number | null): string {
  if (share === null) return MISSING
  const [whole = '', fraction = ''] = Math.abs(share).toFixed(4).split('.')
  const text = `${whole}.${fraction.replace(/0{1,2}$/, '')}`
  return share < 0 && /[1-9]/.test(text) ? MINUS + text : text
}

/** A number half away from zero, after floating point has had its say: 28.499999 is 28.5. */
const halfAway = (size: number, scale: number): number => Math.floor(Number((size * scale).toFixed(2)) + 0.5) / scale

/**
 * How much of the way is covered, rounded: 1.375 is 138%. 100% says that it is done and 0% that nothing is, so what
 * would be rounded to either is told with a tenth more: 0.9999 is 99.9%, 0.0004 is 0.1%.
 */
export const toPercent = (share: number | null): string => {
  if (share === null) return MISSING
  const size = Math.abs(share) * 100
  const whole = halfAway(size, 1)
  const percent =
    (whole === 0 && size > 0) || (whole === 100 && size < 100)
      ? Math.min(Math.max(halfAway(size, 10), 0.1), 99.9)
      : whole
  return share < 0 ? `${MINUS}${percent}%` : `${percent}%`
}

export const toYear = (year: number, language: Language): string => (language === 'en' ? `${year}` : `${year} 年`)

/** The calendar date of an instant in Shanghai: 2026-03-18. */
export const toDate = (instant: string): string => shanghaiDate(new Date(instant))

/** The Shanghai year of an instant: the year "now" of the method. */
export const toYearInShanghai = (instant: string): number => Number(toDate(instant).slice(0, 4))
