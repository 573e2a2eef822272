import type { NumberFormat } from './number-format.ts'
import type { Data, RemarkCode } from './table.ts'

export interface NumberText {
  text: string
  remark?: { code: RemarkCode; data: Data }
}

/** Digits that spreadsheets keep of what is typed, and show of what they calculate. */
const KEPT_DIGITS = 15
const DAY_SECONDS = 86_400
/** The last day that spreadsheets know, 9999-12-31. */
const LAST_DAY = 2_958_465

/**
 * A stored number as the decimal that was typed: the shortest that stands for the same double, at most 15 digits, in
 * percent where the cell shows percent, with the zeros that its format adds. Undefined where it is no finite number.
 */
export function numberText(stored: string, format: NumberFormat): NumberText | undefined {
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?$/.test(stored)) return undefined
  const double = Number(stored)
  if (!Number.isFinite(double)) return undefined
  const exact = plainDecimal(String(double))
  const tooFine = significantDigits(double) > KEPT_DIGITS && !Number.isSafeInteger(double)
  const kept = tooFine ? plainDecimal(String(Number(double.toPrecision(KEPT_DIGITS)))) : exact
  const shown = format.percent ? shifted(kept, 2) : kept
  const text = padded(shown, format.leastDecimals) + (format.percent ? '%' : '')
  if (tooFine) return { text, remark: { code: 'rounded-to-15-digits', data: { stored: exact, text } } }
  const hides = format.mostDecimals !== null && decimalsOf(shown) > format.mostDecimals
  return hides || format.scaled ? { text, remark: { code: 'shown-otherwise', data: { text } } } : { text }
}

/** A stored day, and time of the day where there is one, in ISO form; undefined where spreadsheets know no such day. */
export function dayText(stored: string, from1904: boolean): string | undefined {
  const serial = Number(stored)
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return undefined
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * DAY_SECONDS)
  if (seconds === DAY_SECONDS) {
    day += 1
    seconds = 0
  }
  const time = new Date(seconds * 1000).toISOString().slice(11, 19)
  if (day === 0 && !from1904) return time
  // Day 60 is 29 February 1900, which spreadsheets know and the calendar does not.
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30)
  const date = new Date(first + day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return seconds === 0 ? date : `${date} ${time}`
}

/** 1.5e-7 as 0.00000015. */
function plainDecimal(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const plain = shifted(mantissa, Number(exponent))
  return plain === '-0' ? '0' : plain
}

/** A plain decimal with its point moved `places` to the right. */
function shifted(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', rest = ''] = decimal.slice(sign.length).split('.')
  const digits = whole + rest
  const point = whole.length + places
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : ''
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits
  const decimals = right.replace(/0+$/, '')
  return `${sign}${left.replace(/^0+/, '') || '0'}${decimals && `.${decimals}`}`
}

const significantDigits = (double: number): number =>
  double.toExponential().replace(/e.*$/, '').replace(/[-.]/g, '').length

const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0

function padded(decimal: string, least: number): string {
  const missing = least - decimalsOf(decimal)
  if (missing <= 0) return decimal
  return `${decimal}${decimal.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}
