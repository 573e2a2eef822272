import type { TooltipComponentOption } from 'echarts/components'
import type { TargetChartData } from './chart-data.ts'
import { type ChartDress, TEXT, type TooltipParts } from './chart-dress.ts'
import type { PlotFrame } from './plot-frame.ts'

/** What is known of one year. */
export function toTooltipParts(chart: TargetChartData, year: number): TooltipParts {
  return {
    point: chart.points.find((point) => point.year === year),
    bar: chart.bars.find((bar) => bar.year === year),
    path: chart.chosen?.path.find((point) => point.year === year),
    projected: chart.projection?.to.year === year ? chart.projection.to : undefined,
  }
}

/** Beside the year that is pointed at. Text only, never markup: names and notes come from people. Whatever it says stands in the table too. */
export function axisTooltip(
  { colours, font }: Pick<ChartDress, 'colours' | 'font'>,
  tell: (place: number) => string,
): TooltipComponentOption {
  return {
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.paper,
    borderColor: colours.axis,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { fontFamily: font, fontSize: TEXT.normal, color: colours.ink, lineHeight: 20 },
    axisPointer: {
      type: 'line',
      snap: true,
      lineStyle: { color: colours.axis, width: 1, type: 'solid' },
      label: { show: false },
    },
    formatter: (shown) => {
      const first = Array.isArray(shown) ? shown[0] : shown
      const place = first && 'axisValue' in first ? Number(first.axisValue) : Number.NaN
      return Number.isFinite(place) ? tell(place) : ''
    },
  }
}

/** What the chart of a target says of the year that is pointed at. */
export function toTooltip(
  chart: TargetChartData,
  dress: ChartDress,
  { xMin, xMax }: Pick<PlotFrame, 'xMin' | 'xMax'>,
): TooltipComponentOption {
  return axisTooltip(dress, (place) => {
    // Beside the first and the last bar there is room that belongs to no other year.
    const year = Math.min(Math.max(Math.round(place), Math.ceil(xMin)), Math.floor(xMax))
    return dress.words.tooltip(year, toTooltipParts(chart, year))
  })
}
