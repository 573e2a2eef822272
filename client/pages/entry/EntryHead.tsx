import type { Sheet } from '../../../server/contract/entry.ts'
import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { user } from '../../state/session.ts'
import { isAnyOpen, periodSentence, todoSentence } from './lede.ts'
import type { Tally } from './status.ts'
import { YearSwitch } from './YearSwitch.tsx'

interface Props {
  sheet: Sheet
  region: string
  years: readonly number[]
  counts: Readonly<Record<Tally, number>>
  mayEnter: boolean
}

/** The first line: which figures, until when, and what there is to do. */
export function EntryHead({ sheet, region, years, counts, mayEnter }: Props) {
  const text = textOf(entryText)
  const aside = mayEnter ? '' : user.value?.role === 'administrator' ? text.statesOnly : text.readOnly
  return (
    <header class="lede entry-lede">
      <div>
        <h1>{text.title(region, sheet.year)}</h1>
        <p>
          {periodSentence(sheet, text)}
          {isAnyOpen(sheet) && todoSentence(counts, mayEnter, text)}
        </p>
        {aside !== '' && <p>{aside}</p>}
      </div>
      <YearSwitch regionCode={sheet.regionCode} year={sheet.year} years={years} />
    </header>
  )
}
