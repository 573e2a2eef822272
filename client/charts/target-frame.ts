import { toValueScale } from './axis-scale.ts'
import type { DrawnGoal, TargetChartData } from './chart-data.ts'
import { type ChartDress, NARROW_BELOW, TEXT } from './chart-dress.ts'
import { toEndWishes } from './label-wishes.ts'
import { textWidth } from './place-labels.ts'
import { type PlotFrame, toPlotFrame } from './plot-frame.ts'

const TOP = 40
const BOTTOM = 30
/** How far the fan may stand out of the axis: not into the years below it. */
const FAN_SLACK_PX = 8
/** The most that the labels at the right may take of the width. */
const WIDEST_MARGIN = 0.42

/** Everything that is to be seen must lie on the axes. */
function extentOf(chart: TargetChartData): { years: number[]; values: number[]; fan: number[] } {
  const goals: DrawnGoal[] = [...(chart.chosen ? [chart.chosen] : []), ...chart.others]
  if (chart.former) goals.push(chart.former)
  const marks = goals.flatMap((goal) => [
    goal.end,
    { ...goal.end, value: goal.value },
    ...[goal.high, goal.limit, goal.baseline].flatMap((mark) => mark ?? []),
    ...goal.path,
  ])
  const { projection } = chart
  const ahead = projection ? [projection.to] : []
  const bars = chart.bars.flatMap((bar) => (bar.value === null ? [] : [{ year: bar.year, value: bar.value }]))
  const all = [...marks, ...chart.points, ...ahead, ...bars]
  const years = [
    ...all.map((mark) => mark.year),
    ...chart.bars.map((bar) => bar.year),
    ...chart.breakYears,
    chart.chosenYear,
  ]
  if (chart.points.length === 0 && chart.bars.length === 0)
    years.push(Math.min(Math.floor(chart.now), chart.chosenYear - 1))
  const fan = projection ? [projection.slowest.value, projection.fastest.value] : []
  return { years, values: all.map((mark) => mark.value), fan }
}

/** Whether there is no value to draw: neither a number promised nor a figure that can be compared. */
export const isBlank = (chart: TargetChartData): boolean => extentOf(chart).values.length === 0

/** Where in a drawing of `width` by `height` px the data lie, with room for the labels at the right. */
export function toFrame(chart: TargetChartData, dress: ChartDress, width: number, height: number): PlotFrame {
  const { years, values, fan } = extentOf(chart)
  const narrow = width < NARROW_BELOW
  const options = { count: narrow ? 4 : 5, mustStartAtZero: chart.kind !== 'level', whole: chart.decimals === 0 }
  const tight = toValueScale(values, options)
  // A corner of the fan may stand out a little; another mark on the axis for it would be an empty stripe.
  const slack = ((tight.max - tight.min) * FAN_SLACK_PX) / (height - TOP - BOTTOM)
  const fits = fan.every((value) => value > tight.min - slack && value < tight.max + slack)
  const scale = fits ? tight : toValueScale([...values, ...fan], options)
  const half = chart.bars.length > 0 ? 0.6 : 0
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const bare = { width, height, top: TOP, bottom: BOTTOM, xMin: first - half, xMax: last + half, scale, narrow }
  const left = Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(dress.words.tick(tick), TEXT.small)))) + 16
  const ends = narrow ? [] : toEndWishes(chart, dress, toPlotFrame({ ...bare, left, right: 0 }))
  const widths = ends.flatMap((wish) => wish.lines.map((line) => textWidth(line.text, line.size, line.bold)))
  const margin = narrow ? 22 : Math.min(width * WIDEST_MARGIN, Math.max(36, ...widths.map((one) => one + 24)))
  return toPlotFrame({ ...bare, left, right: margin })
}
