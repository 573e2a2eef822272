import type { FigureText } from './model.ts'

// Exact decimals as text, by plain string arithmetic: what the browser needs while someone types, without fractions.

/** Digits that a figure may have at most, before and after the point together. */
export const MOST_DIGITS = 30

/** The canonical figure of these digits: no leading zeros, and no minus before a zero. */
export function toCanonical(isNegative: boolean, whole: string, fraction: string): FigureText {
  const digits = whole.replace(/^0+/, '') || '0'
  const text = fraction ? `${digits}.${fraction}` : digits
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text
}

/** The figure times 10 to the power of `places`, exactly. What was moved has no zeros at its end: 3200 by −4 is 0.32. */
export function shiftPoint(figure: FigureText, places: number): FigureText {
  if (places === 0) return figure
  const [whole = '', fraction = ''] = figure.replace('-', '').split('.')
  const at = whole.length + places
  const digits =
    '0'.repeat(Math.max(0, -at)) + whole + fraction + '0'.repeat(Math.max(0, at - whole.length - fraction.length))
  const cut = Math.max(0, at)
  return toCanonical(figure.startsWith('-'), digits.slice(0, cut), digits.slice(cut).replace(/0+$/, ''))
}

/** How many digits stand after the point. */
export const placesOf = (figure: FigureText): number => figure.split('.')[1]?.length ?? 0

/** How many digits a figure has, before and after the point. */
export const digitsOf = (figure: FigureText): number => figure.replace(/[-.]/g, '').length
