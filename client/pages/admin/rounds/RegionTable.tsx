import type { DueCount } from '../../../../server/contract/due.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'

interface Props {
  /** Those that owe most come first. */
  items: readonly DueCount[]
  title: string
}

/** How far each region is. */
export function RegionTable({ items, title }: Props) {
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
        {items.map((item) => (
          <tr key={item.region.code} role="row">
            <th role="rowheader" scope="row">
              {either(item.region.nameZh, item.region.nameEn)}
            </th>
            {columns.map((column) => {
              const count = item[column]
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
