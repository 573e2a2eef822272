import { StatusWord } from '../../components/StatusWord.tsx'
import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { marksOf } from './heat.ts'
import type { Group } from './rows.ts'

/** The marks that occur in the map. */
export function HeatLegend({ groups, years }: { groups: readonly Group[]; years: readonly number[] }) {
  const text = textOf(compareText)
  const marks = marksOf(groups, years)
  return (
    <ul class="legend small" aria-label={text.legend}>
      {marks.statuses.map((status) => (
        <li key={status}>
          <StatusWord status={status} size="small" />
        </li>
      ))}
      {marks.turned && (
        <li>
          <i class="turn" aria-hidden="true" />
          {text.legendTurn}
        </li>
      )}
      {marks.none && (
        <li>
          <span aria-hidden="true">·</span>
          {text.legendNone}
        </li>
      )}
    </ul>
  )
}
