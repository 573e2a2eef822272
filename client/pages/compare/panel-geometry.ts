import type { Plot, PlotPoint } from './plot.ts'

/** Where a panel's plot lies in its drawing, in px. */
export interface Frame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** What lies beyond `low` or `high` is drawn at the edge, with its number. */
export interface Axis {
  low: number
  high: number
}

export interface Place {
  x: number
  y: number
}

/** A panel's drawing in px. */
export interface PanelShape {
  path: { from: Place; to: Place } | null
  start: Place | null
  goal: Place
  /** Parts of the observed line; a missing year lies between two of them. */
  lines: { from: Place; to: Place }[]
  points: (Place & { year: number; hollow: boolean; last: boolean })[]
  /** Figures beyond the axis, which are told by their number: the latest, else the one that is furthest out. */
  beyond: (Place & { at: number; side: 'above' | 'below' })[]
}

/** The least reach of the shared axis, and the furthest: what is further out is clipped. */
const REACH = { low: -0.05, high: 1.1, lowest: -0.5, highest: 1.6 } as const

/** One axis of shares for all panels: as far as their figures reach, within limits. */
export function toShareAxis(plots: readonly Plot[]): Axis {
  const shares = plots.flatMap(({ points }) => points.flatMap(({ at }) => at ?? []))
  return {
    low: Math.max(REACH.lowest, Math.min(REACH.low, ...shares)),
    high: Math.min(REACH.highest, Math.max(REACH.high, ...shares)),
  }
}

const tenth = (px: number): number => Math.round(px * 10) / 10

/** The px of a year and of a value. */
export function toScales(frame: Frame, axis: Axis, { first, last }: { first: number; last: number }) {
  const { left, right, top, bottom } = frame
  const x = (year: number): number => tenth(left + ((year - first) / Math.max(1, last - first)) * (right - left))
  const y = (at: number): number => tenth(bottom - ((at - axis.low) / (axis.high - axis.low)) * (bottom - top))
  return { x, y }
}

interface Told extends PlotPoint {
  at: number
}

/** The drawing of one panel; `span` is its own, or that of all panels where they share their years. */
export function toPanelShape(
  plot: Plot,
  frame: Frame,
  axis: Axis,
  span: { first: number; last: number } = plot,
): PanelShape {
  const { x, y } = toScales(frame, axis, span)
  const clamp = (at: number): number => Math.min(Math.max(at, axis.low), axis.high)
  const place = ({ year, at }: { year: number; at: number }): Place => ({ x: x(year), y: y(clamp(at)) })
  const { start, goal, path, points } = plot
  const told = points.flatMap((point): Told[] => (point.at === null ? [] : [{ ...point, at: point.at }]))
  const latest = told.at(-1)
  return {
    path:
      path === 'none' || start === null
        ? null
        : { from: place(path === 'level' ? { year: start.year, at: goal.at } : start), to: place(goal) },
    start: start && place(start),
    goal: place(goal),
    lines: joined(start, points).flatMap(([from, to]) => {
      const kept = clipped(from, to, axis)
      return kept
        ? [{ from: { x: x(kept[0].year), y: y(kept[0].at) }, to: { x: x(kept[1].year), y: y(kept[1].at) } }]
        : []
    }),
    points: told.map((point) => ({
      ...place(point),
      year: point.year,
      hollow: point.provisional,
      last: point === latest,
    })),
    beyond: beyondOf(told, axis).map(({ point, side }) => ({ ...place(point), at: point.at, side })),
  }
}

/** Neighbours a year apart, the baseline among them: across a missing year no line is drawn. */
function joined(start: Plot['start'], points: readonly PlotPoint[]): [At, At][] {
  const all: readonly { year: number; at: number | null }[] = start ? [start, ...points] : points
  return all.flatMap((to, index): [At, At][] => {
    const from = all[index - 1]
    if (from === undefined || from.at === null || to.at === null || to.year - from.year !== 1) return []
    return [
      [
        { year: from.year, at: from.at },
        { year: to.year, at: to.at },
      ],
    ]
  })
}

interface At {
  year: number
  at: number
}

/** The part of a line that lies on the axis; null where none does. */
function clipped(from: At, to: At, { low, high }: Axis): [At, At] | null {
  if ((from.at < low && to.at < low) || (from.at > high && to.at > high)) return null
  const cut = (one: At, other: At): At => {
    const edge = Math.min(Math.max(one.at, low), high)
    if (edge === one.at) return one
    return { year: one.year + ((edge - one.at) / (other.at - one.at)) * (other.year - one.year), at: edge }
  }
  return [cut(from, to), cut(to, from)]
}

/** Of each side the figure that is told: the latest if it lies there, else the furthest. */
function beyondOf(told: readonly Told[], { low, high }: Axis): { point: Told; side: 'above' | 'below' }[] {
  const furthest = (side: 'above' | 'below', out: readonly Told[], size: (at: number) => number) => {
    const latest = told.at(-1)
    const point = out.find((one) => one === latest) ?? out.toSorted((a, b) => size(b.at) - size(a.at))[0]
    return point ? [{ point, side }] : []
  }
  return [
    ...furthest(
      'above',
      told.filter(({ at }) => at > high),
      (at) => at,
    ),
    ...furthest(
      'below',
      told.filter(({ at }) => at < low),
      (at) => -at,
    ),
  ]
}
