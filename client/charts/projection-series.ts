import type { TargetChartData } from './chart-data.ts'
import type { ChartColours } from './chart-dress.ts'
import type { TargetSeries } from './option-type.ts'
import { toLine, toPolygon } from './shape-series.ts'

/** Dashed, so that it cannot be taken for figures, inside a grey fan from the slowest to the fastest recent year. */
export function toProjectionSeries(chart: TargetChartData, colours: ChartColours): TargetSeries[] {
  const { projection } = chart
  if (!projection) return []
  const { from, to, slowest, fastest } = projection
  const fan: [number, number][] = [
    [from.year, from.value],
    [slowest.year, slowest.value],
    [fastest.year, fastest.value],
  ]
  const line: [number, number][] = [
    [from.year, from.value],
    [to.year, to.value],
  ]
  return [
    toPolygon('fan', fan, { fill: colours.ink3, opacity: 0.16 }, 1),
    toLine('projection', line, { color: colours.ink, width: 1.5, type: [6, 4] }, 5),
  ]
}
