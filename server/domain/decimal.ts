import Fraction from 'fraction.js'
import type { FigureText } from './model.ts'

export const ZERO = new Fraction(0)
export const ONE = new Fraction(1)

/** Places to which a share is rounded for the API, the screen and the exports. */
export const SHARE_PLACES = 4

/** Where shares end: a number of JSON must be finite, and a share beyond this says nothing that this does not. */
const LARGEST_SHARE = new Fraction(10n ** 15n)

/**
 * The exact value of a figure as entered.
 *
 * @param text in the form of `CANONICAL_FIGURE`; anything else is an error of the caller
 * Source: METHOD.md, "Exactness and rounding"
 */
export function toFraction(text: FigureText): Fraction {
  return new Fraction(text)
}

/**
 * The decimal nearest to `exact` with at most `places` digits after the point; a half goes away from zero.
 *
 * Trailing zeros are left out, and what rounds to nothing is "0", never "-0".
 *
 * Source: METHOD.md, "Exactness and rounding"
 */
export function roundHalfAway(exact: Fraction, places: number): FigureText {
  const scale = 10n ** BigInt(places)
  const units = (2n * exact.n * scale + exact.d) / (2n * exact.d)
  if (units === 0n) return '0'
  const digits = units.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const rest = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${exact.lt(0) ? '-' : ''}${whole}${rest && `.${rest}`}`
}

/**
 * A figure that was calculated and not entered, as text: `decimals` of the indicator and two more.
 *
 * Source: METHOD.md, "Exactness and rounding"
 */
export function toDerivedFigure(exact: Fraction, decimals: number): FigureText {
  return roundHalfAway(exact, decimals + 2)
}

/**
 * A share as a number, rounded to four places. It is not clipped at 0 or 1, and ends at ±10^15.
 *
 * Source: METHOD.md, "Exactness and rounding"
 */
export function toShare(exact: Fraction): number {
  if (exact.abs().gt(LARGEST_SHARE)) return LARGEST_SHARE.mul(exact.s).valueOf()
  return Number(roundHalfAway(exact, SHARE_PLACES))
}

/** A finite number of floating-point arithmetic to `digits` significant digits, from then on exact. */
export function roundFloat(float: number, digits: number): Fraction {
  const [mantissa = '', exponent] = float.toExponential(digits - 1).split('e')
  return new Fraction(mantissa).mul(new Fraction(10).pow(Number(exponent)))
}
