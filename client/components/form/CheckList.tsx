import { useId, useState } from 'preact/hooks'
import { formText } from '../../i18n/form.ts'
import { textOf } from '../../i18n/language.ts'
import { Fault } from './Field.tsx'
import { plain } from '../../../server/domain/search.ts'
import './form.css'

interface Choice {
  value: string
  name: string
  /** Told beside the name, and found by the search as well. */
  aside?: string
}

interface Props {
  legend: string
  hint?: string
  chosen: readonly string[]
  options: readonly Choice[]
  fault?: string | undefined
  onChoose: (chosen: string[]) => void
}

/** From so many on, a list can be searched. */
const SEARCHED_FROM = 12

/** Any of a list; a long one has a search. What is chosen stays chosen while something else is searched. */
export function CheckList({ legend, hint, chosen, options, fault, onChoose }: Props) {
  const text = textOf(formText)
  const id = useId()
  const [q, setQ] = useState('')
  const shown = options.filter(({ value, name, aside = '' }) =>
    plain(`${value} ${name} ${aside}`).includes(plain(q.trim())),
  )
  const toggle = (value: string, isOn: boolean): void => {
    const next = new Set(chosen)
    if (isOn) next.add(value)
    else next.delete(value)
    onChoose(options.flatMap((option) => (next.has(option.value) ? option.value : [])))
  }
  const setShown = (isOn: boolean): void => {
    const values = new Set(shown.map(({ value }) => value))
    onChoose(options.flatMap(({ value }) => ((values.has(value) ? isOn : chosen.includes(value)) ? value : [])))
  }
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <fieldset class="form-field check-list" aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      <p class="check-list-head">
        {options.length >= SEARCHED_FROM && (
          <input
            type="search"
            aria-label={text.searchIn(legend)}
            placeholder={text.searchIn(legend)}
            value={q}
            onInput={(event) => setQ(event.currentTarget.value)}
          />
        )}
        <button type="button" class="button quiet" onClick={() => setShown(true)}>
          {text.all}
        </button>
        <button type="button" class="button quiet" onClick={() => setShown(false)}>
          {text.none}
        </button>
        <output class="aside small">{text.chosen(chosen.length, options.length)}</output>
      </p>
      <ul class={options.length >= SEARCHED_FROM ? 'long' : undefined}>
        {shown.map(({ value, name, aside }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                aria-invalid={fault !== undefined}
                onChange={(event) => toggle(value, event.currentTarget.checked)}
              />
              <span>
                {name}
                {aside && <small>{aside}</small>}
              </span>
            </label>
          </li>
        ))}
        {shown.length === 0 && <li class="aside">{text.notFound}</li>}
      </ul>
      <Fault id={`${id}-fault`} fault={fault} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  )
}
