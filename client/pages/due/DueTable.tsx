import type { DueCount, DueItem } from '../../../server/contract/due.ts'
import { dueText } from '../../i18n/due.ts'
import { either, textOf } from '../../i18n/language.ts'
import { roundText } from '../../i18n/round.ts'
import { standOf } from '../../round-days.ts'
import type { DueData } from './due-data.ts'
import { byUrgency } from './due-summary.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'

const COUNTS = ['missing', 'draft', 'returned', 'submitted'] as const
const NUMBERS = [...COUNTS, 'approved'] as const

/** A row per round, the most urgent first; those of which everything is in on request. */
export function DueTable({ data }: { data: DueData }) {
  const text = textOf(dueText)
  const items = byUrgency(data.items).map((item) => toCount(item, data.regionName(item.regionCode)))
  const done = items.filter(({ when }) => when === 'done')
  const left = items.filter(({ when }) => when !== 'done')
  return (
    <>
      {left.length > 0 && <DueRows items={left} today={data.today} mayExtend={false} />}
      {done.length > 0 && (
        <details class="due-rest" open={left.length === 0}>
          <summary>{text.rest(done.length)}</summary>
          <DueRows items={done} today={data.today} mayExtend={false} />
        </details>
      )}
    </>
  )
}

const toCount = (item: DueItem, name: string): DueCount => ({
  ...item,
  region: { code: item.regionCode, nameZh: name, nameEn: name },
  missing: item.missing.length,
  draft: item.draft.length,
  returned: item.returned.length,
  submitted: item.submitted.length,
})

interface Props {
  items: readonly DueCount[]
  today: string
  mayExtend: boolean
}

/** A row per region and round. */
export function DueRows({ items, today, mayExtend }: Props) {
  const { columns, caption } = textOf(dueText)
  if (items.length === 0) return null
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
          <DueRow key={`${item.roundId}/${item.region.code}`} item={item} today={today} mayExtend={mayExtend} />
        ))}
      </tbody>
    </table>
  )
}

function DueRow({ item, today, mayExtend }: Omit<Props, 'items'> & { item: DueCount }) {
  const text = textOf(dueText)
  const words = textOf(roundText)
  const { columns } = text
  const title = words.title(item.year, item.kind)
  const name = either(item.region.nameZh, item.region.nameEn)
  return (
    <tr role="row" class={item.when === 'done' ? 'past' : undefined}>
      <th role="rowheader" scope="row">
        {name}
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
            words.stand(standOf(item, today))
          )}
          <small>{text.until(item.closesOn)}</small>
        </span>
      </td>
      {COUNTS.map((column) => (
        <td key={column} role="cell" class={item[column] === 0 ? 'number zero' : 'number'} data-label={columns[column]}>
          {item[column]}
        </td>
      ))}
      <td role="cell" class="number" data-label={columns.approved}>
        {text.of(item.approved, item.asked)}
      </td>
      {mayExtend && (
        <td role="cell" class="acts">
          <a href={`/admin/rounds?extend=${item.roundId}`} aria-label={text.extendOf(`${name} ${title}`)}>
            {text.extend}
          </a>
        </td>
      )}
    </tr>
  )
}
