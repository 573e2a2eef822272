import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'
import type { Progress } from '../../../server/domain/model.ts'
import { isNegative } from '../../format.ts'
import { isZero, type Wording } from './wording.ts'

/** The factor between the two paces, and the year in which the target would be reached, or why none is named. */
export function toPaceSentence(progress: Progress, { text, said, indicator: { better } }: Wording): string {
  const { recentPerYear, requiredPerYear, projectedYear, projectionRefused, milestone } = progress
  const words = text.pace
  const last = progress.latest?.year
  if (projectionRefused === 'fulfilled') return words.fulfilled
  const reached =
    projectedYear === null
      ? ''
      : words.reached(
          projectedYear,
          said((better === 'lower' ? milestone.valueHigh : null) ?? milestone.value ?? ''),
          projectedYear - milestone.year,
        )
  if (requiredPerYear === null) return last === milestone.year ? words.ended + reached : toRefusal(progress, words)
  const parts: string[] = []
  if (recentPerYear === null) parts.push(words.noRecent)
  else if (isZero(recentPerYear)) parts.push(words.still)
  else if (isNegative(recentPerYear) !== isNegative(requiredPerYear)) parts.push(words.adverse)
  else parts.push(factorOf(recentPerYear, requiredPerYear, words))
  if (projectionRefused) parts.push(recentPerYear === null ? '' : words.refused[projectionRefused])
  return parts.join('') + reached
}

const toRefusal = ({ projectionRefused }: Progress, words: Wording['text']['pace']): string =>
  projectionRefused ? words.refused[projectionRefused] : ''

function factorOf(recent: string, required: string, words: Wording['text']['pace']): string {
  const factor = toFraction(required).div(toFraction(recent))
  const said = roundHalfAway(factor, factor.compare(10) > 0 ? 0 : factor.compare(0.1) < 0 ? 2 : 1)
  if (said === '1') return words.same
  return factor.compare(1) > 0 ? words.times(said) : words.slower(said)
}
