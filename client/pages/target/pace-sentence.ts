import type Fraction from 'fraction.js'
import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'
import type { Progress } from '../../../server/domain/model.ts'
import type { Pace } from '../../../server/domain/pace.ts'
import { isNegative, isZero } from '../../format.ts'
import { type Wording } from './wording.ts'

/** The two paces before they were rounded. */
export type ExactPaces = Pick<Pace, 'requiredPerYear' | 'recentPerYear'>

type PaceText = Wording['text']['pace']

/** More than T was promised, and it stands exactly at T: the distance is 0, and yet it is not there. */
export const isAtEdge = ({ status, gap, milestone }: Progress): boolean =>
  milestone.comparator === 'more-than' && status !== 'achieved' && gap !== null && isZero(gap)

/** The factor between the two paces, and the year in which the target would be reached, or why none is named. */
export function toPaceSentence(progress: Progress, wording: Wording, exact?: ExactPaces): string {
  const { text, said, indicator } = wording
  const { recentPerYear, requiredPerYear, projectedYear, projectionRefused, milestone } = progress
  const words = text.pace
  const last = progress.latest?.year
  if (projectionRefused === 'fulfilled') return words.fulfilled
  const goal = said((indicator.better === 'lower' ? milestone.valueHigh : null) ?? milestone.value ?? '')
  const isBeyond = milestone.comparator === 'more-than'
  const reached =
    projectedYear === null ? '' : words.reached(projectedYear, goal, projectedYear - milestone.year, isBeyond)
  if (requiredPerYear === null) return last === milestone.year ? words.ended + reached : toRefusal(progress, words)
  const parts: string[] = []
  if (isAtEdge(progress)) parts.push(words.atEdge(goal, indicator.better))
  else if (recentPerYear === null) parts.push(words.noRecent)
  else if (isZero(recentPerYear)) parts.push(words.still)
  else if (isNegative(recentPerYear) !== isNegative(requiredPerYear)) parts.push(words.adverse)
  else {
    const required = exact?.requiredPerYear ?? toFraction(requiredPerYear)
    const recent = exact?.recentPerYear ?? toFraction(recentPerYear)
    parts.push(toldFactor(required.div(recent), words))
  }
  if (projectionRefused) parts.push(recentPerYear === null ? '' : words.refused[projectionRefused])
  return parts.join('') + reached
}

const toRefusal = ({ projectionRefused }: Progress, words: PaceText): string =>
  projectionRefused ? words.refused[projectionRefused] : ''

/** Rounded with as many places as it takes not to round to `not`. */
function roundedApart(exact: Fraction, places: number, not: readonly string[]): string {
  const said = roundHalfAway(exact, places)
  return not.includes(said) && places < 12 ? roundedApart(exact, places + 1, not) : said
}

/** Only an equal pace is told as equal; what is a little above or below it gets the digits that show it. */
function toldFactor(factor: Fraction, words: PaceText): string {
  const side = factor.compare(1)
  if (side === 0) return words.same
  if (side > 0) return words.times(roundedApart(factor, factor.compare(10) > 0 ? 0 : 1, ['1']))
  return words.slower(roundedApart(factor.mul(100), 0, ['0', '100']))
}
