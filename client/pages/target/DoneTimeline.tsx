import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone, Progress } from '../../../server/domain/model.ts'
import { toNowYear } from '../../charts/series-points.ts'
import { TakeAlong } from '../../components/TakeAlong.tsx'
import { isZero, MISSING } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { targetPictureText } from '../../i18n/target-picture.ts'
import { yearlyProgressCsv } from './addresses.ts'
import { toPictureName, toPictureWords } from './picture-words.ts'
import type { Names } from './target-page.tsx'
import { type TimelineYear, toTimelineDrawing } from './timeline-drawing.ts'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  progress: Progress
  milestone: Milestone
  names: Names
  asOf: string | undefined
  wording: Wording
}

const LONGEST = 12

function toTimeline(detail: TargetDetail, milestone: Milestone, { text }: Wording): TimelineYear[] {
  const known = new Map(detail.observations.map((one) => [one.year, one]))
  const first = Math.min(...known.keys(), milestone.year, toNowYear(detail.asOf) - 1)
  const from = Math.max(first, milestone.year - LONGEST + 1)
  const years = Array.from({ length: milestone.year - from + 1 }, (_, index) => from + index)
  return years.map((year) => {
    const value = known.get(year)?.value ?? null
    const state = value === null ? 'none' : isZero(value) ? 'no' : 'yes'
    const word = state === 'none' ? MISSING : text.timeline[state]
    return { year, state, word, due: year === milestone.year ? text.timeline.due : '' }
  })
}

/** Built or not is no line: one field a year, up to the deadline. */
export function DoneTimeline({ detail, progress, milestone, names, asOf, wording }: Props) {
  const { text } = wording
  const years = toTimeline(detail, milestone, wording)
  const picture = toPictureWords(detail, progress, null, names, wording, textOf(targetPictureText))
  return (
    <figure>
      <ol class="done-timeline" aria-label={text.timeline.title}>
        {years.map(({ year, state, word, due }) => (
          <li key={year} class={due ? `${state} due` : state}>
            <span class="year">{year}</span>
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              <rect x="2" y="2" width="16" height="16" />
            </svg>
            <span class="word">{word}</span>
            {state === 'none' && <span class="visually-hidden">{text.timeline.none}</span>}
            {due && <span class="due-word">{due}</span>}
          </li>
        ))}
      </ol>
      <TakeAlong
        name={toPictureName(detail, progress.milestoneYear)}
        title={picture.title}
        notes={picture.notes}
        drawing={() => toTimelineDrawing(years)}
        csv={yearlyProgressCsv(detail, progress.milestoneYear, asOf)}
      />
    </figure>
  )
}
