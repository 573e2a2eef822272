import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { type Filters, GROUPINGS, toAddress } from './filters.ts'

/** The order of the list, one click each. */
export function GroupLinks({ filters }: { filters: Filters }) {
  const text = textOf(overviewText)
  const names = { plan: text.byPlan, theme: text.byTheme, none: text.ungrouped }
  return (
    <nav class="group-links more" aria-label={text.groupBy}>
      <ul>
        {GROUPINGS.map((by) => (
          <li key={by}>
            <a href={toAddress({ ...filters, by })} aria-current={by === filters.by ? 'true' : undefined}>
              {names[by]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
