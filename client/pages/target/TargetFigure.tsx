import { useCallback, useMemo } from 'preact/hooks'
import type { TargetDetail } from '../../../server/contract/target.ts'
import { Chart } from '../../charts/Chart.tsx'
import type { TargetChartData } from '../../charts/chart-data.ts'
import type { ChartColours } from '../../charts/chart-dress.ts'
import { toTargetOption } from '../../charts/target-option.ts'
import { either } from '../../i18n/language.ts'
import { ChartKey } from './ChartKey.tsx'
import { toChartDescription, toChartWords } from './chart-words.ts'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  chart: TargetChartData
  wording: Wording
}

/** The chart with its key above and what must be said of it below. */
export function TargetFigure({ detail, chart, wording }: Props) {
  const { text, indicator } = wording
  const words = useMemo(() => toChartWords(detail, chart, wording), [detail, chart, wording])
  const option = useCallback(
    (width: number, height: number, colours: ChartColours, font: string) =>
      toTargetOption(chart, { colours, words, font }, width, height),
    [chart, words],
  )
  const baseline = chart.chosen?.baseline
  const note = chart.kind === 'change' && baseline ? text.chart.changeNote(baseline.year) : ''
  const isSample = detail.observations.some((one) => one.sample)
  return (
    <figure class="target-figure">
      <ChartKey chart={chart} text={text} figure={wording.said} />
      <Chart
        description={toChartDescription(chart, wording, either(indicator.nameZh, indicator.nameEn))}
        option={option}
      />
      {(note || isSample) && (
        <figcaption class="aside small">
          {note} {isSample && text.sampleHint + text.plan.end}
        </figcaption>
      )}
    </figure>
  )
}
