import type { Draft } from '../../../server/contract/entry.ts'
import { type FigureName, isBlank, toDraft } from './content.ts'
import { isEditable, type RowState } from './row-state.ts'

/** What goes to the server next, with the serial number that its acknowledgement belongs to. */
export interface Outgoing<Item> {
  key: string
  serial: number
  item: Item
}

export interface Batch {
  drafts: Outgoing<Draft>[]
  /** Drafts to be taken back. */
  discards: Outgoing<FigureName & { ifRevision: number }>[]
}

const MOST = 200

/**
 * What can be sent now: rows that are not being typed in, hold a clear figure or a reason, and were not refused as they
 * are. `isHeld` tells what has to wait: a row being typed in, or a figure that the server would refuse to save.
 */
export function toBatch(
  rows: readonly RowState[],
  sheet: { regionCode: string; year: number },
  isHeld: (state: RowState) => boolean,
): Batch {
  const batch: Batch = { drafts: [], discards: [] }
  for (const state of rows) {
    const { key, row, unsent, conflict, refused } = state
    if (unsent === null || conflict !== null || refused.length > 0 || !isEditable(state) || isHeld(state)) continue
    const name = { ...sheet, indicatorCode: row.indicator.code, measure: unsent.measure }
    if (isBlank(unsent.content)) {
      const isThere = row.pending !== null && row.measure === unsent.measure
      if (isThere) batch.discards.push({ key, serial: unsent.serial, item: { ...name, ifRevision: unsent.base } })
      continue
    }
    const draft = toDraft(unsent.content, name, row.indicator, unsent.base)
    if (draft !== undefined && batch.drafts.length < MOST)
      batch.drafts.push({ key, serial: unsent.serial, item: draft })
  }
  return batch
}

/** Which items of a request a problem names (`items.3.value`), with what it says of each. */
export function namedItems(errors: readonly { path: string; message: string }[]): Map<number, string[]> {
  const named = new Map<number, string[]>()
  for (const { path, message } of errors) {
    const index = /^items\.([0-9]+)(?:\.|$)/.exec(path)?.[1]
    if (index !== undefined) named.set(Number(index), [...(named.get(Number(index)) ?? []), message])
  }
  return named
}
