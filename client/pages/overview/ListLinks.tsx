import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { type Filters, LISTS, toAddress } from './filters.ts'

/** Which list, one click each. */
export function ListLinks({ filters }: { filters: Filters }) {
  const text = textOf(overviewText)
  const isNarrowed = filters.status !== '' || filters.flag !== ''
  const current = filters.by === '' ? (isNarrowed ? undefined : 'attention') : filters.by
  const names = { attention: text.attention, plan: text.byPlan, theme: text.byTheme, none: text.ungrouped }
  return (
    <nav class="list-links more" aria-label={text.lists}>
      <ul>
        {LISTS.map((by) => (
          <li key={by}>
            <a
              href={toAddress(filters, by === 'attention' ? { by: '', status: '', flag: '' } : { by })}
              aria-current={current === by ? 'true' : undefined}
            >
              {names[by]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
