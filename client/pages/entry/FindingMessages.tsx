import { tellFinding } from '../../../server/domain/checks/telling.ts'
import type { Finding } from '../../../server/domain/checks/finding.ts'
import { LONGEST_NOTE } from '../../../server/domain/lengths.ts'
import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Desk } from './desk.ts'
import { Message } from './Message.tsx'
import { nameOf } from './row-words.ts'
import { type RowState, shownContent } from './row-state.ts'

interface Props {
  id: string
  desk: Desk
  state: RowState
  findings: readonly Finding[]
  index: number
}

const suggestionOf = (finding: Finding): string | null => ('suggestion' in finding ? finding.suggestion : null)

/** What the checks say: what forbids it, or what is asked, with room for the answer, which is the row's note. */
export function FindingMessages({ id, desk, state, findings, index }: Props) {
  const text = textOf(entryText)
  const content = shownContent(state)
  const isAsked = findings.some(({ severity }) => severity === 'asked')
  const take = (figure: string): void =>
    desk.change([{ key: state.key, content: { ...content, text: figure, missingReason: null } }])
  return (
    <>
      {findings.map((finding, at) => {
        const suggestion = suggestionOf(finding)
        const tag = { malformed: text.cannotSave, refused: text.cannotSubmit, asked: text.pleaseConfirm }
        return (
          <Message
            key={finding.code}
            id={at === 0 ? id : undefined}
            tone={finding.severity === 'asked' ? 'ask' : 'stop'}
            tag={tag[finding.severity]}
          >
            {tellFinding(finding, language.value)}{' '}
            {suggestion !== null && (
              <button type="button" class="button small" onClick={() => take(suggestion)}>
                {text.take(suggestion.replace('-', '\u2212'))}
              </button>
            )}
          </Message>
        )
      })}
      {isAsked && (
        <input
          class="explanation"
          type="text"
          maxLength={LONGEST_NOTE}
          autocomplete="off"
          aria-label={`${nameOf(state.row)} ${text.explain}`}
          aria-describedby={id}
          placeholder={text.explainHint}
          data-explanation={index}
          value={content.note}
          onInput={({ currentTarget }) => desk.type(state.key, { note: currentTarget.value })}
          onBlur={() => desk.settle(state.key)}
          onKeyDown={(event) => {
            if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
            event.preventDefault()
            if (event.key === 'Escape') desk.giveUp(state.key)
            const table = event.currentTarget.closest('table')
            const next = event.key === 'Enter' ? index + 1 : index
            const cell = table?.querySelector(`[data-row="${next}"][data-column="0"]`)
            if (cell instanceof HTMLElement) cell.focus()
            else desk.settle(state.key)
          }}
        />
      )}
    </>
  )
}
