import type { ComponentChildren } from 'preact'
import type { FigureText } from '../../../server/domain/model.ts'
import type { TargetChartData } from '../../charts/chart-data.ts'
import type { TargetText } from '../../i18n/target-zh.ts'

interface Props {
  chart: TargetChartData
  text: TargetText
  figure: (figure: FigureText) => string
}

function Entry({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <li>
      <svg class="key-mark" width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
        {children}
      </svg>
      {words}
    </li>
  )
}

const HOLLOW = 'm22 1 5 5-5 5-5-5z'

/** Explains the marks that are there, and no others; what a line is stands on the line. */
export function ChartKey({ chart, text, figure }: Props) {
  const { key } = text
  const { chosen, points, bars } = chart
  const hasProvisional = points.some((point) => point.provisional)
  const hasPath = chosen !== null && chosen.path.length > 0
  return (
    <ul class="chart-key">
      {points.length > 0 && (
        <Entry words={hasProvisional ? key.figures + text.plan.comma + key.provisional : key.figures}>
          <path class="figures" d="M0 6h28" />
          <circle class="point" cx={hasProvisional ? 7 : 14} cy="6" r="4" />
          {hasProvisional && <circle class="provisional" cx="21" cy="6" r="4" />}
        </Entry>
      )}
      {bars.length > 0 && (
        <Entry words={key.bars}>
          <path class="bar" d="M6 3h6v9H6zM16 0h6v12h-6z" />
        </Entry>
      )}
      {bars.some((bar) => bar.value === null) && (
        <Entry words={key.missing}>
          <path class="missing" d="M9.5 1.500h9v10h-9z" />
        </Entry>
      )}
      {chosen && (
        <Entry words={hasPath ? key.path : text.table.goal}>
          {hasPath && <path class="path" d="M0 6h20" />}
          <path class="goal" d="m22 0 6 6-6 6-6-6z" />
        </Entry>
      )}
      {(chosen?.high ?? chosen?.limit) && (
        <Entry words={chosen?.high ? key.band : key.tolerance}>
          <path class="band" d="M0 1h28v10H0z" />
        </Entry>
      )}
      {chart.others.length > 0 && (
        <Entry words={key.other}>
          <path class="other" d="M0 6h20" />
          <path class="hollow" d={HOLLOW} />
        </Entry>
      )}
      {chart.former && (
        <Entry words={`${key.former} ${figure(chart.former.figure)}`}>
          <path class="former" d="M0 6h17" />
          <path class="hollow dotted" d={HOLLOW} />
        </Entry>
      )}
      {chart.projection && (
        <Entry words={key.projection}>
          <path class="fan" d="M0 6 28 0v12z" />
          <path class="projection" d="M0 6h28" />
        </Entry>
      )}
    </ul>
  )
}
