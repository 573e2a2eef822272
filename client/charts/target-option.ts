import { toValueScale, toYearLabels } from './axis-scale.ts'
import type { DrawnGoal, TargetChartData } from './chart-data.ts'
import { type ChartDress, NARROW_BELOW, TEXT } from './chart-dress.ts'
import { toGuideSeries, toGuides, toLabelSeries } from './guide-series.ts'
import { toEndWishes, toPlotWishes } from './label-wishes.ts'
import { emptyBarHeight, toBarSeries, toObservedSeries, toStretches } from './observed-series.ts'
import type { TargetOption, TargetSeries } from './option-type.ts'
import { alongLine, placeLabels, type PlacedLabel, stackLabels, textWidth, type Wish } from './place-labels.ts'
import { type PlotFrame, toPlotFrame } from './plot-frame.ts'
import { toProjectionSeries } from './projection-series.ts'
import { toPromisedSeries } from './promised-series.ts'
import { toTooltip } from './tooltip.ts'

const TOP = 40
const BOTTOM = 30
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

function toFrame(chart: TargetChartData, dress: ChartDress, width: number, height: number): PlotFrame {
  const { years, values, fan } = extentOf(chart)
  const narrow = width < NARROW_BELOW
  const options = { count: narrow ? 4 : 5, mustStartAtZero: chart.kind !== 'level', whole: chart.decimals === 0 }
  const tight = toValueScale(values, options)
  // A corner of the fan may stand out a little; another mark on the axis for it would be an empty stripe.
  const slack = tight.step * 0.15
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

/** Points along everything drawn, for labels to keep off. */
function obstaclesOf(chart: TargetChartData, frame: PlotFrame): [number, number][] {
  const place = (year: number, value: number): [number, number] => [frame.x(year), frame.y(value)]
  const lines: [number, number][][] = []
  const start = chart.chosen?.baseline ? [chart.chosen.baseline] : []
  lines.push([...start, ...chart.points].map((one) => place(one.year, one.value)))
  for (const goal of [chart.chosen, chart.former, ...chart.others]) {
    if (!goal) continue
    lines.push(goal.path.map((one) => place(one.year, one.value)))
    const { x, y } = { x: frame.x(goal.end.year), y: frame.y(goal.end.value) }
    lines.push(
      [
        [x - 6, y],
        [x + 6, y],
      ],
      [
        [x, y - 6],
        [x, y + 6],
      ],
    )
  }
  if (chart.projection) {
    const { from, to } = chart.projection
    lines.push([place(from.year, from.value), place(to.year, to.value)])
  }
  for (const bar of chart.bars) {
    const top = bar.value ?? emptyBarHeight(chart, frame)
    for (const side of [-0.2, 0, 0.2]) lines.push([place(bar.year + side, top), place(bar.year + side, 0)])
  }
  for (const point of chart.points) {
    const [x, y] = place(point.year, point.value)
    lines.push(
      [
        [x, y - 5],
        [x, y + 5],
      ],
      [
        [x - 5, y],
        [x + 5, y],
      ],
    )
  }
  const ground = frame.y(Math.max(0, frame.scale.min))
  lines.push([
    [frame.left, ground],
    [frame.width - frame.right, ground],
  ])
  return lines.flatMap((line) => alongLine(line))
}

/** The unit, and that the axis is cut where it is. */
const axisTitle = ({ words }: ChartDress, { scale }: PlotFrame): string =>
  [words.axis, scale.fromZero ? '' : words.axisCut].filter(Boolean).join('  ')

function toLabels(chart: TargetChartData, dress: ChartDress, frame: PlotFrame): PlacedLabel[] {
  const inPlot = {
    left: 2,
    top: axisTitle(dress, frame) ? 17 : 2,
    width: frame.width - 4,
    height: frame.height - BOTTOM - 2,
  }
  const ends = toEndWishes(chart, dress, frame)
  const wishes = toPlotWishes(chart, dress, frame)
  const said = axisTitle(dress, frame)
  const line = { text: said, size: TEXT.small, bold: false, colour: dress.colours.ink3 }
  const axis: Wish[] = said
    ? [{ id: 'axis', lines: [line], x: 0, y: 8, spots: ['right'], essential: true, distance: 0 }]
    : []
  const title = placeLabels(axis, [], { left: 0, top: 0, width: frame.width, height: frame.height })
  if (frame.narrow) {
    const order = [...wishes.slice(0, 1), ...ends, ...wishes.slice(1)]
    return [...title, ...placeLabels(order, obstaclesOf(chart, frame), inPlot, title)]
  }
  const margin = stackLabels(ends, { left: 0, top: 2, width: frame.width, height: frame.height - BOTTOM + 2 })
  const plot = { ...inPlot, width: frame.width - frame.right + 4 }
  return [...title, ...margin, ...placeLabels(wishes, obstaclesOf(chart, frame), plot, [...title, ...margin])]
}

/**
 * The chart of a target for a drawing of `width` by `height` px.
 *
 * Pure: data, words and colours in, an ECharts option out. Sizes are px because labels are kept apart in px.
 */
export function toTargetOption(chart: TargetChartData, dress: ChartDress, width: number, height: number): TargetOption {
  const { colours, words, font } = dress
  const frame = toFrame(chart, dress, width, height)
  const [first, last] = [Math.ceil(frame.xMin), Math.floor(frame.xMax)]
  const important = [
    chart.chosenYear,
    ...(chart.latest ? [chart.latest.year] : []),
    first,
    ...chart.others.map((goal) => goal.year),
  ]
  const yearLabels = toYearLabels(first, last, important, frame.x(1) - frame.x(0), 44)
  const bold = new Set([chart.chosenYear, chart.latest?.year])
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const text = { fontFamily: font, fontSize: TEXT.small, color: colours.ink3 }
  const seen = toStretches(chart).solid.length > 0
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font },
    grid: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: frame.xMin,
      max: frame.xMax,
      containShape: false,
      splitLine: { show: false },
      axisLine: { show: frame.scale.min >= 0, onZero: false, lineStyle: { color: colours.axis } },
      axisTick: { show: true, length: 4, customValues: all, lineStyle: { color: colours.axis } },
      axisLabel: {
        ...text,
        hideOverlap: false,
        showMinLabel: true,
        showMaxLabel: true,
        customValues: yearLabels,
        formatter: (year: number) => (bold.has(year) ? `{bold|${year}}` : `${year}`),
        rich: { bold: { fontFamily: font, fontSize: TEXT.small, fontWeight: 700, color: colours.ink } },
      },
    },
    yAxis: {
      type: 'value',
      min: frame.scale.min,
      max: frame.scale.max,
      interval: frame.scale.step,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, margin: 10, formatter: (value: number) => words.tick(value) },
      splitLine: { lineStyle: { color: colours.rule, width: 1 } },
    },
    tooltip: toTooltip(chart, dress),
    series: [
      ...toBarSeries(chart, colours, frame),
      ...toPromisedSeries(chart, colours, first),
      ...toProjectionSeries(chart, colours),
      ...(seen ? toObservedSeries(chart, colours, frame) : []),
      ...toZeroLine(frame, colours.axis),
      toGuideSeries(toGuides(chart, colours, frame), frame),
      {
        id: 'years',
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { width: 0 },
        data: all.map((year) => [year, frame.scale.min]),
      },
      toLabelSeries(toLabels(chart, dress, frame), frame, colours, font),
    ],
  }
}

/** Where values lie on both sides of zero, or below it, zero is the line from which they are read. */
function toZeroLine(frame: PlotFrame, colour: string): TargetSeries[] {
  if (frame.scale.min >= 0) return []
  const data = [
    [frame.xMin, 0],
    [frame.xMax, 0],
  ]
  return [
    { id: 'zero', type: 'line', silent: true, z: 2, symbol: 'none', lineStyle: { color: colour, width: 1.25 }, data },
  ]
}
