import { Field, type FieldProps } from './Field.tsx'

interface Props<Value extends string> extends FieldProps {
  value: Value | ''
  options: readonly { value: Value; name: string }[]
  /** The words for no choice; absent, something is always chosen. */
  none?: string
  onChoose: (value: Value | '') => void
}

/** One of a list. */
export function SelectField<Value extends string>({ value, options, none, onChoose, ...field }: Props<Value>) {
  const choose = (given: string): void => onChoose(options.find((option) => option.value === given)?.value ?? '')
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
