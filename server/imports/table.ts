/** What a cell, row or sheet holds that its text does not show, and a person should be told of. */
export type RemarkCode =
  | 'formula'
  | 'formula-empty'
  | 'error-cell'
  | 'date-cell'
  | 'rounded-to-15-digits'
  | 'shown-otherwise'
  | 'hidden-row'
  | 'hidden-column'
  | 'hidden-sheet'
  | 'other-sheet'
  | 'encoding'

export type Data = Readonly<Record<string, string | number>>

/** Rows and columns count from 1, as they stand in the file. */
export interface Remark {
  code: RemarkCode
  row?: number
  column?: number
  data?: Data
}

export interface TableRow {
  /** Counted from 1 in the file; in CSV a record with quoted line breaks is one row, as a spreadsheet shows it. */
  row: number
  /** Text as a person sees it, exact; an empty cell is ''. */
  cells: string[]
}

/** Cells that are drawn as one; the ends belong to it. */
export interface Merge {
  fromRow: number
  toRow: number
  fromColumn: number
  toColumn: number
}

export interface Table {
  /** Null for CSV. */
  sheet: string | null
  /** Rows with at least one cell that is not empty, in the order of the file. */
  rows: TableRow[]
  merges: Merge[]
  remarks: Remark[]
}

/** The letter of a column as spreadsheets show it: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
