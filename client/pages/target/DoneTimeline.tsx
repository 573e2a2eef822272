import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone } from '../../../server/domain/model.ts'
import { toNowYear } from '../../charts/series-points.ts'
import { isZero } from '../../format.ts'
import { type Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  milestone: Milestone
  wording: Wording
}

const LONGEST = 12

/** Built or not is no line: one field a year, up to the deadline. */
export function DoneTimeline({ detail, milestone, wording }: Props) {
  const { text } = wording
  const known = new Map(detail.observations.map((one) => [one.year, one]))
  const first = Math.min(...known.keys(), milestone.year, toNowYear(detail.asOf) - 1)
  const from = Math.max(first, milestone.year - LONGEST + 1)
  const years = Array.from({ length: milestone.year - from + 1 }, (_, index) => from + index)
  return (
    <ol class="done-timeline" aria-label={text.timeline.title}>
      {years.map((year) => {
        const value = known.get(year)?.value ?? null
        const state = value === null ? 'none' : isZero(value) ? 'no' : 'yes'
        const isDue = year === milestone.year
        return (
          <li key={year} class={isDue ? `${state} due` : state}>
            <span class="year">{year}</span>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              <rect x="2" y="2" width="16" height="16" />
            </svg>
            <span class="word">{state === 'none' ? '—' : text.timeline[state]}</span>
            {state === 'none' && <span class="visually-hidden">{text.timeline.none}</span>}
            {isDue && <span class="due-word">{text.timeline.due}</span>}
          </li>
        )
      })}
    </ol>
  )
}
