import { textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { NOTHING, type Selection } from './selection.ts'

interface Props {
  /** The rows that can be chosen. */
  ids: readonly number[]
  selection: Selection
  onSelect: (selection: Selection) => void
}

/** All rows that the reader may decide on, at once; how the keys work, and the way past the rows. */
export function SelectAll({ ids, selection, onSelect }: Props) {
  const text = textOf(reviewText)
  const count = ids.filter((id) => selection.has(id)).length
  return (
    <div class="select-all">
      <label>
        <input
          type="checkbox"
          checked={count === ids.length}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < ids.length
          }}
          onClick={(event) => onSelect(event.currentTarget.checked ? new Set(ids) : NOTHING)}
        />
        {text.selectAll(ids.length)}
      </label>
      <a class="to-decision" href="#decision">
        {text.skipToDecision}
      </a>
      <span class="keys aside">{text.keys}</span>
    </div>
  )
}
