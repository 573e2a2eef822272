import { adminText } from '../../i18n/admin.ts'
import { textOf } from '../../i18n/language.ts'

interface Entry {
  id: string
  /** A day. */
  at: string
  by: string
  what: string
  reason: string | null
}

/** What was changed, when, by whom and why: on request, the newest first. */
export function HistoryList({ count, entries }: { count: string; entries: readonly Entry[] }) {
  const text = textOf(adminText)
  return (
    <details class="changes">
      <summary>{count}</summary>
      <ol class="small">
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{entry.at}</time>
            <span>
              {entry.what}
              <span class="aside">
                {entry.reason ?? text.noReason} · {entry.by === 'system' ? text.system : text.by(entry.by)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
