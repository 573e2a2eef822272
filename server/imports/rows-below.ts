import type { Columns } from './columns.ts'
import type { ColumnKey, HeaderColumn } from './header.ts'
import type { Merge, Remark, Table } from './table.ts'

/** A row below the header, asked by what its columns say. */
export interface RowBelow {
  row: number
  /** Without white space around it; '' where there is no such column. */
  text: (key: ColumnKey) => string
  /** As it stands in the file, to the last sign; null where there is no such column, or nothing but white space. */
  written: (key: ColumnKey) => string | null
  /** What is to be told of the cell that holds the figure, or of its row or column. */
  remarks: readonly Remark[]
  /** A column that an import takes and whose cell is drawn as one with that of another row or column. */
  merged: HeaderColumn | undefined
}

const MERGED_MATTERS: readonly ColumnKey[] = [
  'code',
  'name',
  'measure',
  'value',
  'provisional',
  'source',
  'note',
  'missingReason',
]

/** The rows of a table below its header, in their order. */
export function rowsBelow(table: Table, columns: Columns): RowBelow[] {
  const { headerRow, value } = columns
  const used = MERGED_MATTERS.flatMap((key) => columns.of(key) ?? [])
  const merges = table.merges.flatMap((merge) => mattering(merge, used) ?? [])
  const ofFigures = table.remarks.filter(({ column }) => column === undefined || column === value.column)
  const byRow = Map.groupBy(ofFigures, ({ row }) => row)
  const ofColumn = (byRow.get(undefined) ?? []).filter(({ column }) => column !== undefined)
  return table.rows
    .filter(({ row }) => row > headerRow)
    .map(({ row, cells }) => {
      const cell = (key: ColumnKey): string => cells[(columns.of(key)?.column ?? 0) - 1] ?? ''
      return {
        row,
        text: (key) => cell(key).trim(),
        written: (key) => (cell(key).trim() === '' ? null : cell(key)),
        remarks: [...(byRow.get(row) ?? []), ...ofColumn],
        merged: merges.find(({ fromRow, toRow }) => fromRow <= row && row <= toRow)?.column,
      }
    })
}

/** A merge over rows, or over several columns that an import takes, with the first of them. */
function mattering(merge: Merge, used: readonly HeaderColumn[]) {
  const inside = used.filter(({ column }) => merge.fromColumn <= column && column <= merge.toColumn)
  const [column] = inside
  if (column === undefined || (inside.length === 1 && merge.fromRow === merge.toRow)) return undefined
  return { fromRow: merge.fromRow, toRow: merge.toRow, column }
}
