import { useLocation } from 'preact-iso'
import { toDate } from '../format.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { focusMain } from './focus-main.ts'
import { atInstant } from '../state/address.ts'

const toDay = (asOf: string): string => (Number.isNaN(Date.parse(asOf)) ? '' : asOf.length > 10 ? toDate(asOf) : asOf)

/** The day as known on which everything is shown; a day in the past is an address of its own. */
export function AsOf({ asOf, now }: { asOf: string | undefined; now: string }) {
  const text = textOf(shellText)
  const { url, route } = useLocation()
  const today = toDate(now)
  const shown = asOf ? toDay(asOf) : today
  const choose = (input: HTMLInputElement): void => {
    if (input.validity.valid && input.value) route(atInstant(url, input.value === today ? '' : input.value))
  }
  return (
    <div class={asOf ? 'as-of past' : 'as-of'}>
      <label title={text.asOfHint}>
        {text.asOf} {shown}
        <input
          type="date"
          aria-label={text.asOf}
          min="2000-01-01"
          max={today}
          value={shown}
          onChange={(event) => choose(event.currentTarget)}
        />
      </label>
      {asOf && (
        <a href={atInstant(url, '')} onClick={focusMain}>
          {text.today}
        </a>
      )}
    </div>
  )
}
