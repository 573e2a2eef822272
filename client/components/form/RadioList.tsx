import { useId } from 'preact/hooks'
import { Fault } from './Field.tsx'
import './form.css'

interface Props<Value extends string> {
  legend: string
  value: Value
  options: readonly { value: Value; name: string; hint?: string }[]
  fault?: string | undefined
  onChoose: (value: Value) => void
}

/** One of a few, each with a sentence that explains it. */
export function RadioList<Value extends string>({ legend, value, options, fault, onChoose }: Props<Value>) {
  const id = useId()
  return (
    <fieldset class="form-field radio-list" aria-describedby={fault && `${id}-fault`}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            {option.name}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      <Fault id={`${id}-fault`} fault={fault} />
    </fieldset>
  )
}
