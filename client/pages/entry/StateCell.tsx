import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Desk } from './desk.ts'
import { isCorrectable, type RowState } from './row-state.ts'
import { nameOf } from './row-words.ts'
import { StateIcon } from './StateIcon.tsx'
import type { RowStatus } from './status.ts'

interface Props {
  desk: Desk
  state: RowState
  status: RowStatus
  onWithdraw: () => void
}

/** What has to be done by the reporter is in the accent; the rest is told. */
const HOT = new Set<RowStatus>(['asked', 'refused', 'barred', 'incomplete', 'conflict', 'unsent', 'returned'])

/** Where the row stands, and the one thing that can be done about it. */
export function StateCell({ desk, state, status, onWithdraw }: Props) {
  const text = textOf(entryText)
  const { entry } = state.row
  const shut =
    status === 'empty' && entry.state !== 'open' && entry.state !== 'locked' ? text.shut[entry.state] : undefined
  const name = nameOf(state.row)
  return (
    <div class="state-line">
      <span class={HOT.has(status) ? 'row-state hot' : 'row-state'}>
        <StateIcon status={status} />
        {shut ?? text.status[status]}
      </span>
      {desk.mayEnter && status === 'submitted' && entry.state === 'open' && (
        <button type="button" class="button small" aria-label={`${text.withdraw} ${name}`} onClick={onWithdraw}>
          {text.withdraw}
        </button>
      )}
      {desk.mayEnter && isCorrectable(state) && (
        <button
          type="button"
          class="button small"
          aria-label={text.correctOf(name)}
          onClick={() => desk.update(state.key, (one) => ({ ...one, isCorrecting: true }))}
        >
          {text.correct}
        </button>
      )}
    </div>
  )
}
