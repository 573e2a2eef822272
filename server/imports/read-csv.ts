import { CsvError, parse } from 'csv-parse/sync'
import { guarded } from '../domain/csv.ts'
import { decodeText } from './decode-text.ts'
import { findHeader } from './header.ts'
import type { Limits } from './limits.ts'
import { isOldSpreadsheet, isZip } from './read-xlsx.ts'
import { Refused } from './refused.ts'
import type { Table, TableRow } from './table.ts'
import { checkedText } from './xlsx-cell.ts'

const SEPARATORS = [',', '\t', ';'] as const
type Separator = (typeof SEPARATORS)[number]

/** Columns, empty ones too, that the widest spreadsheet has. */
const WIDEST = 16_384

/** Rows in which the header is looked for, so that the separator is known by it. */
const FIRST_ROWS = 20

/**
 * The table of a CSV text. Its separator is the one by which the header is found: a comma, else a tab or a semicolon.
 * Rows are counted as a spreadsheet shows them: one with a quoted line break is one row.
 */
export function readCsv(bytes: Uint8Array, limits: Limits): Table {
  if (isZip(bytes) || isOldSpreadsheet(bytes)) throw new Refused('csv-is-spreadsheet')
  const { text, encoding } = decodeText(bytes)
  const rows: TableRow[] = []
  const fault = readRows(text, separatorOf(text, limits), limits, rows)
  if (fault !== undefined) throw fault
  if (rows.length === 0) throw new Refused('empty-file')
  const remarks: Table['remarks'] = encoding === 'utf-8' ? [] : [{ code: 'encoding', data: { encoding } }]
  return { sheet: null, rows, merges: [], remarks }
}

/** The separator by which a header is found before anything is wrong, else the one that the first rows have most of. */
function separatorOf(text: string, limits: Limits): Separator {
  const byHeader = SEPARATORS.find((separator) => {
    const rows: TableRow[] = []
    readRows(text, separator, limits, rows, FIRST_ROWS)
    return findHeader(rows) !== undefined
  })
  if (byHeader !== undefined) return byHeader
  const beginning = text.split('\n', FIRST_ROWS).join('\n')
  const often = (separator: Separator): number => beginning.split(separator).length
  return SEPARATORS.toSorted((one, other) => often(other) - often(one))[0] ?? ','
}

/** Adds the rows of a text to `rows`, up to the first that cannot be read; answers with what is wrong there. */
function readRows(
  text: string,
  separator: Separator,
  limits: Limits,
  rows: TableRow[],
  to?: number,
): Refused | undefined {
  let row = 0
  let characters = 0
  const take = (cells: string[]): null => {
    row += 1
    const plain = withoutEnd(cells.map(unguarded))
    if (plain.length === 0) return null
    if (row > limits.rows) throw new Refused('too-many-rows', { row, data: { limit: limits.rows } })
    if (plain.length > limits.columns) throw tooManyColumns(row, limits)
    const checked = plain.map((cell, index) => checkedText(cell, { row, column: index + 1 }, limits))
    characters += checked.reduce((sum, cell) => sum + cell.length, 0)
    if (characters > limits.tableCharacters)
      throw new Refused('too-much-text', { row, data: { limit: limits.tableCharacters } })
    rows.push({ row, cells: checked })
    return null
  }
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      cast: (cell, { index }) => {
        if (index === WIDEST) throw tooManyColumns(row + 1, limits)
        return cell
      },
      on_record: take,
      ...(to !== undefined && { to }),
    })
  } catch (error) {
    if (error instanceof Refused) return error
    if (error instanceof CsvError) return quoting(error, row + 1)
    throw error
  }
  return undefined
}

const tooManyColumns = (row: number, { columns }: Limits): Refused =>
  new Refused('too-many-columns', { row, column: columns + 1, data: { limit: columns } })

/** One quote that our own exports put before what a spreadsheet might take for a formula is taken away again. */
function unguarded(cell: string): string {
  const rest = cell.slice(1)
  return cell.startsWith("'") && guarded(rest) === cell ? rest : cell
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1)
}

function quoting(error: CsvError, row: number): Refused {
  const column = typeof error['column'] === 'number' ? error['column'] + 1 : 1
  return new Refused(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-inside', { row, column })
}
