import { Phrases } from '../../components/Phrases.tsx'
import type { Freshness } from '../../../server/contract/freshness.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText, type Scope } from '../../i18n/overview.ts'
import type { Filters } from './filters.ts'
import { SinceLine } from './SinceLine.tsx'
import type { Summary } from './summary.ts'

interface Props {
  summary: Summary
  scope: Scope
  filters: Filters
  /** Undefined until it is known. */
  lastRound: Freshness['lastRound'] | undefined
}

/** The answer, before anything else; then what must be known about it, and what is new. */
export function Lede({ summary, scope, filters, lastRound }: Props) {
  const text = textOf(overviewText)
  const notes = text.notes(summary)
  return (
    <div class="lede overview-lede">
      <h1>{summary.total === 0 ? text.emptyHeadline : <Phrases of={text.headline(summary, scope)} />}</h1>
      <div class="below">
        {notes.length > 0 && <p>{notes.join(text.sentences)}</p>}
        <SinceLine filters={filters} lastRound={lastRound} />
      </div>
    </div>
  )
}
