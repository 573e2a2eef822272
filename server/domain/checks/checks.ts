import { fractionOfCount, negativeFlow, outsideBounds } from './bounds.ts'
import type { CheckCode, CheckInput, Finding, ValuedInput } from './finding.ts'
import { futureYear, measureDoesNotFit, notBuiltOrNot } from './form.ts'
import { isSame } from './history.ts'
import { farFromHistory, scaleJump } from './jump.ts'
import { fallingTotal, moreDecimals, sameAsLastYear, worseDirection } from './series.ts'

const MALFORMED = [futureYear, measureDoesNotFit, notBuiltOrNot]
const REFUSED = [outsideBounds, negativeFlow, fallingTotal]
const ASKED = [scaleJump, farFromHistory, worseDirection, fractionOfCount, moreDecimals, sameAsLastYear]

/** What one cause explains already is not asked a second time. */
const EXPLAINS: Partial<Record<CheckCode, readonly CheckCode[]>> = {
  'scale-jump': ['far-from-history', 'worse-direction', 'fraction-of-count', 'more-decimals'],
  'far-from-history': ['worse-direction'],
  'fraction-of-count': ['more-decimals'],
}

function found<Input>(checks: readonly ((input: Input) => Finding | undefined)[], input: Input): Finding[] {
  return checks.flatMap((check) => check(input) ?? [])
}

/**
 * What is to be said of an entered figure, the gravest kind only: what is malformed, else what is refused at submission,
 * else what is asked. A missing figure can only be malformed.
 *
 * A correction that keeps the value, of its source for example, is asked nothing: that was answered when it was approved.
 *
 * @param input figures in the form of `CANONICAL_FIGURE`, at most 30 digits
 * Source: METHOD.md, "Checks on entry"
 */
export function checkFigure(input: CheckInput): Finding[] {
  const malformed = found(MALFORMED, input)
  if (malformed.length > 0 || !hasValue(input)) return malformed
  const refused = found(REFUSED, input)
  if (refused.length > 0) return refused
  if (input.replaced !== null && isSame(input.replaced, input.figure.value)) return []
  const asked = found(ASKED, input)
  const explained = new Set(asked.flatMap(({ code }) => EXPLAINS[code] ?? []))
  return asked.filter(({ code }) => !explained.has(code))
}

function hasValue(input: CheckInput): input is ValuedInput {
  return input.figure.value !== null
}
