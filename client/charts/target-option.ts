import { toYearLabels } from './axis-scale.ts'
import type { TargetChartData } from './chart-data.ts'
import { type ChartDress, TEXT, TICK_GAP } from './chart-dress.ts'
import { toGuideSeries, toGuides, toLabelSeries } from './guide-series.ts'
import { toBarSeries, toObservedSeries, toStretches } from './observed-series.ts'
import type { TargetOption, TargetSeries } from './option-type.ts'
import type { PlotFrame } from './plot-frame.ts'
import { toProjectionSeries } from './projection-series.ts'
import { toPromisedSeries } from './promised-series.ts'
import { toFrame } from './target-frame.ts'
import { toLabels } from './target-labels.ts'
import { toTooltip } from './tooltip.ts'

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
      axisLabel: { ...text, margin: TICK_GAP, formatter: (value: number) => words.tick(value) },
      splitLine: { lineStyle: { color: colours.rule, width: 1 } },
    },
    tooltip: toTooltip(chart, dress, frame),
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
