import { useId } from 'preact/hooks'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { CORRECTION_CODES } from '../../../server/domain/words.ts'
import { say, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Desk } from './desk.ts'
import { Message } from './Message.tsx'
import { type RowState, shownContent, takeTheirs } from './row-state.ts'
import { toldFigure } from './row-words.ts'
import { faultOf } from './status.ts'

interface Props {
  id: string
  desk: Desk
  state: RowState
}

/** Why an approved figure is corrected: a reason and a sentence. What is in force stays in sight. */
export function CorrectionForm({ id, desk, state }: Props) {
  const text = textOf(entryText)
  const ids = useId()
  const { approved } = state.row
  const { correction } = shownContent(state)
  if (approved === null || correction === null) return null
  return (
    <Message id={id} tone={faultOf(state) === 'correction-reason' ? 'ask' : 'tell'} tag={text.correctionTag}>
      <p>
        {text.inForce(toldFigure(approved, state.row))}
        {faultOf(state) === 'correction-reason' && ` ${text.correctionMissing}`}
      </p>
      <div class="correction">
        <span class="labelled">
          <label for={`${ids}-code`}>{text.reasonCode}</label>
          <select
            id={`${ids}-code`}
            value={correction.code ?? ''}
            onChange={({ currentTarget }) => {
              const code = CORRECTION_CODES.find((one) => one === currentTarget.value) ?? null
              desk.type(state.key, { correction: { ...correction, code } })
              desk.settle(state.key)
            }}
          >
            <option value="">{text.choose}</option>
            {CORRECTION_CODES.map((code) => (
              <option key={code} value={code}>
                {say(CORRECTION_LABELS[code])} · {text.correctionHint[code]}
              </option>
            ))}
          </select>
        </span>
        <span class="labelled">
          <label for={`${ids}-reason`}>{text.reasonSentence}</label>
          <input
            id={`${ids}-reason`}
            type="text"
            maxLength={1000}
            autocomplete="off"
            value={correction.reason}
            onInput={({ currentTarget }) =>
              desk.type(state.key, { correction: { ...correction, reason: currentTarget.value } })
            }
            onBlur={() => desk.settle(state.key)}
          />
        </span>
        {state.row.pending === null && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              desk.giveUp(state.key)
              desk.update(state.key, takeTheirs)
            }}
          >
            {text.cancelCorrection}
          </button>
        )}
      </div>
    </Message>
  )
}
