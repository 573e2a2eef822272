import type { CustomSeriesOption } from 'echarts/charts'
import type { TargetChartData } from './chart-data.ts'
import type { ChartColours } from './chart-dress.ts'
import type { PlacedLabel } from './place-labels.ts'
import type { PlotFrame } from './plot-frame.ts'

const LEADING = 1.3

interface Guide {
  id: string
  points: readonly (readonly [number, number])[]
  stroke: string
  lineWidth: number
  lineDash?: number[]
}

/** Lines in px that belong to no axis: the bracket of the gap, the day that is looked at, a break of the series. */
export function toGuides(chart: TargetChartData, colours: ChartColours, frame: PlotFrame): Guide[] {
  const floor = frame.height - frame.bottom
  const upright = (id: string, year: number, stroke: string, lineDash: number[]): Guide => ({
    id,
    points: [
      [frame.x(year), frame.top],
      [frame.x(year), floor],
    ],
    stroke,
    lineWidth: 1,
    lineDash,
  })
  const guides: Guide[] = []
  if (chart.now > frame.xMin && chart.now < frame.xMax) guides.push(upright('now', chart.now, colours.axis, [2, 3]))
  for (const year of chart.breakYears) guides.push(upright(`break-${year}`, year - 0.5, colours.ink2, [6, 4]))
  const { latest } = chart
  if (latest?.expected && latest.year < chart.chosenYear && hasBracket(chart, frame)) {
    const x = frame.x(latest.year) + 8
    const [from, to] = [frame.y(latest.value), frame.y(latest.expected.value)]
    const points = [
      [x, from],
      [x + 5, from],
      [x + 5, to],
      [x, to],
    ] as const
    guides.push({ id: 'gap', points, stroke: colours.ink, lineWidth: 1.25 })
  }
  return guides
}

/** A bracket needs some height to be seen as one. */
export function hasBracket(chart: TargetChartData, frame: PlotFrame): boolean {
  const { latest } = chart
  return latest?.expected ? Math.abs(frame.y(latest.value) - frame.y(latest.expected.value)) >= 9 : false
}

export const toGuideSeries = (guides: readonly Guide[], frame: PlotFrame): CustomSeriesOption => ({
  id: 'guides',
  type: 'custom',
  silent: true,
  z: 4,
  tooltip: { show: false },
  data: guides.map((guide) => ({ name: guide.id, value: [frame.xMin, frame.scale.min] })),
  renderItem: ({ dataIndex }) => {
    const guide = guides[dataIndex]
    if (!guide) return null
    const { stroke, lineWidth, lineDash } = guide
    return {
      type: 'polyline',
      silent: true,
      shape: { points: guide.points.map(([x, y]) => [x, y]) },
      style: { fill: 'none', stroke, lineWidth, ...(lineDash ? { lineDash } : {}) },
    }
  },
})

/** Words at their places, each with a halo of paper so that a line behind it does not cut it. */
export const toLabelSeries = (
  labels: readonly PlacedLabel[],
  frame: PlotFrame,
  colours: ChartColours,
  font: string,
): CustomSeriesOption => ({
  id: 'labels',
  type: 'custom',
  silent: true,
  z: 10,
  tooltip: { show: false },
  data: labels.map((label) => ({
    name: label.id,
    value: [frame.xMin, frame.scale.min],
    text: label.lines.map((line) => line.text).join('\n'),
  })),
  renderItem: ({ dataIndex }) => {
    const label = labels[dataIndex]
    if (!label) return null
    const x =
      label.align === 'left'
        ? label.left
        : label.align === 'right'
          ? label.left + label.width
          : label.left + label.width / 2
    let y = label.top
    const children = label.lines.map((line) => {
      const middle = y + (line.size * LEADING) / 2
      y += line.size * LEADING
      return {
        type: 'text' as const,
        silent: true,
        x,
        y: middle,
        style: {
          text: line.text,
          fill: line.colour,
          font: `${line.bold ? 700 : 400} ${line.size}px ${font}`,
          align: label.align,
          verticalAlign: 'middle' as const,
          stroke: colours.paper,
          lineWidth: 3,
        },
      }
    })
    return { type: 'group', silent: true, children }
  },
})
