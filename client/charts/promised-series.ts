import type { LineSeriesOption } from 'echarts/charts'
import type { DrawnGoal, TargetChartData } from './chart-data.ts'
import type { ChartColours } from './chart-dress.ts'
import type { TargetSeries } from './option-type.ts'
import { toLine, toPolygon } from './shape-series.ts'

const MARK = { symbol: 'diamond', silent: true, type: 'line', emphasis: { disabled: true } } as const

const mark = (
  id: string,
  goal: DrawnGoal,
  size: number,
  itemStyle: NonNullable<LineSeriesOption['itemStyle']>,
  z: number,
): LineSeriesOption => ({
  ...MARK,
  id,
  z,
  symbolSize: size,
  itemStyle,
  lineStyle: { width: 0 },
  data: [[goal.end.year, goal.end.value]],
})

const corners = (goal: DrawnGoal): [number, number][] => goal.path.map(({ year, value }) => [year, value])

/** What is promised is accent: the chosen path in full, other milestones thin, what was promised before dotted. */
export function toPromisedSeries(chart: TargetChartData, colours: ChartColours, firstYear: number): TargetSeries[] {
  const { accent, paper } = colours
  const hollow = { color: paper, borderColor: accent, borderWidth: 1.25 }
  const series: TargetSeries[] = []
  for (const goal of chart.others) {
    if (goal.path.length > 0)
      series.push(toLine(`other-path-${goal.year}`, corners(goal), { color: accent, width: 1, opacity: 0.75 }, 2))
    series.push(mark(`other-goal-${goal.year}`, goal, 11, hollow, 7))
  }
  if (chart.former) {
    const dotted = { color: accent, width: 1.5, type: [1.5, 3.5], cap: 'round' as const }
    if (chart.former.path.length > 0) series.push(toLine('former-path', corners(chart.former), dotted, 2))
    series.push(mark('former-goal', chart.former, 10, { ...hollow, borderType: [2, 2] }, 7))
  }
  const { chosen } = chart
  if (!chosen) return series
  series.push(...toBand(chosen, colours, firstYear))
  if (chosen.path.length > 0) series.push(toLine('path', corners(chosen), { color: accent, width: 1.75 }, 4))
  series.push(mark('goal', chosen, 14, { color: accent }, 8))
  if (chosen.baseline) {
    series.push({
      ...MARK,
      id: 'baseline',
      z: 8,
      symbol: 'rect',
      symbolSize: 9,
      itemStyle: { color: paper, borderColor: accent, borderWidth: 1.75 },
      lineStyle: { width: 0 },
      data: [[chosen.baseline.year, chosen.baseline.value]],
    })
  }
  return series
}

/** A range is a band between its ends; 左右 one between the number and what its tolerance still allows. */
function toBand(goal: DrawnGoal, colours: ChartColours, firstYear: number): TargetSeries[] {
  const other = goal.high ?? goal.limit
  if (!other) return []
  const from = goal.baseline?.year ?? firstYear
  const band: [number, number][] = [
    [from, goal.value],
    [goal.year, goal.value],
    [goal.year, other.value],
    [from, other.value],
  ]
  const end: [number, number][] = [
    [goal.year, goal.value],
    [goal.year, other.value],
  ]
  return [
    toPolygon('band', band, { fill: colours.accent, opacity: 0.12 }, 1),
    toLine('band-end', end, { color: colours.accent, width: 4 }, 4),
  ]
}
