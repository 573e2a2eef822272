import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone, Progress } from '../../../server/domain/model.ts'
import { toFigure } from '../../format.ts'
import { judgeMilestone } from '../../charts/series-points.ts'
import { toShort, type Wording } from './wording.ts'
import { toPaceSentence } from './pace-sentence.ts'

interface Props {
  detail: TargetDetail
  progress: Progress
  wording: Wording
}

const RECENT_YEARS = 5

/** How many years the recent pace is the mean of. */
function recentYears(detail: TargetDetail, progress: Progress): number {
  const milestone: Milestone = { ...progress.milestone, baseline: progress.baseline }
  const { series, start } = judgeMilestone(detail, milestone)
  const last = progress.latest?.year ?? 0
  if (detail.indicator.kind === 'flow') return series.used.filter((one) => one.year > last - RECENT_YEARS).length
  const years = [...(start ? [start] : []), ...series.points].map((one) => one.year)
  const from = years.find((year) => year >= last - RECENT_YEARS && year < last)
  return from === undefined ? 0 : last - from
}

/** Two bars from one zero: how fast it went, how fast it must go. */
export function PaceBlock({ detail, progress, wording }: Props) {
  const { text, indicator } = wording
  const { recentPerYear, requiredPerYear } = progress
  const told = toPaceSentence(progress, wording)
  if (recentPerYear === null && requiredPerYear === null && !told) return null
  const bars = [
    { id: 'recent', label: text.pace.recent(recentYears(detail, progress)), figure: recentPerYear },
    { id: 'required', label: text.pace.required, figure: requiredPerYear },
  ].flatMap((bar) => (bar.figure === null ? [] : [{ ...bar, figure: bar.figure, value: Number(bar.figure) }]))
  const low = Math.min(0, ...bars.map((bar) => bar.value))
  const high = Math.max(0, ...bars.map((bar) => bar.value))
  const onlyFalls = high === 0
  const span = high - low || 1
  /** Falls grow to the right as rises do, unless both are there. */
  const place = (value: number): number => (onlyFalls ? -value / span : (value - low) / span) * 100
  return (
    <section class="section">
      <header>
        <h2>{text.pace.title}</h2>
        <span class="aside small">{text.pace.unit(wording.differenceUnit)}</span>
      </header>
      {bars.length > 0 && (
        <dl class="pace">
          {bars.map((bar) => {
            const [from, to] = [place(0), place(bar.value)].toSorted((a, b) => a - b) as [number, number]
            return (
              <div key={bar.id}>
                <dt>{bar.label}</dt>
                <dd class="bar" aria-hidden="true">
                  <svg width="100%" height="14">
                    <rect class={bar.id} x={`${from}%`} width={`${Math.max(to - from, 0.4)}%`} y="1" height="12" />
                    <line class="zero" x1={`${place(0)}%`} x2={`${place(0)}%`} y1="0" y2="14" />
                  </svg>
                </dd>
                <dd class="value">
                  {toFigure(toShort(bar.figure, indicator), {
                    language: wording.language,
                    signed: true,
                  })}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {told && <p class="small">{told}</p>}
    </section>
  )
}
