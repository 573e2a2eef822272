import type { SheetRow } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import { type Content, contentOf, isEmpty, isSame } from './content.ts'

/** What the server has not acknowledged. */
export interface Unsent {
  measure: string
  content: Content
  /** The revision that it replaces. */
  base: number
  /** Counts the changes: what is acknowledged is what was sent, and not what was typed since. */
  serial: number
  /** When it was typed, UTC. */
  at: string
}

/** One row of the desk: what the server has, and what was done since. */
export interface RowState {
  key: string
  row: SheetRow
  unsent: Unsent | null
  isSending: boolean
  /** What was typed where something else was made of it. */
  typed: string | null
  /** What the server says of it, until it is changed: on saving, and on submission. */
  refused: readonly string[]
  /** What someone else saved meanwhile; null inside: took it back. */
  conflict: { theirs: Observation | null } | null
  isCorrecting: boolean
}

export const keyOf = (indicatorCode: string, measure: string): string => `${indicatorCode}/${measure}`

export const toRowState = (row: SheetRow): RowState => ({
  key: keyOf(row.indicator.code, row.measure),
  row,
  unsent: null,
  isSending: false,
  typed: null,
  refused: [],
  conflict: null,
  isCorrecting: false,
})

/** What the server has of this row: the newest that is not decided, else what is in force. */
export const savedContent = ({ row, isCorrecting }: RowState): Content => {
  const saved = contentOf(row.pending ?? row.approved)
  return isCorrecting && row.pending === null ? { ...saved, correction: { code: null, reason: '' } } : saved
}

/** What the row shows. */
export const shownContent = (state: RowState): Content => state.unsent?.content ?? savedContent(state)

/** Whether the row takes figures now, from someone who may enter them at all. */
export function isEditable({ row, isCorrecting, unsent }: RowState): boolean {
  if (row.entry.state !== 'open' || row.pending?.state === 'submitted') return false
  return row.approved === null || row.pending !== null || isCorrecting || unsent !== null
}

/** Whether an approved figure can be corrected in the open round. */
export const isCorrectable = ({ row, isCorrecting }: RowState): boolean =>
  row.entry.state === 'open' && row.approved !== null && row.pending === null && !isCorrecting

/** The source that last year's figure had, for a row that has none yet. */
export function suggestedSource(state: RowState): string {
  if (state.row.pending !== null || state.row.approved !== null) return ''
  return state.row.earlier.toReversed().find(({ source }) => source !== null)?.source ?? ''
}

/** The row with other content, which is unsent unless it is what the server has. */
export function changed(state: RowState, content: Content, at: string): RowState {
  const base = state.unsent?.base ?? state.row.revision
  const serial = (state.unsent?.serial ?? 0) + 1
  const isAsSaved = isSame(content, savedContent(state)) || (state.row.pending === null && isNothing(state, content))
  const mayDrop = isAsSaved && !state.isSending && state.conflict === null
  return {
    ...state,
    refused: [],
    typed: null,
    unsent: mayDrop ? null : { measure: state.row.measure, content, base, serial, at },
  }
}

const isNothing = ({ row }: RowState, content: Content): boolean => row.approved === null && isEmpty(content)

/** The row after the server acknowledged what was sent under `serial`; null: the draft was taken back. */
export function acknowledged(state: RowState, serial: number, saved: Observation | null): RowState {
  const revision = saved?.revision ?? state.row.revision
  const row = { ...state.row, pending: saved, revision }
  const isWhole = state.unsent === null || state.unsent.serial === serial
  const next = { ...state, row, isSending: false, isCorrecting: state.isCorrecting && saved === null }
  if (state.unsent === null || !isWhole) return { ...next, unsent: state.unsent && { ...state.unsent, base: revision } }
  // Of a draft that was taken back, source and note stay at hand.
  const rest = saved === null && row.approved === null && !isEmpty(state.unsent.content)
  return { ...next, unsent: rest ? { ...state.unsent, base: revision } : null }
}

/** The row as the server has it now, with what is unsent kept; beside it, what someone else made of the figure. */
export function refreshed(state: RowState, row: SheetRow): RowState {
  const next = { ...state, row, conflict: null, isSending: false }
  if (state.unsent === null) return { ...next, refused: [] }
  const isAsSaved = isSame(savedContent({ ...next, isCorrecting: false }), state.unsent.content)
  if (isAsSaved) return { ...next, unsent: null }
  return row.revision === state.unsent.base ? next : { ...next, conflict: { theirs: row.pending ?? row.approved } }
}

/** Someone else's figure is taken, and one's own given up. */
export const takeTheirs = (state: RowState): RowState => ({
  ...state,
  unsent: null,
  conflict: null,
  typed: null,
  refused: [],
  isCorrecting: false,
})

/** One's own figure is to replace someone else's, which was seen. */
export const keepMine = (state: RowState): RowState => ({
  ...state,
  conflict: null,
  unsent: state.unsent && { ...state.unsent, base: state.row.revision, serial: state.unsent.serial + 1 },
})
