import type { ReviewItem } from '../../../server/contract/review.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { leadingTurn, type Turn } from './turns.ts'
import { toldGap } from './wording.ts'

/** How each milestone stands before and after approval, the one that turns first. */
export function StatusCell({ item }: { item: ReviewItem }) {
  const text = textOf(reviewText)
  const first = leadingTurn(item)
  if (first === undefined) return <span class="aside">{text.monitored}</span>
  const others = item.turns.filter((turn) => turn !== first)
  return (
    <>
      {[first, ...others].map((turn) => (
        <div class="turn" key={`${turn.targetId} ${turn.milestoneYear}`}>
          {item.turns.length > 1 && <span class="of">{text.milestoneYear(turn.milestoneYear)}</span>}
          <Turned turn={turn} />
          {turn === first && <small>{toldGap(turn.gapAfter, item.indicator, language.value)}</small>}
        </div>
      ))}
    </>
  )
}

function Turned({ turn: { before, after } }: { turn: Turn }) {
  const text = textOf(reviewText)
  if (before === after) {
    return (
      <span class="turned">
        <StatusWord status={after} /> <span class="aside">{text.unchanged}</span>
      </span>
    )
  }
  return (
    <span class="turned">
      <StatusWord status={before} />
      <span class="new-status">
        <span class="aside" aria-hidden="true">
          →
        </span>
        <span class="visually-hidden">{text.becomes}</span>
        <b>
          <StatusWord status={after} />
        </b>
      </span>
    </span>
  )
}
