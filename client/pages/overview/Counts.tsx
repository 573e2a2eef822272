import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Filters } from './filters.ts'
import { type Counts as StatusCounts, sumOf } from './judged.ts'
import { Squares } from './Squares.tsx'

interface Props {
  /** A row for each choice, of those that the filters leave, apart from status. Rows do not come and go with the filters. */
  counts: ReadonlyMap<MilestoneChoice, StatusCounts>
  chosen: Pick<Filters, 'milestone' | 'status'>
  to: (choice: Pick<Filters, 'milestone' | 'status'>) => string
}

// The same whatever is counted; the words follow the language by themselves.
const HEADS = STATUSES.map((status) => (
  <th key={status} scope="col" role="columnheader">
    <StatusWord status={status} />
  </th>
))
const LABELS = new Map(
  STATUSES.map((status) => [
    status,
    <span key={status} class="cell-label">
      <StatusWord status={status} size="small" />
    </span>,
  ]),
)

/** Milestones by statuses; every number is a link to the list behind it, except 0, which has none. */
export function Counts({ counts: byChoice, chosen, to }: Props) {
  const text = textOf(overviewText)
  return (
    <table class="counts" role="table">
      <caption class="visually-hidden">{text.countsCaption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td role="cell" class="hint">
            {text.pickHint}
          </td>
          {HEADS}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {[...byChoice].map(([choice, counts]) => {
          const total = sumOf(counts)
          const isChosen = choice === chosen.milestone
          const name = choice === 'next' ? text.next : text.year(choice)
          return (
            <tr key={choice} role="row" class={isChosen ? 'chosen' : undefined}>
              <th scope="row" role="rowheader">
                <a href={to({ milestone: choice, status: '' })} aria-current={isChosen ? 'true' : undefined}>
                  {name}
                  <small>{choice === 'next' ? text.nextTotal(total) : text.milestoneTotal(total)}</small>
                </a>
              </th>
              {STATUSES.map((status) => {
                const isPicked = isChosen && status === chosen.status
                const cell = (
                  <>
                    <b>{counts[status]}</b>
                    {LABELS.get(status)}
                    <Squares count={counts[status]} total={total} status={status} isLarge={isChosen} />
                  </>
                )
                if (counts[status] === 0 && !isPicked) {
                  return (
                    <td key={status} role="cell" class="zero">
                      <span class="cell">{cell}</span>
                    </td>
                  )
                }
                return (
                  <td key={status} role="cell" class={counts[status] === 0 ? 'zero' : undefined}>
                    <a
                      class={isPicked ? 'cell picked' : 'cell'}
                      href={to({ milestone: choice, status: isPicked ? '' : status })}
                      aria-current={isPicked ? 'true' : undefined}
                    >
                      {cell}
                    </a>
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
