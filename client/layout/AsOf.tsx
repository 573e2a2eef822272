import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { toDate } from '../format.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { focusMain } from './focus-main.ts'
import { atInstant } from '../state/address.ts'

const FIRST_DAY = '2000-01-01'

/** Keys that change the date one piece at a time; the days that it passes through on the way are not meant. */
const EDITING = /^([0-9]|Arrow(Up|Down)|Backspace|Delete)$/

const toDay = (asOf: string): string => (Number.isNaN(Date.parse(asOf)) ? '' : asOf.length > 10 ? toDate(asOf) : asOf)

/**
 * The day as known on which everything is shown; a day in the past is an address of its own. A day that is picked acts
 * at once, one that is typed on Enter or on leaving the field.
 */
export function AsOf({ asOf, now }: { asOf: string | undefined; now: string }) {
  const text = textOf(shellText)
  const { url, route } = useLocation()
  const today = toDate(now)
  const shown = asOf ? toDay(asOf) : today
  const typing = useRef(false)
  const [refused, setRefused] = useState(false)

  const choose = (input: HTMLInputElement): void => {
    typing.current = false
    const { value, validity } = input
    setRefused(!validity.valid)
    if (!validity.valid || !value) input.value = shown
    else if (value !== shown) route(atInstant(url, value === today ? '' : value))
  }

  return (
    <div class={asOf ? 'as-of past' : 'as-of'}>
      <label title={text.asOfHint}>
        {text.asOf} {shown}
        <input
          type="date"
          aria-label={text.asOf}
          min={FIRST_DAY}
          max={today}
          value={shown}
          onPointerDown={() => {
            typing.current = false
          }}
          onFocus={() => setRefused(false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') choose(event.currentTarget)
            else if (EDITING.test(event.key)) typing.current = true
          }}
          onChange={(event) => typing.current || choose(event.currentTarget)}
          onBlur={(event) => typing.current && choose(event.currentTarget)}
        />
      </label>
      {asOf && (
        <a href={atInstant(url, '')} onClick={focusMain}>
          {text.today}
        </a>
      )}
      {refused && (
        <p class="refused" role="alert">
          {text.asOfRange(FIRST_DAY, today)}
        </p>
      )}
    </div>
  )
}
