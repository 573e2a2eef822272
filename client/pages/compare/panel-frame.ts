import { toValueScale } from '../../charts/axis-scale.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { toFigure, toPercent } from '../../format.ts'
import { language } from '../../i18n/language.ts'
import { type Axis, type Frame, toShareAxis } from './panel-geometry.ts'
import { toSharePlot, toValuePlot } from './plot.ts'
import type { Row } from './rows.ts'

/** What all panels of a board share: the size of their drawing, its axis and what is written on it. */
export interface Board {
  frame: Frame
  axis: Axis
  ticks: readonly { at: number; label: string; strong: boolean }[]
  /** How a figure beyond the axis is told. */
  told: (at: number) => string
  /** Years that all panels share; null where each has its own, from its baseline to its target. */
  span: { first: number; last: number } | null
}

const TICK_SIZE = 12
const SHARE_FRAME: Frame = { width: 168, height: 116, left: 38, right: 158, top: 16, bottom: 90 }

/** Shares of the way: 0 is the baseline, 1 the target. */
export function toShareBoard(rows: readonly Row[]): Board {
  const plots = rows.flatMap((row) => {
    const found = toSharePlot(row)
    return 'plot' in found ? [found.plot] : []
  })
  return {
    frame: SHARE_FRAME,
    axis: toShareAxis(plots),
    ticks: [
      { at: 0, label: '0', strong: true },
      { at: 1, label: '100%', strong: false },
    ],
    told: toPercent,
    span: null,
  }
}

/** The indicator's own unit, and the same years for all. */
export function toValueBoard(rows: readonly Row[]): Board {
  const plots = rows.flatMap((row) => toValuePlot(row) ?? [])
  const values = plots.flatMap(({ start, goal, points }) => [
    ...(start ? [start.at] : []),
    goal.at,
    ...points.flatMap(({ at }) => at ?? []),
  ])
  const whole = (rows[0]?.target.indicator.decimals ?? 0) === 0
  const { min: low, max: high, ticks, step } = toValueScale(values, { count: 3, mustStartAtZero: false, whole })
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const toldTick = (at: number): string => toFigure(at.toFixed(Math.min(places, 6)), { language: language.value })
  const labels = ticks.map((at) => ({ at, label: toldTick(at), strong: at === 0 }))
  const left = Math.ceil(Math.max(...labels.map(({ label }) => textWidth(label, TICK_SIZE)))) + 10
  // A few drawings have the room of many.
  const [wide, height] = rows.length > 2 ? [188, 170] : [380, 240]
  return {
    frame: { width: left + wide + 12, height, left, right: left + wide, top: 14, bottom: height - 22 },
    axis: { low, high },
    ticks: labels,
    told: toldTick,
    span: {
      first: plots.reduce((least, { first }) => Math.min(least, first), Infinity),
      last: plots.reduce((most, { last }) => Math.max(most, last), -Infinity),
    },
  }
}
