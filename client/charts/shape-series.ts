import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'

type Corner = readonly [year: number, value: number]

interface Style {
  fill?: string
  stroke?: string
  lineWidth?: number
  opacity?: number
  lineDash?: number[]
}

/** A filled shape with its corners in years and values. */
export const toPolygon = (id: string, corners: readonly Corner[], style: Style, z: number): CustomSeriesOption => ({
  id,
  type: 'custom',
  silent: true,
  z,
  tooltip: { show: false },
  data: corners.map(([year, value]) => [year, value]),
  renderItem: (params, api) =>
    params.dataIndex === 0
      ? { type: 'polygon', shape: { points: corners.map((corner) => api.coord([...corner])) }, style, silent: true }
      : null,
})

/** A line through corners in years and values that carries no points of its own. */
export const toLine = (
  id: string,
  corners: readonly (readonly [number, number | null])[],
  style: NonNullable<LineSeriesOption['lineStyle']>,
  z: number,
): LineSeriesOption => ({
  id,
  type: 'line',
  silent: true,
  z,
  symbol: 'none',
  tooltip: { show: false },
  emphasis: { disabled: true },
  lineStyle: { type: 'solid', ...style },
  data: corners.map(([year, value]) => [year, value]),
})
