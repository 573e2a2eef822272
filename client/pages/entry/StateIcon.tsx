import type { RowStatus } from './status.ts'

const LOCK = 'M3 6.5h8v6H3zM4.5 6.5V4.3a2.5 2.5 0 0 1 5 0v2.2'
const CLOCK = 'M12.6 7A5.6 5.6 0 1 1 1.4 7a5.6 5.6 0 0 1 11.2 0ZM7 3.6V7l2.4 1.6'
const PEN = 'M2 12h2.4l7-7L9 2.6 2 9.6Z'
const BACK = 'M5.2 2.4 2 5.6l3.2 3.2M2.3 5.6H9a3 3 0 0 1 0 6H6'
const SQUARE = 'M2.5 2.5h9v9h-9z'
const MARK = 'M7 2v6.2M7 10.4v1.8'
const TWO = 'M2 2h7v7H2zM5 9v3h7V5H9'

const PATHS: Readonly<Record<RowStatus, string>> = {
  approved: LOCK,
  submitted: CLOCK,
  draft: PEN,
  asked: MARK,
  refused: MARK,
  barred: MARK,
  incomplete: PEN,
  conflict: TWO,
  saving: PEN,
  unsent: PEN,
  returned: BACK,
  empty: SQUARE,
}

/** A sign beside the word for where a row stands; it says nothing that the word does not. */
export function StateIcon({ status }: { status: RowStatus }) {
  return (
    <svg class="state-icon" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d={PATHS[status]} stroke-dasharray={status === 'empty' ? '2 2' : undefined} />
    </svg>
  )
}
