import type { FigureText } from '../../../server/domain/model.ts'
import type { Better } from '../../../server/domain/words.ts'
import { isNegative, isZero, less, placesOf, toRounded, withoutSign } from '../../format.ts'
import type { Progress } from './judged.ts'

/**
 * How far the latest figure is from the milestone, without a sign. `tolerated`: short of the number, and fulfilled all
 * the same, for it says 左右. `at`: on the number, and not fulfilled, for it says 超过 or 余. `above` and `below`: past the
 * far end of an interval; anywhere inside it is `met`.
 */
export type Distance =
  | { side: 'short' | 'beyond' | 'tolerated' | 'above' | 'below'; size: FigureText }
  | { side: 'met' | 'at' }
  | null

/**
 * As many places as the figures on both sides of the subtraction, so that the column can be checked by head; one more
 * than usual where the latest is computed, for −7.8 against −18 is not −8.
 */
export const placesFor = (progress: Progress, decimals: number): number =>
  Math.max(
    decimals,
    placesOf(progress.milestone.value),
    progress.latest?.derived ? decimals + 1 : placesOf(progress.latest?.value ?? null),
  )

/** A tenth tells a pace of a few a year apart; from a hundred on it is noise. */
export const pacePlaces = (decimals: number, pace: string | null): number =>
  Math.max(decimals, /^-?[0-9]{3}/.test(pace ?? '') ? 0 : 1)

export function toDistance(progress: Progress, better: Better, decimals: number): Distance {
  if (progress.gap === null) return null
  const gap = toRounded(progress.gap, placesFor(progress, decimals))
  const isFulfilled = progress.status === 'achieved'
  if (isZero(gap)) return { side: progress.milestone.comparator === 'more-than' && !isFulfilled ? 'at' : 'met' }
  const isBeyond = isNegative(gap) === (better === 'higher')
  const { comparator, value, valueHigh } = progress.milestone
  if (isBeyond && comparator === 'between' && value !== null && valueHigh !== null) {
    const past = less(withoutSign(gap), less(valueHigh, value))
    if (isNegative(past) || isZero(past)) return { side: 'met' }
    return { side: better === 'higher' ? 'above' : 'below', size: past }
  }
  return { side: isBeyond ? 'beyond' : isFulfilled ? 'tolerated' : 'short', size: withoutSign(gap) }
}
