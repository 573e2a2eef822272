import { StatusWord } from '../../components/StatusWord.tsx'
import { toldFigure } from '../../components/told-figure.ts'
import { toYear } from '../../format.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { targetAddress } from '../../state/address.ts'
import { type Decided, decidedHere } from './decided.ts'
import { leadingTurn } from './turns.ts'
import { toldMoment } from './wording.ts'

/** What was decided on this visit, with the way to the target that it moved. */
export function DecidedList({ now }: { now: string }) {
  const text = textOf(reviewText)
  const decided = decidedHere()
  if (decided.length === 0) return null
  return (
    <section class="section decided" id="decided" tabIndex={-1}>
      <header>
        <h2>{text.decidedTitle}</h2>
      </header>
      <ul>
        {decided.map((one) => (
          <li key={one.observation.id}>
            <DecidedLine decided={one} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DecidedLine({ decided: { item, observation }, now }: { decided: Decided; now: string }) {
  const text = textOf(reviewText)
  const { indicator } = item
  const turn = leadingTurn(item)
  const isApproved = observation.state === 'approved'
  return (
    <>
      <span class="tag">{isApproved ? text.decidedApproved : text.decidedReturned}</span>
      <span class="what">
        <b>{either(indicator.shortNameZh, indicator.shortNameEn)}</b> {toYear(observation.year, language.value)}{' '}
        {toldFigure(observation, indicator, language.value)}
        {!isApproved && observation.comment !== null && <span class="aside"> {text.quoted(observation.comment)}</span>}
      </span>
      {isApproved && turn && (
        <span class="nowrap">
          {text.milestoneYear(turn.milestoneYear)} <StatusWord status={turn.after} size="small" />
        </span>
      )}
      {turn && <a href={targetAddress(turn.targetId, turn.milestoneYear, undefined)}>{text.toTarget}</a>}
      {observation.decidedAt && <time class="aside">{toldMoment(observation.decidedAt, now, language.value)}</time>}
    </>
  )
}
