import type { LineSeriesOption } from 'echarts/charts'
import { toValueScale, toYearLabels } from './axis-scale.ts'
import { type ChartColours, NARROW_BELOW, TEXT, TICK_GAP } from './chart-dress.ts'
import type { TargetOption } from './option-type.ts'
import { textWidth } from './place-labels.ts'
import { thinning } from './thinning.ts'
import { axisTooltip } from './tooltip.ts'

/** A point of one of the two lines. */
export interface RollUpPoint {
  year: number
  value: number
  /** Provisional, or with a part of the regions only. */
  isHollow: boolean
  /** No line leads to it: it cannot be compared with the year before. */
  breakBefore: boolean
}

/** A region's own figures, and what those of the regions below come to. No words, no colours. */
export interface RollUpChart {
  own: readonly RollUpPoint[]
  rolledUp: readonly RollUpPoint[]
  /** Under each year, how many of the regions below are in it: “12/14”. */
  coverage: ReadonlyMap<number, string>
  /** Counts have no marks between whole numbers. */
  isWhole: boolean
  /** Sums, flows and totals are read from zero. */
  mustStartAtZero: boolean
}

interface Words {
  tick: (value: number) => string
  /** Said above the value axis: the unit. */
  axis: string
  /** Said there too where the axis does not start at zero. */
  axisCut: string
  axisJoint: string
  tooltip: (year: number) => string
}

interface Dress {
  colours: ChartColours
  words: Words
  font: string
}

const TOP = 36
/** Two lines under the axis: the year, and how many are in it. */
const BOTTOM = 46
const YEAR_ROOM_PX = 48

/** Both lines for a drawing of `width` by `height` px: own figures in full ink, the roll-up lighter and with squares. */
export function toRollUpOption(chart: RollUpChart, { colours, words, font }: Dress, width: number): TargetOption {
  const years = [...chart.own, ...chart.rolledUp].map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const isNarrow = width < NARROW_BELOW
  const scale = toValueScale(
    [...chart.own, ...chart.rolledUp].map(({ value }) => value),
    { count: isNarrow ? 4 : 5, mustStartAtZero: chart.mustStartAtZero, whole: chart.isWhole },
  )
  const left = Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(words.tick(tick), TEXT.small)))) + 16
  const right = 24
  const pxPerYear = (width - left - right) / (last - first + 0.6)
  const text = { fontFamily: font, fontSize: TEXT.small, color: colours.ink3 }
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: font },
    grid: { left, right, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      min: first - 0.3,
      max: last + 0.3,
      splitLine: { show: false },
      axisLine: { show: true, onZero: false, lineStyle: { color: colours.axis } },
      axisTick: { show: false },
      axisLabel: {
        ...text,
        hideOverlap: false,
        lineHeight: 17,
        customValues: toYearLabels(first, last, [last, first], pxPerYear, YEAR_ROOM_PX),
        formatter: (year: number) => [`${year}`, chart.coverage.get(year) ?? ''].join('\n').trim(),
      },
    },
    yAxis: {
      type: 'value',
      name: [words.axis, scale.fromZero ? '' : words.axisCut].filter(Boolean).join(words.axisJoint),
      nameLocation: 'end',
      nameGap: 14,
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 0, 8 - left] },
      min: scale.min,
      max: scale.max,
      interval: scale.step,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, margin: TICK_GAP, formatter: words.tick },
      splitLine: { lineStyle: { color: colours.rule, width: 1 } },
    },
    tooltip: axisTooltip({ colours, font }, (place) => words.tooltip(Math.round(place))),
    series: [
      toLine('rolled-up', chart.rolledUp, { symbol: 'rect', size: 8, width: 1.5, colour: colours.ink3 }, colours.paper),
      toLine('own', chart.own, { symbol: 'circle', size: 9, width: 2.5, colour: colours.ink }, colours.paper),
    ],
  }
}

interface Trait {
  symbol: 'rect' | 'circle'
  size: number
  width: number
  colour: string
}

/** A line that is broken where a year is missing, and before what cannot be compared. */
function toLine(
  id: string,
  points: readonly RollUpPoint[],
  { symbol, size, width, colour }: Trait,
  paper: string,
): LineSeriesOption {
  const data = points.flatMap((point, at) => {
    const before = points[at - 1]
    const isBroken = before !== undefined && (point.breakBefore || point.year - before.year > 1)
    const gap = isBroken ? [{ value: [(before.year + point.year) / 2, null], symbol: 'none' }] : []
    const itemStyle = point.isHollow
      ? { color: paper, borderColor: colour, borderWidth: 2 }
      : { color: colour, borderColor: paper, borderWidth: 1 }
    return [...gap, { value: [point.year, point.value], symbol, symbolSize: size, itemStyle }]
  })
  return {
    id,
    type: 'line',
    smooth: false,
    connectNulls: false,
    showAllSymbol: true,
    emphasis: { disabled: true },
    lineStyle: { color: colour, width, type: 'solid', cap: 'round', join: 'round' },
    ...thinning(points.length),
    data,
  }
}
