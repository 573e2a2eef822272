/** The columns in which something is entered, in their order. */
export const COLUMNS = ['value', 'provisional', 'source', 'note'] as const
export type Column = (typeof COLUMNS)[number]

/** A cell of the grid: rows and columns counted from 0. */
export interface Cell {
  row: number
  column: number
}

/** A block of cells between the one where the selection began and the one where it is now. */
export interface Range {
  from: Cell
  to: Cell
}

/** The corners of a range: the upper left and the lower right cell. */
export const cornersOf = ({ from, to }: Range): { first: Cell; last: Cell } => ({
  first: { row: Math.min(from.row, to.row), column: Math.min(from.column, to.column) },
  last: { row: Math.max(from.row, to.row), column: Math.max(from.column, to.column) },
})

export function isInside(range: Range | null, { row, column }: Cell): boolean {
  if (range === null) return false
  const { first, last } = cornersOf(range)
  return row >= first.row && row <= last.row && column >= first.column && column <= last.column
}

/** Every cell of a range, row by row. */
export function forEachCell(range: Range, act: (cell: Cell) => void): void {
  const { first, last } = cornersOf(range)
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) act({ row, column })
  }
}

/** Where the caret goes; stays at the edge of the grid. */
export function moved(cell: Cell, by: Cell, rows: number): Cell {
  const within = (at: number, end: number): number => Math.min(Math.max(at, 0), end - 1)
  return { row: within(cell.row + by.row, rows), column: within(cell.column + by.column, COLUMNS.length) }
}
