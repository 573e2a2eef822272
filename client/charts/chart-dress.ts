import type { FigureText } from '../../server/domain/model.ts'
import type { ProjectionRefusal, StatusReason } from '../../server/domain/words.ts'
import type { DrawnGoal, Drawn, FormerGoal, ObservedPoint, Projection, TargetChartData, YearBar } from './chart-data.ts'

/** The colours of the page, read from its custom properties: ink is what happened, accent is what was promised. */
export interface ChartColours {
  paper: string
  sunken: string
  ink: string
  ink2: string
  ink3: string
  rule: string
  axis: string
  accent: string
}

/** What is written into a chart, in the language of the page. */
export interface ChartWords {
  /** A figure with its unit. */
  figure: (figure: FigureText) => string
  /** A mark of the value axis; a unit that is said above the axis is not said again. */
  tick: (value: number) => string
  /** Said above the value axis; empty where the ticks carry the unit. */
  axis: string
  /** Said above the value axis where it does not start at zero. */
  axisCut: string
  /** Between the two. */
  axisJoint: string
  baseline: (baseline: Drawn, narrow: boolean) => string
  latest: (latest: NonNullable<TargetChartData['latest']>, narrow: boolean) => string
  expected: (expected: Drawn, narrow: boolean) => string
  gap: (latest: Drawn, expected: Drawn) => string
  /** The chosen milestone: its number, then (wide only) how the plan words it. */
  goal: (goal: DrawnGoal, narrow: boolean) => readonly string[]
  otherGoal: (goal: DrawnGoal) => string
  formerGoal: (goal: FormerGoal) => readonly string[]
  upperEnd: (goal: DrawnGoal) => string
  lowerEnd: (goal: DrawnGoal) => string
  limit: (goal: DrawnGoal) => string
  projected: (projection: Projection, narrow: boolean) => readonly string[]
  refused: (refusal: ProjectionRefusal) => readonly string[]
  noBaseline: string
  noFigure: string
  reason: (reason: StatusReason) => string
  missingYears: (years: readonly number[]) => string
  breakBefore: string
  now: (narrow: boolean) => string
  tooltip: (year: number, parts: TooltipParts) => string
}

/** What is known of one year, for the tooltip; the same stands in the table beside the chart. */
export interface TooltipParts {
  point: ObservedPoint | undefined
  bar: YearBar | undefined
  path: Drawn | undefined
  projected: Drawn | undefined
}

export interface ChartDress {
  colours: ChartColours
  words: ChartWords
  font: string
}

/** Text sizes in px. Nothing in a chart is smaller than `small`. */
export const TEXT = { normal: 13, small: 12 } as const

/** Between the value axis and its words, in px. */
export const TICK_GAP = 10

/** Below this width in px a chart is drawn in its narrow version: fewer labels, none in a margin of their own. */
export const NARROW_BELOW = 560
