import { useLocation } from 'preact-iso'
import { DayChoice } from '../components/DayChoice.tsx'
import { toDate } from '../format.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { atInstant } from '../state/address.ts'
import { focusMain } from './focus-main.ts'
import { FIRST_DAY, toDay } from './past.ts'

/** The day as known on which everything is shown; a day in the past is an address of its own. */
export function AsOf({ asOf, now }: { asOf: string | undefined; now: string }) {
  const text = textOf(shellText)
  const { url, route } = useLocation()
  const today = toDate(now)
  return (
    <div class={asOf ? 'as-of past' : 'as-of'}>
      <DayChoice
        label={text.asOf}
        hint={text.asOfHint}
        day={asOf ? toDay(asOf) : today}
        min={FIRST_DAY}
        max={today}
        refusal={text.asOfRange}
        onChoose={(day) => route(atInstant(url, day === today ? '' : day))}
      />
      {asOf && (
        <a href={atInstant(url, '')} onClick={focusMain}>
          {text.today}
        </a>
      )}
    </div>
  )
}
