// Where a mean and its range stand on an axis that all rows share, in px.

export interface Axis {
  from: number
  to: number
  /** In px. */
  width: number
}

/** Below this the axis is not drawn on: the number beside it says how far it is. */
const LOWEST_START = -1

/** One axis for all of them: from 0, or in halves from below it, to 1. */
export function toAxis(lows: readonly number[], width: number): Axis {
  const low = Math.min(0, ...lows)
  return { from: Math.max(LOWEST_START, Math.floor(low * 2) / 2), to: 1, width }
}

/** The axis from one tenth to another that holds both ends and no more, for what moves little. */
export function toNearAxis(lowest: number, highest: number, width: number): Axis {
  const from = Math.floor(lowest * 10) / 10
  return { from, to: Math.max(Math.ceil(highest * 10) / 10, from + 0.1), width }
}

/** Room for half of a mark at either end. */
const MARGIN = 6

export const placeOf = ({ from, to, width }: Axis, value: number): number => {
  const share = (Math.min(Math.max(value, from), to) - from) / (to - from)
  return Math.round((MARGIN + share * (width - 2 * MARGIN)) * 10) / 10
}

const tickAt = (axis: Axis, value: number): number | null =>
  value < axis.from || value > axis.to ? null : placeOf(axis, value)

export interface MeanMark {
  /** Where 0 and 1 are; null where they are not on the axis. */
  zero: number | null
  one: number | null
  mean: number
  range: { from: number; to: number }
  /** It goes on below the axis. */
  isCut: boolean
}

export const toMark = (axis: Axis, mean: number, lowest: number, highest: number): MeanMark => ({
  zero: tickAt(axis, 0),
  one: tickAt(axis, 1),
  mean: placeOf(axis, mean),
  range: { from: placeOf(axis, lowest), to: placeOf(axis, highest) },
  isCut: lowest < axis.from,
})
