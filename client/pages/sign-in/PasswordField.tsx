import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'

interface Props {
  label: string
  name: 'current-password' | 'new-password'
  value: string
  onInput: (value: string) => void
  /** Ids of what describes the field. */
  describedBy?: string
  hasFocus?: boolean
}

const SHOWN = { type: 'text' } as const
const HIDDEN = { type: 'password' } as const

/** A password, which can be shown while it is typed. */
export function PasswordField({ label, name, value, onInput, describedBy, hasFocus = false }: Props) {
  const text = textOf(sessionText)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        name={name}
        {...(isShown ? SHOWN : HIDDEN)}
        autocomplete={name}
        autocapitalize="none"
        spellcheck={false}
        value={value}
        aria-describedby={describedBy}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <label class="show-password">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
        {text.show}
      </label>
    </div>
  )
}
