import { Field, type FieldProps } from './Field.tsx'

interface Props extends FieldProps {
  value: string
  onInput: (value: string) => void
  /** `code` and `figure` are neither capitalised nor corrected by a phone; `figure` and `year` open its digits. */
  kind?: 'text' | 'code' | 'figure' | 'year' | 'email'
  /** Lines; from two on it is a text area. */
  lines?: number
  /** What stands behind the control: a unit. */
  unit?: string
  hasFocus?: boolean
}

const MODES = { text: 'text', code: 'text', figure: 'text', year: 'numeric', email: 'email' } as const

/** A line or some lines of text. */
export function TextField({ value, onInput, kind = 'text', lines = 1, unit, hasFocus = false, ...field }: Props) {
  const isPlain = kind === 'text'
  const focus = (control: HTMLElement | null): void => {
    if (hasFocus && control && !control.dataset['seen']) {
      control.dataset['seen'] = 'true'
      control.focus()
    }
  }
  return (
    <Field {...field} size={kind === 'figure' || kind === 'year' ? 'short' : 'whole'}>
      {(control) =>
        lines > 1 ? (
          <textarea
            {...control}
            ref={focus}
            rows={lines}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <span class="control">
            <input
              {...control}
              ref={focus}
              class={kind}
              type="text"
              inputMode={MODES[kind]}
              autocomplete="off"
              autocapitalize={isPlain ? undefined : 'none'}
              spellcheck={isPlain}
              value={value}
              onInput={(event) => onInput(event.currentTarget.value)}
            />
            {unit && <span class="unit">{unit}</span>}
          </span>
        )
      }
    </Field>
  )
}
