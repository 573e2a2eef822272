import type { Freshness } from '../../../server/contract/freshness.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { alongAddress } from './addresses.ts'
import type { Filters } from './filters.ts'
import { useSinceLastRound } from './overview-data.ts'

interface Props {
  filters: Filters
  lastRound: Freshness['lastRound'] | undefined
}

/** What changed since the last round closed. Comes after the page; its line is there from the start, and the link on it. */
export function SinceLine({ filters, lastRound }: Props) {
  const text = textOf(overviewText)
  const answer = useSinceLastRound(filters, lastRound ?? null)
  const told = answer.state === 'ready' ? answer.value : null
  const since: Record<string, string> = lastRound ? { since: lastRound.closedOn } : {}
  return (
    <p class="since">
      {told && <span>{text.since(told.year, told.closedOn, told)} </span>}
      <a class="nowrap" href={alongAddress('/changes', filters, ['region', 'plan', 'asOf'], since)}>
        {text.seeChanges}
      </a>
    </p>
  )
}
