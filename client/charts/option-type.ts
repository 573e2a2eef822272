import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type TargetSeries = LineSeriesOption | BarSeriesOption | CustomSeriesOption

/** Only the parts that `echarts.ts` loads. */
export type TargetOption = ComposeOption<TargetSeries | GridComponentOption | TooltipComponentOption>
