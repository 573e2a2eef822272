import type Fraction from 'fraction.js'
import { inFormula, inProse, MOST_PLACES, tell, tellExpected, tellPoint, tellShare, type Told } from './telling.ts'
import { roundHalfAway, toFraction } from './decimal.ts'
import type { Goal } from './goal.ts'
import type { Point } from './points.ts'
import type { Judgement } from './status.ts'

// The arithmetic of an explanation: the same in every language but for these signs.

export interface Signs {
  brackets: readonly [open: string, close: string]
  /** After a number whose digits do not show that it lies below, or above. */
  below: string
  above: string
}

const besideText = ({ text, side }: Told, signs: Signs): string => (side ? `${text}${signs[side]}` : text)

const baselineText = ({ input }: Judgement) => input.promised.milestone.baseline?.value ?? '0'

/** 20 + 5 + 8 = 33: the baseline and what was new in each year. */
export function sumFormula(judgement: Judgement, goal: Goal, judged: Point, { brackets }: Signs): string {
  const y = tellPoint(judgement, goal, judged)
  const terms = judgement.series.used.map(({ value }) => inFormula(value, brackets))
  return `${[inProse(baselineText(judgement)), ...terms].join(' + ')} ${y.equals} ${y.text}`
}

/** 0.962 × 0.992 − 1 ≈ −4.5696%: the changes that are compounded. */
export function chainFormula(judgement: Judgement, goal: Goal, judged: Point): string {
  const y = tellPoint(judgement, goal, judged)
  const factors = judgement.series.used.map(({ value }) => {
    // A percentage has two more places as a factor; the length of its text is enough for both.
    return inProse(roundHalfAway(toFraction(value).add(100).div(100), value.length + 2))
  })
  return `${factors.join(' × ')} − 1 ${y.equals} ${y.text}%`
}

/** 105 ≥ 100: the latest figure against the edge from which it fulfils. */
export function comparison(judgement: Judgement, goal: Goal, judged: Point, signs: Signs): string {
  const { kept, broken } = signsOf(goal)
  const y = besideText(tellPoint(judgement, goal, judged), signs)
  return `${y} ${judgement.fulfilled ? kept : broken} ${edgeOf(goal)}`
}

/** The edge in full: it is a product of two entered figures at most. */
export function edgeOf(goal: Goal): string {
  return tell(goal.edge, MOST_PLACES, []).text
}

/** How a figure that fulfils compares with the edge, and the sign that says that it does not. */
function signsOf({ comparator, better }: Goal): { kept: string; broken: string } {
  if (comparator === 'more-than') return better === 'higher' ? { kept: '>', broken: '≤' } : { kept: '<', broken: '≥' }
  const upwards = comparator === 'at-least' || (comparator !== 'at-most' && better === 'higher')
  return upwards ? { kept: '≥', broken: '<' } : { kept: '≤', broken: '>' }
}

/** P = 20 + (100 − 20) × 5 ÷ 10 = 60, and s = (45 − 20) ÷ (60 − 20) = 0.625. */
export function pathFormulas(
  judgement: Judgement & { expected: Fraction; share: Fraction },
  goal: Goal,
  judged: Point,
  signs: Signs,
): { expected: string; share: string } {
  const from = baselineText(judgement)
  const startYear = judgement.start?.year ?? 0
  const isFromZero = toFraction(from).equals(0)
  const { brackets } = signs
  const [open, close] = brackets
  const above = (text: string) => (isFromZero ? text : `${open}${text} − ${inFormula(from, brackets)}${close}`)
  const y = tellPoint(judgement, goal, judged)
  const p = tellExpected(judgement, judgement.expected)
  const s = tellShare(judgement.share)
  const equals = y.equals === '=' && p.equals === '=' ? s.equals : '≈'
  const way = `${above(inProse(goal.text))} × ${judged.year - startYear} ÷ ${goal.year - startYear}`
  return {
    expected: `P = ${isFromZero ? way : `${inProse(from)} + ${way}`} ${p.equals} ${p.text}`,
    share: `s = ${above(y.text)} ÷ ${above(p.text)} ${equals} ${besideText(s, signs)}`,
  }
}
