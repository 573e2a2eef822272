import type { DueItem } from '../../../server/contract/due.ts'
import { dueText } from '../../i18n/due.ts'
import { textOf } from '../../i18n/language.ts'
import { roundText } from '../../i18n/round.ts'
import { standOf } from '../../round-days.ts'
import type { DueData } from './due-data.ts'
import { byUrgency } from './due-summary.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'

const COUNTS = ['missing', 'draft', 'returned', 'submitted'] as const
const NUMBERS = [...COUNTS, 'approved'] as const

interface Props {
  data: DueData
  mayExtend: boolean
}

/** A row per region and round, the most urgent first; those of which everything is in on request. */
export function DueTable({ data, mayExtend }: Props) {
  const text = textOf(dueText)
  const items = byUrgency(data.items)
  const done = items.filter(({ when }) => when === 'done')
  return (
    <>
      {done.length < items.length && (
        <Rows items={items.filter(({ when }) => when !== 'done')} data={data} mayExtend={mayExtend} />
      )}
      {done.length > 0 && (
        <details class="due-rest" open={done.length === items.length}>
          <summary>{text.rest(done.length)}</summary>
          <Rows items={done} data={data} mayExtend={false} />
        </details>
      )}
    </>
  )
}

function Rows({ items, data, mayExtend }: Props & { items: readonly DueItem[] }) {
  const { columns, caption } = textOf(dueText)
  return (
    <table class="desk-table counts-table" role="table">
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads columns={['region', 'round', 'when', ...NUMBERS]} titles={columns} numbers={NUMBERS} />
          {mayExtend && (
            <th role="columnheader" scope="col">
              <span class="visually-hidden">{columns.acts}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <DueRow key={`${item.roundId}/${item.regionCode}`} item={item} data={data} mayExtend={mayExtend} />
        ))}
      </tbody>
    </table>
  )
}

function DueRow({ item, data, mayExtend }: { item: DueItem; data: DueData; mayExtend: boolean }) {
  const text = textOf(dueText)
  const words = textOf(roundText)
  const { columns } = text
  const title = words.title(item.year, item.kind)
  return (
    <tr role="row" class={item.when === 'done' ? 'past' : undefined}>
      <th role="rowheader" scope="row">
        {data.regionName(item.regionCode)}
      </th>
      <td role="cell" class="wide" data-label={columns.round}>
        {title}
      </td>
      <td role="cell" class="wide" data-label={columns.when}>
        <span>
          {item.when === 'overdue' ? (
            <strong>{text.whens.overdue}</strong>
          ) : item.when === 'done' ? (
            text.whens.done
          ) : (
            words.stand(standOf(item, data.today))
          )}
          <small>{text.until(item.closesOn)}</small>
        </span>
      </td>
      {COUNTS.map((column) => (
        <td
          key={column}
          role="cell"
          class={item[column].length === 0 ? 'number zero' : 'number'}
          data-label={columns[column]}
        >
          {item[column].length}
        </td>
      ))}
      <td role="cell" class="number" data-label={columns.approved}>
        {text.of(item.approved, item.asked)}
      </td>
      {mayExtend && (
        <td role="cell" class="acts">
          <a
            href={`/admin/rounds?extend=${item.roundId}`}
            aria-label={text.extendOf(`${data.regionName(item.regionCode)} ${title}`)}
          >
            {text.extend}
          </a>
        </td>
      )}
    </tr>
  )
}
