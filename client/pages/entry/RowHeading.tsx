import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { RowState } from './row-state.ts'
import { askedOf, nameOf } from './row-words.ts'

interface Props {
  state: RowState
  index: number
  isOpen: boolean
  onToggle: () => void
}

/** The indicator, what is asked, and the way to its definition. The arrows lead here; Tab stays with the cells. */
export function RowHeading({ state, index, isOpen, onToggle }: Props) {
  const text = textOf(entryText)
  const { row } = state
  const name = nameOf(row)
  const target = row.targetIds[0]
  return (
    <th role="rowheader" scope="row" class="indicator">
      <span id={`row-${index}`} class="indicator-name">
        {target === undefined ? (
          name
        ) : (
          <a class="plain" href={`/targets/${target}`} tabIndex={-1} data-heading={index}>
            {name}
          </a>
        )}
      </span>
      <small>{askedOf(row)}</small>
      <button
        type="button"
        class="button small"
        tabIndex={-1}
        data-heading={index}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `details-${index}` : undefined}
        aria-label={text.detailsOf(name)}
        onClick={onToggle}
      >
        {text.details}
      </button>
    </th>
  )
}
