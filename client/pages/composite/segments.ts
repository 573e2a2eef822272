import { STATUSES, type Status } from '../../../server/domain/words.ts'

export interface Segment {
  status: Status
  /** In the unit of the bar's width. */
  x: number
  width: number
}

const GAP = 2

/** The parts of a bar of `width`, each as long as its number, in the order of the statuses, with a gap between two. */
export function toSegments(statuses: Readonly<Record<Status, number>>, width: number): Segment[] {
  const shown = STATUSES.filter((status) => statuses[status] > 0)
  const total = shown.reduce((sum, status) => sum + statuses[status], 0)
  const room = width - GAP * Math.max(0, shown.length - 1)
  let x = 0
  return shown.map((status) => {
    const long = (statuses[status] / total) * room
    const segment = { status, x, width: long }
    x += long + GAP
    return segment
  })
}

/** An icon and a number of three digits. */
const LABEL_PX = 36

/** Where the labels of the parts begin: each under its part, or as near to it as no two overlap and none leaves the bar. */
export function toLabelPlaces(segments: readonly Segment[], width: number): { status: Status; x: number }[] {
  let free = 0
  return segments.map(({ status, x }, at) => {
    const last = width - (segments.length - at) * LABEL_PX
    const place = Math.max(free, Math.min(x, last))
    free = place + LABEL_PX
    return { status, x: place }
  })
}
