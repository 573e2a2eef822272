import { placesOf } from '../decimal-text.ts'
import { toFraction } from '../decimal.ts'
import type { FigureText } from '../model.ts'
import type { Finding, ValuedInput } from './finding.ts'
import { comparable, isSame, isZero } from './history.ts'

/**
 * A running total below the nearest earlier one, or above the nearest later one, with no break between them.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function fallingTotal(input: ValuedInput): Finding | undefined {
  if (input.indicator.kind !== 'cumulative') return undefined
  const { value } = input.figure
  const { earlier, later } = comparable(input)
  const [before, after] = [earlier.at(-1), later[0]]
  const found = { code: 'falling-total', severity: 'refused', value } as const
  if (before && toFraction(value).lt(toFraction(before.value)))
    return { ...found, side: 'below-earlier', other: { year: before.year, value: before.value } }
  if (after && toFraction(value).gt(toFraction(after.value)))
    return { ...found, side: 'above-later', other: { year: after.year, value: after.value } }
  return undefined
}

/**
 * A figure that is worse than the last one. For a change on the year before it is its own sign that goes the wrong way,
 * and so it is for the first change against a base year. What was built and is not.
 *
 * Not for `flow`, where every year begins anew, nor for `cumulative`, which cannot fall.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function worseDirection(input: ValuedInput): Finding | undefined {
  const { kind, better } = input.indicator
  if (kind === 'flow' || kind === 'cumulative') return undefined
  const { value, measure } = input.figure
  const last = measure === 'yoy' ? undefined : comparable(input).earlier.at(-1)
  if (!last && kind !== 'change') return undefined
  const compared = toFraction(value).compare(toFraction(last?.value ?? '0'))
  if (better === 'higher' ? compared >= 0 : compared <= 0) return undefined
  const than = last ? { year: last.year, value: last.value } : null
  return { code: 'worse-direction', severity: 'asked', value, better, kind, last: than }
}

/** Digits after the point that say something: 20.10 has one. */
const tellingPlaces = (value: FigureText): number => (value.includes('.') ? placesOf(value.replace(/0+$/, '')) : 0)

/**
 * More digits after the point than any figure of the series has had; zeros at the end do not count.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function moreDecimals({ indicator, figure, others }: ValuedInput): Finding | undefined {
  const same = others.filter(({ measure }) => measure === figure.measure)
  if (indicator.kind === 'done' || same.length === 0) return undefined
  const most = Math.max(...same.map(({ value }) => placesOf(value)))
  const places = tellingPlaces(figure.value)
  return places > most ? { code: 'more-decimals', severity: 'asked', value: figure.value, places, most } : undefined
}

/**
 * Exactly the figure of the year before, which is what a copied column looks like. Not for 0, of which there is one kind
 * only, nor for built or not.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function sameAsLastYear(input: ValuedInput): Finding | undefined {
  const { value, year } = input.figure
  const last = comparable(input).earlier.at(-1)
  if (input.indicator.kind === 'done' || last?.year !== year - 1 || isZero(value)) return undefined
  if (!isSame(last.value, value)) return undefined
  return { code: 'same-as-last-year', severity: 'asked', value, last: { year: last.year, value: last.value } }
}
