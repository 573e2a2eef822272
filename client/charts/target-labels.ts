import type { TargetChartData } from './chart-data.ts'
import { type ChartDress, TEXT, TICK_GAP } from './chart-dress.ts'
import { hasBracket } from './guide-series.ts'
import { toEndWishes, toPlotWishes } from './label-wishes.ts'
import { emptyBarHeight } from './observed-series.ts'
import {
  alongLine,
  type Box,
  placeLabels,
  type PlacedLabel,
  stackLabels,
  textWidth,
  type Wish,
} from './place-labels.ts'
import type { PlotFrame } from './plot-frame.ts'
import { wrapText } from './wrap-text.ts'

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
    const top = bar.value ?? emptyBarHeight(frame)
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
  const { latest } = chart
  if (latest?.expected && latest.year < chart.chosenYear && hasBracket(chart, frame)) {
    const x = frame.x(latest.year) + 11
    lines.push([latest.value, latest.expected.value].map((value) => [x, frame.y(value)]))
  }
  if (chart.chosen?.high) {
    lines.push([chart.chosen.value, chart.chosen.high.value].map((value) => place(chart.chosenYear, value)))
  }
  if (chart.now > frame.xMin && chart.now < frame.xMax) {
    const x = frame.x(chart.now)
    lines.push([
      [x, frame.top],
      [x, frame.height - frame.bottom],
    ])
  }
  const ground = frame.y(Math.max(0, frame.scale.min))
  lines.push([
    [frame.left, ground],
    [frame.width - frame.right, ground],
  ])
  return lines.flatMap((line) => alongLine(line))
}

/** How far a diamond reaches from its middle, in px. */
const MARK_REACH = 7

/** The diamonds of the milestones, on which no words may lie. */
const marksOf = (chart: TargetChartData, frame: PlotFrame): Box[] =>
  [chart.chosen, chart.former, ...chart.others].flatMap((goal) => {
    if (!goal) return []
    const [x, y] = [frame.x(goal.end.year), frame.y(goal.end.value)]
    return [{ left: x - MARK_REACH, top: y - MARK_REACH, width: MARK_REACH * 2, height: MARK_REACH * 2 }]
  })

/** The words of the value axis, which stand where labels of a narrow drawing might. */
const ticksOf = ({ words }: ChartDress, frame: PlotFrame): Box[] =>
  frame.scale.ticks.map((tick) => {
    const width = textWidth(words.tick(tick), TEXT.small)
    const right = frame.left - TICK_GAP
    return { left: right - width, top: frame.y(tick) - TEXT.small / 2, width, height: TEXT.small }
  })

/** The unit, and that the axis is cut where it is. */
const axisTitle = ({ words }: ChartDress, { scale }: PlotFrame): string =>
  [words.axis, scale.fromZero ? '' : words.axisCut].filter(Boolean).join(words.axisJoint)

/** The label with its lines broken where they are wider than `room`, in px. */
function within(wish: Wish, room: number): Wish {
  const lines = wish.lines.flatMap((line) =>
    wrapText(line.text, room, (text) => textWidth(text, line.size, line.bold)).map((text) => ({ ...line, text })),
  )
  return { ...wish, lines }
}

/** A longer line of a narrow drawing would find no place off the others. */
const WIDEST_LINE = 0.7

/** Every label in its place: off the lines and off each other. */
export function toLabels(chart: TargetChartData, dress: ChartDress, frame: PlotFrame): PlacedLabel[] {
  const said = axisTitle(dress, frame)
  const top = said ? 17 : 2
  const inPlot = { left: 2, top, width: frame.width - 4, height: frame.height - frame.bottom - top }
  const ends = toEndWishes(chart, dress, frame)
  const wishes = toPlotWishes(chart, dress, frame)
  const line = { text: said, size: TEXT.small, bold: false, colour: dress.colours.ink3 }
  const axis: Wish[] = said
    ? [{ id: 'axis', lines: [line], x: 0, y: 8, spots: ['right'], essential: true, distance: 0 }]
    : []
  const title = placeLabels(axis, [], { left: 0, top: 0, width: frame.width, height: frame.height })
  const marks = [...marksOf(chart, frame), ...ticksOf(dress, frame)]
  if (frame.narrow) {
    const order = [...wishes.slice(0, 1), ...ends, ...wishes.slice(1)].map((wish) =>
      within(wish, inPlot.width * WIDEST_LINE),
    )
    return [...title, ...placeLabels(order, obstaclesOf(chart, frame), inPlot, [...title, ...marks])]
  }
  const margin = stackLabels(
    ends.map((wish) => within(wish, frame.right - (wish.distance ?? 0) - 4)),
    { left: 0, top: 2, width: frame.width, height: frame.height - frame.bottom + 2 },
  )
  const plot = { ...inPlot, width: frame.width - frame.right + 4 }
  return [...title, ...margin, ...placeLabels(wishes, obstaclesOf(chart, frame), plot, [...title, ...margin, ...marks])]
}
