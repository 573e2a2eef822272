import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Drawn, ObservedPoint, TargetChartData } from './chart-data.ts'
import type { ChartColours } from './chart-dress.ts'
import type { PlotFrame } from './plot-frame.ts'
import { toLine } from './shape-series.ts'
import { thinning } from './thinning.ts'

type Corner = [number, number | null]

/** The stretches of the observed line: `solid` from year to year, `over` across years without a figure. */
export function toStretches(chart: TargetChartData): { solid: Corner[]; over: Corner[] } {
  const start: (Drawn | ObservedPoint)[] = chart.chosen?.baseline ? [chart.chosen.baseline] : []
  const all = [...start, ...chart.points]
  const solid: Corner[] = []
  const over: Corner[] = []
  for (const [index, point] of all.entries()) {
    const before = all[index - 1]
    if (before) {
      const isBreak = 'breakBefore' in point && point.breakBefore
      const isGap = point.year - before.year > 1
      if (isBreak || isGap) solid.push([(before.year + point.year) / 2, null])
      if (isGap && !isBreak) {
        over.push([before.year, before.value], [point.year, point.value], [point.year, null])
      }
    }
    solid.push([point.year, point.value])
  }
  return { solid, over }
}

/** Figures are ink: a line of full weight, filled points, hollow ones where a figure is provisional. */
export function toObservedSeries(chart: TargetChartData, colours: ChartColours, frame: PlotFrame): LineSeriesOption[] {
  const { solid, over } = toStretches(chart)
  const ofYear = new Map(chart.points.map((point) => [point.year, point]))
  const size = frame.narrow ? 7 : 9
  const series: LineSeriesOption[] = []
  if (over.length > 0) {
    series.push(toLine('observed-gaps', over, { color: colours.ink3, width: 1.25, type: [3, 4] }, 5))
  }
  series.push({
    id: 'observed',
    type: 'line',
    z: 6,
    smooth: false,
    connectNulls: false,
    showAllSymbol: true,
    silent: true,
    ...thinning(chart.points.length),
    emphasis: { disabled: true },
    lineStyle: { color: colours.ink, width: 2.5, type: 'solid', cap: 'round', join: 'round' },
    data: solid.map(([year, value]) => {
      const point = value === null ? undefined : ofYear.get(year)
      if (!point) return { value: [year, value], symbol: 'none' }
      return {
        value: [year, value],
        symbol: 'circle',
        symbolSize: size,
        itemStyle: point.provisional
          ? { color: colours.paper, borderColor: colours.ink, borderWidth: 2 }
          : { color: colours.ink, borderColor: colours.paper, borderWidth: 1 },
      }
    }),
  })
  return series
}

const EMPTY_BAR_PX = 12

/** How high an empty bar is drawn: the same few px in every chart, so that it is seen and estimates nothing. */
export function emptyBarHeight({ scale, height, top, bottom }: Pick<PlotFrame, 'scale' | 'height' | 'top' | 'bottom'>) {
  return ((scale.max - scale.min) * EMPTY_BAR_PX) / (height - top - bottom)
}

/** A year of a flow is a bar; a year that nobody reported is an empty dashed one. */
export function toBarSeries(chart: TargetChartData, colours: ChartColours, frame: PlotFrame): BarSeriesOption[] {
  if (chart.bars.length === 0) return []
  const stand = emptyBarHeight(frame)
  const pxPerYear = frame.x(1) - frame.x(0)
  const width = Math.max(4, Math.min(28, pxPerYear * 0.42))
  const shared = { type: 'bar', silent: true, barWidth: width, barGap: '-100%', z: 3, animation: false } as const
  return [
    {
      ...shared,
      id: 'bars',
      emphasis: { disabled: true },
      data: chart.bars
        .filter((bar) => bar.value !== null)
        .map((bar) => ({
          value: [bar.year, bar.value ?? 0],
          itemStyle: bar.provisional
            ? { color: colours.paper, borderColor: colours.ink3, borderWidth: 1.5 }
            : { color: colours.ink3 },
        })),
    },
    {
      ...shared,
      id: 'missing-years',
      emphasis: { disabled: true },
      itemStyle: { color: 'transparent', borderColor: colours.ink3, borderWidth: 1, borderType: [3, 3] },
      data: chart.bars.filter((bar) => bar.value === null).map((bar) => ({ value: [bar.year, stand] })),
    },
  ]
}
