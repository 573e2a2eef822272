import { toBlock } from '../../../server/domain/clipboard.ts'
import { language } from '../../i18n/language.ts'
import { cellText } from './cell-text.ts'
import { type Cell, COLUMNS, cornersOf } from './columns.ts'
import { cellOf, kindOf, selectAll } from './grid-cells.ts'
import type { GridPlace } from './grid-place.ts'
import { shownContent } from './row-state.ts'

/** Copies what is chosen as a spreadsheet reads it; undefined where the browser copies a part of a text. */
export function copyCells(place: GridPlace, event: ClipboardEvent): Cell | undefined {
  const found = cellOf(event.target)
  if (found === undefined || place.mode !== 'browse') return undefined
  const { first, last } = cornersOf(place.chosen(found.cell))
  const columns = COLUMNS.slice(first.column, last.column + 1)
  const lines = place.rows
    .slice(first.row, last.row + 1)
    .map((state) =>
      columns.map((column) => cellText(shownContent(state), column, state.row.indicator.kind, language.peek())),
    )
  const isOne = lines.length === 1 && columns.length === 1
  event.clipboardData?.setData('text/plain', isOne ? (lines[0]?.[0] ?? '') : toBlock(lines))
  event.preventDefault()
  place.tell(place.options.say.copied(lines.length, columns.length))
  return found.cell
}

/** Lays a block into the grid; a text that is pasted into a cell being edited is the browser's, unless it is a block. */
export function pasteCells(place: GridPlace, event: ClipboardEvent): void {
  const found = cellOf(event.target)
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (found === undefined || text === '') return
  const isBlock = /\t|[\r\n]+[^\r\n]/.test(text)
  const isPlain = kindOf(found.control) === 'text' && !text.includes('\t')
  if (place.mode !== 'browse' && (!isBlock || isPlain)) return
  event.preventDefault()
  const state = place.stateAt(found.cell)
  if (state !== undefined) place.desk.giveUp(state.key)
  place.mode = 'browse'
  place.options.onPasted(text, cornersOf(place.chosen(found.cell)).first)
  queueMicrotask(() => selectAll(found.control))
}
