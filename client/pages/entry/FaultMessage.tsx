import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import { tellMissing, tellRefusal } from '../../../server/domain/typed-figure-words.ts'
import { MISSING_REASONS, type MissingReason } from '../../../server/domain/words.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { readContent } from './content.ts'
import type { Desk } from './desk.ts'
import { Message } from './Message.tsx'
import { type RowState, shownContent } from './row-state.ts'
import { faultOf } from './status.ts'

interface Props {
  id: string
  desk: Desk
  state: RowState
}

/** Codes of texts that say something, only not in one number: they can go into the note. */
const SPEAKING = new Set(['not-exact', 'range', 'not-a-number'])

/** Why the row cannot be saved as it stands, and the ways out. */
export function FaultMessage({ id, desk, state }: Props) {
  const text = textOf(entryText)
  const content = shownContent(state)
  const fault = faultOf(state)
  const read = readContent(content, state.row.indicator)
  const setFigure = (figure: string): void =>
    desk.change([{ key: state.key, content: { ...content, text: figure, missingReason: null } }])
  const setReason = (reason: MissingReason, note = content.note): void =>
    desk.change([{ key: state.key, content: { ...content, text: '', missingReason: reason, note } }])

  if (fault === 'no-value') {
    return (
      <Message id={id} tone="tell" tag={text.fillTag}>
        {text.noValue}
      </Message>
    )
  }
  if (fault === 'choose-reason' && read.is === 'missing') {
    return (
      <Message id={id} tone="stop" tag={text.cannotSave}>
        {tellMissing(read, language.value)}{' '}
        {MISSING_REASONS.map((reason) => (
          <button key={reason} type="button" class="button small" onClick={() => setReason(reason)}>
            {say(MISSING_REASON_LABELS[reason])}
          </button>
        ))}
      </Message>
    )
  }
  if (fault !== 'no-figure' || read.is !== 'refused') return null
  const suggestion = 'suggestion' in read ? read.suggestion : null
  const unpublished = say(MISSING_REASON_LABELS['not-yet-published'])
  return (
    <Message id={id} tone="stop" tag={text.cannotSave}>
      {tellRefusal(read, language.value)}{' '}
      {suggestion !== null && (
        <button type="button" class="button small" onClick={() => setFigure(suggestion)}>
          {text.take(suggestion.replace('-', '\u2212'))}
        </button>
      )}
      {SPEAKING.has(read.code) && state.row.indicator.kind !== 'done' && (
        <button
          type="button"
          class="button small"
          onClick={() => setReason('not-yet-published', [content.note, content.text].filter(Boolean).join(' '))}
        >
          {unpublished} · {text.moveToNote}
        </button>
      )}
    </Message>
  )
}
