import type { FigureText } from '../../server/domain/model.ts'

/** What a bullet bar draws; shares of the way from baseline (0) to milestone (1). */
export interface BulletInput {
  coveredShare: number | null
  baseline: FigureText | null
  expected: FigureText | null
  milestone: FigureText | null
}

/** All in the units of the drawing, from its left edge. */
export interface Bullet {
  baselineAt: number
  milestoneAt: number
  /** From the baseline to the latest figure; left of the baseline where it moves away. */
  fill: { from: number; to: number }
  /** Where the path stands in the year of the latest figure; null where there is none, or beyond the drawing. */
  pathAt: number | null
  /** The figure lies further out than the drawing reaches. */
  beyond: 'left' | 'right' | null
}

export const BULLET = { width: 140, baselineAt: 26, milestoneAt: 122, left: 4, right: 136 } as const

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

/** A tenth of a pixel is enough for a drawing. */
const at = (share: number): number =>
  Math.round((BULLET.baselineAt + share * (BULLET.milestoneAt - BULLET.baselineAt)) * 10) / 10

/** The path's share of the way. Floating point is enough here: the numbers stand beside the bar as text. */
export function expectedShare({ baseline, expected, milestone }: BulletInput): number | null {
  if (baseline === null || expected === null || milestone === null) return null
  const way = Number(milestone) - Number(baseline)
  return way === 0 ? null : (Number(expected) - Number(baseline)) / way
}

/** Null where there is no way from a baseline to a milestone to draw. */
export function toBullet(input: BulletInput): Bullet | null {
  if (input.coveredShare === null) return null
  const end = at(input.coveredShare)
  const inside = clamp(end, BULLET.left, BULLET.right)
  const path = expectedShare(input)
  return {
    baselineAt: BULLET.baselineAt,
    milestoneAt: BULLET.milestoneAt,
    fill: { from: Math.min(BULLET.baselineAt, inside), to: Math.max(BULLET.baselineAt, inside) },
    pathAt: path === null || path < 0 || path > 1 ? null : at(path),
    beyond: end < BULLET.left ? 'left' : end > BULLET.right ? 'right' : null,
  }
}
