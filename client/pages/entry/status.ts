import type { Finding } from '../../../server/domain/checks/finding.ts'
import { isBlank, isEmpty, readContent } from './content.ts'
import { isEditable, type RowState, shownContent } from './row-state.ts'

/** Where a row stands, for the reporter. */
export const ROW_STATUSES = [
  'approved',
  'submitted',
  'draft',
  'asked',
  /** It cannot be saved as it stands. */
  'refused',
  /** It is saved, and cannot be submitted as it stands. */
  'barred',
  /** Something is still to be filled in before it can be saved. */
  'incomplete',
  'conflict',
  'saving',
  'unsent',
  'returned',
  'empty',
] as const
export type RowStatus = (typeof ROW_STATUSES)[number]

/** What is wrong with the row's text itself; it cannot be saved as it stands. */
export type Fault = 'no-figure' | 'choose-reason' | 'correction-reason' | 'no-value' | null

export function faultOf(state: RowState): Fault {
  if (state.unsent === null && !state.isCorrecting) return null
  const content = shownContent(state)
  const read = readContent(content, state.row.indicator)
  if (read.is === 'refused') return 'no-figure'
  if (read.is === 'missing' && read.suggestion === null) return 'choose-reason'
  if (isBlank(content) && !isEmpty(content) && state.row.pending === null) return 'no-value'
  const { correction } = content
  if (correction !== null && (correction.code === null || correction.reason.trim() === '')) return 'correction-reason'
  return null
}

/** Findings that need a note are answered by any. */
const isOpen = ({ severity }: Finding, note: string): boolean => severity !== 'asked' || note.trim() === ''

/** Where the row stands: what has to be done first comes first. */
export function statusOf(state: RowState, findings: readonly Finding[]): RowStatus {
  const { row, unsent, conflict, refused, isSending } = state
  if (conflict !== null) return 'conflict'
  if (unsent === null && !state.isCorrecting) {
    if (row.pending === null) return row.approved === null ? 'empty' : 'approved'
    if (row.pending.state === 'submitted') return 'submitted'
    if (row.pending.state === 'returned') return 'returned'
  }
  const fault = faultOf(state)
  if (fault === 'no-value' || fault === 'correction-reason') return 'incomplete'
  const { note } = shownContent(state)
  const open = findings.filter((finding) => isOpen(finding, note))
  const isMalformed = open.some(({ severity }) => severity === 'malformed')
  if (fault !== null || isMalformed || (refused.length > 0 && unsent !== null)) return 'refused'
  if (isSending) return 'saving'
  if (unsent !== null) return 'unsent'
  if (refused.length > 0 || open.some(({ severity }) => severity === 'refused')) return 'barred'
  return open.length > 0 ? 'asked' : 'draft'
}

/** What counts as what in the line of counts. */
export const TALLIES = ['approved', 'submitted', 'draft', 'todo', 'returned', 'empty'] as const
export type Tally = (typeof TALLIES)[number]

export function tallyOf(state: RowState, findings: readonly Finding[]): Tally {
  const status = statusOf(state, findings)
  switch (status) {
    case 'approved':
    case 'submitted':
    case 'draft':
    case 'returned':
    case 'empty':
      return status
    case 'asked':
    case 'refused':
    case 'barred':
    case 'conflict':
      return 'todo'
    case 'incomplete':
      return isEmptyNow(state) ? 'empty' : 'todo'
    default:
      if (isEmptyNow(state)) return 'empty'
      // On its way to the server, a row counts as what it will be there.
      return findings.some((finding) => isOpen(finding, shownContent(state).note)) ? 'todo' : 'draft'
  }
}

const isEmptyNow = (state: RowState): boolean => isBlank(shownContent(state)) && isEditable(state)
