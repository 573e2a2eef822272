import { placeBlock, readBlock, splitHeader } from '../../../server/domain/clipboard.ts'
import { readTypedFigure, type ReadFigure } from '../../../server/domain/typed-figure.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { withCell } from './cell-text.ts'
import { type Cell, COLUMNS } from './columns.ts'
import { type Content, settled } from './content.ts'
import { type RowState, shownContent } from './row-state.ts'

/** What became of a pasted block: what was taken, and everything that was not. */
export interface Pasted {
  changes: { key: string; content: Content; typed?: string }[]
  /** How many cells were taken. */
  taken: number
  /** Rows of the block that look like its header, counted from its first. */
  headerRows: number
  /** What was made of texts that are not plain figures. */
  conversions: { indicator: Indicator; figure: ReadFigure }[]
  /** Figures that are no clear figures; they stand in their cells as they were pasted. */
  unclear: number
  /** Texts for rows that cannot be changed, with the row's indicator. */
  locked: { indicator: Indicator; text: string }[]
  /** Texts that are no answer for their cell. */
  unfit: { indicator: Indicator; text: string }[]
  /** Rows of the block below the last row of the grid, each with its texts. */
  below: string[]
  /** Texts right of the last column. */
  beside: string[]
  /** Empty cells; they change nothing. */
  blank: number
}

/** Reads what is on the clipboard and lays it into the grid from the cell `start` on; nothing is dropped in silence. `takes` tells which rows can be changed. */
export function pasteBlock(
  text: string,
  start: Cell,
  rows: readonly RowState[],
  year: number,
  takes: (state: RowState) => boolean,
): Pasted {
  const { headerRows, rows: block } = splitHeader(readBlock(text), year)
  const placed = placeBlock(block, start, { rows: rows.length, columns: COLUMNS.length })
  const pasted: Pasted = {
    changes: [],
    taken: 0,
    headerRows,
    conversions: [],
    unclear: 0,
    locked: [],
    unfit: [],
    below: placed.rowsBeyond.map((row) => (block[row] ?? []).filter((cell) => cell.trim() !== '').join('　')),
    beside: block.flatMap((row) => placed.columnsBeyond.flatMap((column) => row[column]?.trim() || [])),
    blank: 0,
  }
  const contents = new Map<RowState, Content>()
  for (const cell of placed.cells) {
    const state = rows[cell.row]
    const column = COLUMNS[cell.column]
    if (state === undefined || column === undefined) continue
    const { indicator } = state.row
    const pastedText = cell.text.trim()
    if (pastedText === '') pasted.blank++
    else if (!takes(state)) pasted.locked.push({ indicator, text: pastedText })
    else {
      const content = withCell(contents.get(state) ?? shownContent(state), column, pastedText)
      if (content === undefined) pasted.unfit.push({ indicator, text: pastedText })
      else {
        contents.set(state, content)
        pasted.taken++
      }
    }
  }
  for (const [state, content] of contents) tell(pasted, state, content)
  return pasted
}

function tell(pasted: Pasted, state: RowState, content: Content): void {
  const { indicator } = state.row
  const isOther = content.text !== shownContent(state).text
  const read = isOther ? readTypedFigure(content.text, indicator) : undefined
  if (read?.is === 'figure' && read.conversions.length > 0) pasted.conversions.push({ indicator, figure: read })
  if (read?.is === 'refused' || (read?.is === 'missing' && read.suggestion === null)) pasted.unclear++
  pasted.changes.push({
    key: state.key,
    content: settled(content, indicator),
    ...(read?.is === 'figure' && { typed: content.text }),
  })
}
