import { useCallback, useMemo, useRef } from 'preact/hooks'
import type { TargetDetail } from '../../../server/contract/target.ts'
import { Chart } from '../../charts/Chart.tsx'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import type { Progress } from '../../../server/domain/model.ts'
import type { TargetChartData } from '../../charts/chart-data.ts'
import type { ChartColours } from '../../charts/chart-dress.ts'
import { toTargetOption } from '../../charts/target-option.ts'
import { isThinned } from '../../charts/thinning.ts'
import { TakeAlong } from '../../components/TakeAlong.tsx'
import { either, say, textOf } from '../../i18n/language.ts'
import { targetPictureText } from '../../i18n/target-picture.ts'
import { yearlyProgressCsv } from './addresses.ts'
import { ChartKey } from './ChartKey.tsx'
import { toChartDescription, toChartWords } from './chart-words.ts'
import { toPictureName, toPictureWords } from './picture-words.ts'
import type { Names } from './target-page.tsx'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  progress: Progress
  names: Names
  asOf: string | undefined
  chart: TargetChartData
  wording: Wording
}

/** The chart with its key above and what must be said of it below. */
export function TargetFigure({ detail, progress, chart, names, asOf, wording }: Props) {
  const { text, indicator } = wording
  const words = useMemo(() => toChartWords(detail, chart, wording), [detail, chart, wording])
  const option = useCallback(
    (width: number, height: number, colours: ChartColours, font: string) =>
      toTargetOption(chart, { colours, words, font }, width, height),
    [chart, words],
  )
  const drawing = useRef<() => SVGSVGElement | null>(null)
  const picture = toPictureWords(detail, progress, chart, names, wording, textOf(targetPictureText))
  const baseline = chart.chosen?.baseline
  const note = chart.kind === 'change' && baseline ? text.chart.changeNote(baseline.year) : ''
  const thinned = isThinned(chart.points.length) ? text.chart.thinned(chart.points.length) : ''
  const isSample = detail.observations.some((one) => one.sample)
  return (
    <figure class="target-figure">
      <ChartKey chart={chart} text={text} figure={wording.said} />
      <Chart
        description={toChartDescription(chart, wording, {
          name: either(indicator.nameZh, indicator.nameEn),
          status: say(STATUS_LABELS[progress.status]),
        })}
        option={option}
        drawing={drawing}
      />
      {(note || thinned || isSample) && (
        <figcaption class="aside small">
          {note} {thinned} {isSample && text.sampleHint + text.plan.end}
        </figcaption>
      )}
      <TakeAlong
        name={toPictureName(detail, progress.milestoneYear)}
        title={picture.title}
        notes={picture.notes}
        drawing={() => drawing.current?.() ?? null}
        csv={yearlyProgressCsv(detail, progress.milestoneYear, asOf)}
      />
    </figure>
  )
}
