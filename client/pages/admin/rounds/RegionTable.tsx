import type { DueItem } from '../../../../server/contract/due.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { textOf } from '../../../i18n/language.ts'
import { leftOf } from './round-progress.ts'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'

interface Props {
  items: readonly DueItem[]
  title: string
  regionName: (code: string) => string
}

const countsOf = ({ asked, missing, draft, returned, submitted, approved }: DueItem) => ({
  asked,
  missing: missing.length,
  draft: draft.length,
  returned: returned.length,
  submitted: submitted.length,
  approved,
})

/** How far each region is; those that owe most come first. */
export function RegionTable({ items, title, regionName }: Props) {
  const text = textOf(roundsText)
  if (items.length === 0) return null
  const columns = ['asked', 'missing', 'draft', 'returned', 'submitted', 'approved'] as const
  return (
    <table class="desk-table counts-table" role="table">
      <caption class="visually-hidden">{text.caption(title)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads columns={['region', ...columns]} titles={text.columns} numbers={columns} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items
          .toSorted((a, b) => leftOf(b) - leftOf(a) || (a.regionCode < b.regionCode ? -1 : 1))
          .map((item) => (
            <tr key={item.regionCode} role="row">
              <th role="rowheader" scope="row">
                {regionName(item.regionCode)}
              </th>
              {columns.map((column) => {
                const count = countsOf(item)[column]
                return (
                  <td
                    key={column}
                    role="cell"
                    class={count === 0 ? 'number zero' : 'number'}
                    data-label={text.columns[column]}
                  >
                    {count}
                  </td>
                )
              })}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
