import { toDate } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { type Filters, toAddress } from './filters.ts'

interface Props {
  /** The instant that the server answered for. */
  asOf: string
  filters: Filters
}

/** No filter would bring anything here: by that day nothing had been recorded. */
export function NothingYet({ asOf, filters }: Props) {
  const text = textOf(overviewText)
  return (
    <div class="lede nothing">
      <h1>{text.nothingHeadline(filters.asOf && toDate(asOf))}</h1>
      {filters.asOf && (
        <>
          <p>{text.nothing}</p>
          <a class="button main" href={toAddress(filters, { asOf: '' })} onClick={focusMain}>
            {text.toToday}
          </a>
        </>
      )}
    </div>
  )
}
