import { MISSING_REASONS, type MissingReason } from '../../../server/domain/words.ts'
import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import { placesOf } from '../../../server/domain/decimal-text.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { BUILT, figureText } from './cell-text.ts'
import type { CellProps } from './cell-props.ts'

/** This year's figure: text that is read when it is left; or the choice whether it is built. */
export function ValueCell({ desk, state, content, isLocked, names, describedBy, isRefused }: CellProps) {
  const { kind } = state.row.indicator
  const isTyping = desk.typing.value === state.key
  if (kind === 'done') return <BuiltChoice {...{ desk, state, content, isLocked, names, describedBy, isRefused }} />
  const isFigure = /^-?[0-9]+(\.[0-9]+)?$/.test(content.text)
  return (
    <input
      {...names}
      class={`figure-input ${isFigure ? `places-${Math.min(placesOf(content.text), 4)}` : 'words'}`}
      type="text"
      inputMode="decimal"
      autocomplete="off"
      spellcheck={false}
      readOnly={isLocked}
      tabIndex={isLocked ? -1 : 0}
      aria-describedby={describedBy}
      aria-invalid={isRefused}
      value={isTyping && content.missingReason === null ? content.text : figureText(content, kind, language.value)}
      onInput={({ currentTarget }) => desk.type(state.key, { text: currentTarget.value, missingReason: null })}
    />
  )
}

const isReason = (word: string): word is MissingReason => MISSING_REASONS.some((reason) => reason === word)

function BuiltChoice({ desk, state, content, isLocked, names, describedBy, isRefused }: CellProps) {
  const words = BUILT[language.value]
  const { text, missingReason } = content
  const isStrange = text !== '' && text !== '0' && text !== '1'
  const choose = (word: string): void => {
    const missing = isReason(word) ? word : null
    desk.change([{ key: state.key, content: { ...content, text: missing ? '' : word, missingReason: missing } }])
  }
  if (isLocked) {
    return (
      <input
        {...names}
        class="figure-input words"
        readOnly
        tabIndex={-1}
        value={figureText(content, 'done', language.value)}
      />
    )
  }
  return (
    <select
      {...names}
      class="figure-input"
      aria-describedby={describedBy}
      aria-invalid={isRefused}
      value={missingReason ?? text}
      onKeyDown={(event) => {
        if (event.key !== '0' && event.key !== '1') return
        event.preventDefault()
        choose(event.key)
      }}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      <option value="" label={textOf(entryText).choose} />
      {isStrange && <option value={text}>{text}</option>}
      <option value="0">{words[0]}</option>
      <option value="1">{words[1]}</option>
      {MISSING_REASONS.map((reason) => (
        <option key={reason} value={reason}>
          {say(MISSING_REASON_LABELS[reason])}
        </option>
      ))}
    </select>
  )
}
