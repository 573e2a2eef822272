import Fraction from 'fraction.js'
import { roundHalfAway, SHARE_PLACES, toDerivedFigure } from './decimal.ts'
import type { FigureText } from './model.ts'
import type { Goal } from './goal.ts'
import { CUT_OFFS } from './path.ts'
import type { Point } from './points.ts'
import type { Judgement } from './status.ts'

// Numbers as the sentences of an explanation show them; the same in every language.

/** A number as a sentence shows it, and the sign that may stand before it. */
export interface Told {
  text: string
  equals: '=' | '≈'
  /** Where the number lies beside its text, if that is a landmark and no digits tell them apart; else null. */
  side: 'below' | 'above' | null
}

/** After so many digits a number and its landmark are told apart in words; entered figures have 30 at most. */
export const MOST_PLACES = 60

/** A figure in running text, with a real minus sign. */
export function inProse(text: string): string {
  return text.replace('-', '−')
}

/** A figure within a formula: a negative one in `brackets`. */
export function inFormula(text: string, [open, close]: readonly [string, string]): string {
  return text.startsWith('-') ? `${open}${inProse(text)}${close}` : text
}

/**
 * A number with at least `places` digits after the point, and with as many more as show on which side of every landmark
 * it lies: a share just below 0.95 must not be told as 0.95.
 */
export function tell(exact: Fraction, places: number, landmarks: readonly Fraction[]): Told {
  for (let digits = places; ; digits++) {
    const text = roundHalfAway(exact, digits)
    const rounded = new Fraction(text)
    const blurred = landmarks.find((mark) => rounded.compare(mark) !== exact.compare(mark))
    if (blurred && digits < MOST_PLACES) continue
    const side = exact.gt(rounded) ? 'above' : 'below'
    return { text: inProse(text), equals: rounded.equals(exact) ? '=' : '≈', side: blurred ? side : null }
  }
}

/** A number rounded as the API rounds it; where that would make nothing of something, to its first digit. */
export function toVisible(exact: Fraction, decimals: number): FigureText {
  const text = toDerivedFigure(exact, decimals)
  if (text !== '0' || exact.equals(0)) return text
  // n ÷ d is one unit of this place at least.
  return roundHalfAway(exact, exact.d.toString().length - exact.n.toString().length + 1)
}

export function tellShare(share: Fraction): Told {
  return tell(share, SHARE_PLACES, Object.values(CUT_OFFS))
}

/** y as the arithmetic shows it: as entered, or with two places more than the API gives. */
export function tellPoint({ input, series, start }: Judgement, goal: Goal, point: Point): Told {
  if (point === series.latest && series.entered !== undefined)
    return { text: inProse(series.entered), equals: '=', side: null }
  return tell(point.value, input.indicator.decimals + 4, [goal.edge, ...(start ? [start.value] : [])])
}

export function tellExpected({ input }: Judgement, expected: Fraction): Told {
  return tell(expected, input.indicator.decimals + 4, [])
}

/** A difference without its direction; "0" only where there is none. */
export function toDistance({ input }: Judgement, difference: Fraction): FigureText {
  return toVisible(difference.abs(), input.indicator.decimals)
}

/** The point before the latest, which may be the baseline. */
export function yearBefore({ series, start }: Judgement): number | undefined {
  return (series.points.at(-2) ?? start)?.year
}
