import type { RefObject } from 'preact'
import { LONGEST_COMMENT } from '../../../server/domain/lengths.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import type { Decision } from './decide.ts'
import type { Turning } from './turns.ts'

interface Props {
  count: number
  /** What approving the chosen ones would turn. */
  turnings: readonly Turning[]
  comment: string
  commentField: RefObject<HTMLTextAreaElement | null>
  /** What was decided just now; empty: nothing. */
  told: string
  /** Why nothing was decided; empty: nothing to say. */
  refused: string
  isBusy: boolean
  onComment: (comment: string) => void
  onDecide: (decision: Decision) => void
  /** Back to the row one came from. */
  onBack: () => void
}

/** One comment, one way back, one filled button; what approving means stands there before. */
export function DecisionBar(props: Props) {
  const { count, turnings, comment, commentField, told, refused, isBusy, onComment, onDecide, onBack } = props
  const text = textOf(reviewText)
  const onKeyDown = (event: KeyboardEvent): void => {
    // Esc also ends the choice of a character that is being typed.
    if (event.key === 'Escape' && !event.isComposing) onBack()
  }
  return (
    <section
      class={count > 0 ? 'act-bar decision-bar ready' : 'act-bar decision-bar'}
      id="decision"
      aria-label={text.decision}
    >
      <p class="consequence" id="consequence">
        {count === 0 && told ? (
          <>
            <b>{told}</b> <a href="#decided">{text.seeDecided}</a>
          </>
        ) : count === 0 ? (
          text.chooseFirst
        ) : (
          <>
            <b>{text.chosen(count)}</b> {text.consequence(turnings)}
            <span class="lasting"> {text.lasting}</span>
          </>
        )}
      </p>
      <p class="refusal" role="alert" id="refusal">
        {refused}
      </p>
      <label class="comment">
        <span class="visually-hidden">{text.comment}</span>
        <textarea
          ref={commentField}
          rows={1}
          maxLength={LONGEST_COMMENT}
          placeholder={text.commentHint}
          value={comment}
          aria-invalid={refused === text.commentNeeded}
          aria-describedby="refusal"
          onKeyDown={onKeyDown}
          onInput={(event) => onComment(event.currentTarget.value)}
        />
      </label>
      <div class="decisions">
        <button
          type="button"
          class="button"
          disabled={count === 0}
          onKeyDown={onKeyDown}
          onClick={() => isBusy || onDecide('return')}
        >
          {text.return(count)}
        </button>
        <button
          type="button"
          class="button main"
          disabled={count === 0}
          aria-describedby="consequence"
          onKeyDown={onKeyDown}
          onClick={() => isBusy || onDecide('approve')}
        >
          {isBusy ? text.deciding : text.approve(count)}
        </button>
      </div>
    </section>
  )
}
