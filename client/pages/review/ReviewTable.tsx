import type { ReviewItem } from '../../../server/contract/review.ts'
import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import type { Overtaken } from './decide.ts'
import { checkboxId, ReviewRow } from './ReviewRow.tsx'
import { neighbour, rangeToggled, type Selection } from './selection.ts'
import type { ReviewData } from './use-reviews.ts'

interface Props {
  items: readonly ReviewItem[]
  /** The ids that can be chosen, in the order of the rows. */
  ids: readonly number[]
  data: ReviewData
  nowYear: number
  overtaken: readonly Overtaken[]
  selection: Selection
  /** The row that was chosen last: where a range begins. */
  anchor: { current: number | undefined }
  onSelect: (selection: Selection) => void
  /** From a row to the decision bar. */
  onDecide: () => void
  nameOf: (username: string | null) => string
}

/** Puts the focus on the row's checkbox. */
export const focusRow = (id: number | undefined): void => {
  if (id !== undefined) document.getElementById(checkboxId(id))?.focus()
}

export function ReviewTable(props: Props) {
  const { items, ids, data, nowYear, overtaken, selection, anchor, onSelect, onDecide, nameOf } = props
  const { columns } = textOf(reviewText)
  return (
    <table role="table" class="review-table" aria-labelledby="waiting">
      <thead>
        <tr>
          <th scope="col" class="c-choose">
            <span class="visually-hidden">{columns.choose}</span>
          </th>
          <th scope="col" class="c-name">
            {columns.name}
          </th>
          <th scope="col" class="c-spark">
            {columns.chart}
          </th>
          <th scope="col" class="c-value">
            {columns.value}
          </th>
          <th scope="col" class="c-status">
            {columns.status}
          </th>
          <th scope="col">{columns.checks}</th>
          <th scope="col" class="c-reporter">
            {columns.reporter}
          </th>
        </tr>
      </thead>
      {items.map((item) => {
        const { id } = item.observation
        return (
          <ReviewRow
            key={id}
            item={item}
            data={data}
            nowYear={nowYear}
            overtaken={overtaken.find((one) => one.item.observation.id === id)}
            isChosen={selection.has(id)}
            nameOf={nameOf}
            onChoose={(isChosen, isRange) => {
              onSelect(rangeToggled(selection, ids, isRange ? anchor.current : undefined, id, isChosen))
              anchor.current = id
            }}
            onMove={(step) => {
              if (step === 'decide') {
                anchor.current = id
                onDecide()
              } else focusRow(neighbour(ids, id, step))
            }}
          />
        )
      })}
    </table>
  )
}
