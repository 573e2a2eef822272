import Fraction from 'fraction.js'
import { placesOf } from '../decimal-text.ts'
import { roundHalfAway, toFraction } from '../decimal.ts'
import { isWithin } from './bounds.ts'
import type { Finding, OtherFigure, ValuedInput } from './finding.ts'
import { comparable } from './history.ts'
import { scaleOf } from './scale.ts'

/** How many earlier figures make a history of its own, and how many of the latest are looked at. */
export const HISTORY = { least: 4, most: 10 } as const
/** A change is far when it is beyond so many usual ones, and beyond this share of the last figure. */
export const FAR = { times: 5, share: 0.2 } as const
/** With fewer figures: a level that is beyond so many times the last one, or below one part in so many. */
export const FAR_FROM_FEW = 5

/**
 * A figure about 10, 100, 10,000 … times the last one, or that part of it: a digit too many, or another unit.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function scaleJump(input: ValuedInput): Finding | undefined {
  const scale = scaleOf(input)
  if (!scale) return undefined
  const { suggestion } = scale
  const suggested = suggestion !== null && isWithin(suggestion, input.indicator) ? suggestion : null
  return { code: 'scale-jump', severity: 'asked', value: input.figure.value, ...scale, suggestion: suggested }
}

/**
 * A figure that lies far from where its series has been: the change per year is more than 5 times the median of the
 * changes before, one unit of the last displayed digit at least, and more than 20 % of the last figure.
 *
 * With one to three earlier figures there is no usual change; then only a level beyond 5 times the last one, or below a
 * fifth of it, is far. A count that begins grows faster than that.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function farFromHistory(input: ValuedInput): Finding | undefined {
  const { indicator, figure } = input
  const earlier = comparable(input).earlier.slice(-HISTORY.most)
  const last = earlier.at(-1)
  if (!last || indicator.kind === 'done') return undefined
  const before = toFraction(last.value)
  const difference = toFraction(figure.value).sub(before)
  const places = Math.max(placesOf(figure.value), placesOf(last.value))
  const found = {
    code: 'far-from-history',
    severity: 'asked',
    value: figure.value,
    last: { year: last.year, value: last.value },
    difference: roundHalfAway(difference.abs(), places),
    isGreater: difference.gt(0),
  } as const
  if (earlier.length < HISTORY.least) {
    const isFar = indicator.kind === 'level' && isFarFromFew(toFraction(figure.value).abs(), before.abs())
    return isFar ? { ...found, usual: null } : undefined
  }
  const usual = usualChange(earlier, indicator.decimals)
  const perYear = difference.abs().div(figure.year - last.year)
  if (perYear.lte(usual.mul(FAR.times)) || difference.abs().lte(before.abs().mul(FAR.share))) return undefined
  return { ...found, usual: roundHalfAway(usual, places + 1) }
}

function isFarFromFew(size: Fraction, before: Fraction): boolean {
  if (before.equals(0)) return false
  return size.gt(before.mul(FAR_FROM_FEW)) || size.mul(FAR_FROM_FEW).lt(before)
}

/** The median of the changes per year, without their signs; one unit of the last displayed digit at least. */
function usualChange(figures: readonly OtherFigure[], decimals: number): Fraction {
  const changes = figures
    .slice(1)
    .flatMap(({ year, value }, index) => {
      const before = figures[index]
      return before
        ? toFraction(value)
            .sub(toFraction(before.value))
            .abs()
            .div(year - before.year)
        : []
    })
    .sort((a, b) => a.compare(b))
  const upper = changes[Math.floor(changes.length / 2)] ?? new Fraction(0)
  const lower = changes[Math.floor((changes.length - 1) / 2)] ?? upper
  const median = upper.add(lower).div(2)
  const least = new Fraction(1n, 10n ** BigInt(decimals))
  return median.lt(least) ? least : median
}
