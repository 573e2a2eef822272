import type { TargetDetail } from '../../../server/contract/target.ts'
import { toDate } from '../../format.ts'
import { user } from '../../state/session.ts'
import { objectAddress } from '../audit/asked.ts'
import { downloadHistory } from './history-csv.ts'
import { type HistoryEntry, toHistory } from './history-entries.ts'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  wording: Wording
}

const SHOWN = 5
/** To hide a single row behind a link saves nothing. */
const FEWEST_HIDDEN = 2

/** A lowered target or a corrected figure is an event that everyone can see: those come first, the rest on request. */
export function History({ detail, wording }: Props) {
  const { text } = wording
  const entries = toHistory(detail, wording)
  const reasoned = entries.filter((entry) => entry.reason)
  const count = entries.length < SHOWN + FEWEST_HIDDEN ? entries.length : SHOWN
  const first = [...reasoned, ...entries.filter((entry) => !entry.reason)].slice(0, count)
  const shown = entries.filter((entry) => first.includes(entry))
  return (
    <section class="section">
      <header>
        <h2>{text.history.title}</h2>
        <button
          type="button"
          class="as-link more screen-only"
          aria-label={text.table.downloadOf(text.history.title)}
          onClick={() => downloadHistory(detail, entries, text)}
        >
          {text.table.download}
        </button>
      </header>
      <List entries={shown} wording={wording} />
      {entries.length > shown.length && (
        <details class="more-history">
          <summary>{text.history.all(entries.length)}</summary>
          <List entries={entries} wording={wording} />
        </details>
      )}
      {user.value?.role === 'auditor' && (
        <p class="small screen-only">
          <a href={objectAddress(`target/${detail.id}`)}>{text.history.life}</a>
        </p>
      )}
    </section>
  )
}

function List({ entries, wording }: { entries: readonly HistoryEntry[]; wording: Wording }) {
  return (
    <ol class="history small">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{toDate(entry.at)}</time>
          <span>
            {entry.what}
            {entry.sample && <span class="tag">{wording.text.sample}</span>}
            {entry.reason && <span class="reason">{entry.reason}</span>}
            {entry.who && <span class="reason">{entry.who}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
