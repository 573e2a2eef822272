import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone, Progress } from '../../../server/domain/model.ts'
import { toPace } from '../../../server/domain/pace.ts'
import type { Judgement } from '../../../server/domain/status.ts'
import { isZero, toFigure, toYear } from '../../format.ts'
import { judgeMilestone, toNowYear } from '../../charts/series-points.ts'
import { toShort, type Wording } from './wording.ts'
import { isAtEdge, toPaceSentence } from './pace-sentence.ts'

interface Props {
  detail: TargetDetail
  progress: Progress
  wording: Wording
}

const RECENT_YEARS = 5

/** What the recent pace is the mean of; of a flow the years that were reported, which need not be the last ones. */
function toldRecent({ series, start, input }: Judgement, last: number, { pace }: Wording['text']): string {
  if (input.indicator.kind === 'flow') {
    const reported = series.used.map((one) => one.year).filter((year) => year > last - RECENT_YEARS)
    const isUnbroken = reported.length > 0 && last - Math.min(...reported) + 1 === reported.length
    return (isUnbroken ? pace.recent : pace.reported)(reported.length)
  }
  const years = [...(start ? [start] : []), ...series.points].map((one) => one.year)
  const from = years.find((year) => year >= last - RECENT_YEARS && year < last)
  return pace.recent(from === undefined ? 0 : last - from)
}

/** When the recent pace leads to the target, or that it never does; nothing where that is not projected. */
function toArrival(
  { projectedYear, projectionRefused, requiredPerYear, recentPerYear, milestone }: Progress,
  of: Wording,
) {
  const { pace } = of.text
  if (projectedYear !== null) {
    return { year: toYear(projectedYear, of.language), late: pace.reachedLate(projectedYear - milestone.year) }
  }
  const isTold = projectionRefused === null && requiredPerYear !== null && recentPerYear !== null
  return isTold && !isZero(requiredPerYear) ? { year: pace.never, late: '' } : undefined
}

/** Two bars from one zero: how fast it went, how fast it must go. */
export function PaceBlock({ detail, progress, wording }: Props) {
  const { text, indicator } = wording
  const { recentPerYear, requiredPerYear } = progress
  const milestone: Milestone = { ...progress.milestone, baseline: progress.baseline }
  const judgement = judgeMilestone(detail, milestone)
  const told = toPaceSentence(progress, wording, toPace(judgement))
  const last = progress.latest?.year ?? 0
  const isOver = milestone.year < toNowYear(detail.asOf)
  if (recentPerYear === null && requiredPerYear === null && !told) return null
  const isOneYear = last === milestone.year - 1
  const toldRequired = !isOver
    ? text.pace.required
    : isOneYear
      ? text.pace.requiredIn(milestone.year)
      : text.pace.requiredUntil
  const bars = [
    { id: 'recent', label: toldRecent(judgement, last, text), figure: recentPerYear },
    { id: 'required', label: toldRequired, figure: isAtEdge(progress) ? null : requiredPerYear },
  ].flatMap((bar) => (bar.figure === null ? [] : [{ ...bar, figure: bar.figure, value: Number(bar.figure) }]))
  const arrival = toArrival(progress, wording)
  const low = Math.min(0, ...bars.map((bar) => bar.value))
  const high = Math.max(0, ...bars.map((bar) => bar.value))
  const onlyFalls = high === 0
  const span = high - low || 1
  /** Falls grow to the right as rises do, unless both are there. */
  const place = (value: number): number => (onlyFalls ? -value / span : (value - low) / span) * 100
  return (
    <section class="section">
      <header>
        <h2>{isOver ? text.pace.titleOver : text.pace.title}</h2>
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
          {arrival && (
            <div class="arrival">
              <dt>{text.pace.reachedYear}</dt>
              <dd>{arrival.late}</dd>
              <dd class="value">{arrival.year}</dd>
            </div>
          )}
        </dl>
      )}
      {told && <p class="small">{told}</p>}
    </section>
  )
}
