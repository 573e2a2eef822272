import { language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Desk } from './desk.ts'
import { figureText } from './cell-text.ts'
import { nameOf } from './row-words.ts'

/** What this browser kept and what belongs to no row: shown whole, until someone puts it away. */
export function Leftovers({ desk }: { desk: Desk }) {
  const text = textOf(entryText)
  const leftovers = desk.outbox.leftovers.value
  if (leftovers.length === 0) return null
  const named = (id: string): string => {
    const code = id.split('/')[0]
    const state = desk.rows.all().find(({ row }) => row.indicator.code === code)
    return state === undefined ? (code ?? id) : nameOf(state.row)
  }
  return (
    <div class="notice leftovers">
      <p>{text.leftovers}</p>
      <ul>
        {leftovers.map(([id, { content }]) => (
          <li key={id}>
            {[named(id), figureText(content, 'level', language.value), content.source, content.note]
              .filter(Boolean)
              .join(' · ')}{' '}
            <button
              type="button"
              class="button small"
              onClick={() => {
                desk.outbox.leftovers.value = leftovers.filter(([other]) => other !== id)
              }}
            >
              {text.putAway}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
