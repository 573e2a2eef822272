import { toFraction } from '../decimal.ts'
import type { FigureText } from '../model.ts'
import type { CheckedIndicator, Finding, ValuedInput } from './finding.ts'
import { isNegative } from './history.ts'
import { scaleOf } from './scale.ts'

export function isWithin(value: FigureText, { min, max }: CheckedIndicator): boolean {
  return (
    (min === null || toFraction(value).gte(toFraction(min))) && (max === null || toFraction(value).lte(toFraction(max)))
  )
}

/**
 * A figure below or above what the indicator can be: a share above 100 %.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function outsideBounds(input: ValuedInput): Finding | undefined {
  const { indicator, figure } = input
  const { min, max, unitZh, unitEn } = indicator
  const { value } = figure
  if (isWithin(value, indicator) || negativeFlow(input)) return undefined
  const side = max !== null && toFraction(value).gt(toFraction(max)) ? 'above' : 'below'
  const bound = (side === 'above' ? max : min) ?? '0'
  const suggestion = scaleOf(input)?.suggestion ?? null
  const suggested = suggestion !== null && isWithin(suggestion, indicator) ? suggestion : null
  return { code: 'outside-bounds', severity: 'refused', value, side, bound, unitZh, unitEn, suggestion: suggested }
}

/**
 * What is new in a year, and a running total, cannot be less than nothing.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function negativeFlow({ indicator: { kind }, figure: { value } }: ValuedInput): Finding | undefined {
  if ((kind !== 'flow' && kind !== 'cumulative') || !isNegative(value)) return undefined
  return { code: 'negative-flow', severity: 'refused', value, kind }
}

/** Units that count whole things. An amount of money or of goods may have a fraction. */
const COUNTS = /^(?:家|个|人|名|项|件|篇|部|台|套|户|所|座|处|次|人次|种|支|辆)$/

/**
 * A fraction of a thing that is counted. Asked and not refused: 件 with decimals is the unit of patents per 10,000 people,
 * and full-time equivalents of people have fractions; the declared decimals are for display and never refuse.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function fractionOfCount({ indicator, figure: { value } }: ValuedInput): Finding | undefined {
  const { kind, decimals, unitZh, unitEn } = indicator
  if (kind === 'change' || kind === 'done' || decimals > 0 || !COUNTS.test(unitZh)) return undefined
  return /\.0*[1-9]/.test(value) ? { code: 'fraction-of-count', severity: 'asked', value, unitZh, unitEn } : undefined
}
