import type { FigureText } from '../../../server/domain/model.ts'
import type { Better } from '../../../server/domain/words.ts'
import { isNegative, placesOf, toRounded, withoutSign } from '../../format.ts'
import type { Progress } from './judged.ts'

/** How far the latest figure is from the milestone, without a sign: a side and a size. */
export type Distance = { side: 'short' | 'beyond'; size: FigureText } | { side: 'met' } | null

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

export function toDistance(progress: Progress, better: Better, decimals: number): Distance {
  if (progress.gap === null) return null
  const gap = toRounded(progress.gap, placesFor(progress, decimals))
  if (/^-?[0.]+$/.test(gap)) return { side: 'met' }
  const isBeyond = isNegative(gap) === (better === 'higher')
  return { side: isBeyond ? 'beyond' : 'short', size: withoutSign(gap) }
}
