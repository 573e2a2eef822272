import { Field, type FieldProps } from './Field.tsx'

interface Props extends FieldProps {
  /** YYYY-MM-DD; empty while it is no day. */
  value: string
  min?: string
  max?: string | undefined
  onInput: (day: string) => void
}

/** A day of the calendar. */
export function DayField({ value, min, max, onInput, ...field }: Props) {
  return (
    <Field {...field} size="short">
      {(control) => (
        <input
          {...control}
          type="date"
          min={min}
          max={max}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
