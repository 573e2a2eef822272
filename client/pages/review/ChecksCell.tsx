import type { ReviewItem } from '../../../server/contract/review.ts'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { findingsOf, returnsOf, statedFinding, submissionOf, verdictOf } from './findings.ts'
import { toldDay } from './wording.ts'

interface Props {
  item: ReviewItem
  nowYear: number
  /** The instant of the list: a day of another year is told with its year. */
  now: string
  nameOf: (username: string | null) => string
}

/** What the checks raised and what the reporter answered, why a figure is corrected, what was said at an earlier return. */
export function ChecksCell({ item, nowYear, now, nameOf }: Props) {
  const text = textOf(reviewText)
  const { observation } = item
  const { note, correction, source } = observation
  const findings = findingsOf(item, nowYear)
  const verdict = verdictOf(findings, note)
  const submission = submissionOf(item)
  const [lastReturn] = returnsOf(item)
  return (
    <div class="checks">
      {item.own && (
        <p>
          <span class="tag">{text.own}</span>
          <span>{text.ownReason}</span>
        </p>
      )}
      {correction && (
        <p>
          <span class="tag asked">{text.correction}</span>
          <span>{text.reason(say(CORRECTION_LABELS[correction.code]), correction.reason)}</span>
        </p>
      )}
      {(verdict !== 'clear' || correction === null) && (
        <p>
          <span class={VERDICT_CLASSES[verdict]}>{text.verdicts[verdict]}</span>
          <span>
            {findings.map((finding) => (
              <span class="finding" key={finding.code}>
                {statedFinding(finding, language.value)}
              </span>
            ))}
            {verdict !== 'clear' && note !== null && <span class="answer">{text.quoted(note)}</span>}
          </span>
        </p>
      )}
      {verdict === 'clear' && note !== null && (
        <p class="quiet">
          {text.note}
          {text.quoted(note)}
        </p>
      )}
      {submission > 1 && lastReturn && (
        <p class="quiet">
          {text.again(submission)}
          {language.value === 'en' && ' '}
          {text.returned(toldDay(lastReturn.at, now, language.value), nameOf(lastReturn.by), lastReturn.comment ?? '')}
        </p>
      )}
      <p class="quiet">{source === null ? text.noSource : text.source(source)}</p>
    </div>
  )
}

const VERDICT_CLASSES = {
  clear: 'tag',
  explained: 'tag asked',
  open: 'tag asked open',
  against: 'tag refused',
} as const
