import { CANONICAL_FIGURE } from './words.ts'

/**
 * One column of a CSV table. What a column holds decides how it is written: figures, years, codes of closed lists and
 * booleans as they are, text guarded against being read as a formula. What holds now the one and now the other is
 * guarded where it is no figure.
 */
export type Column<Row> =
  | { name: string; holds: 'text' | 'figure-or-text'; of: (row: Row) => string | null }
  | { name: string; holds: 'value'; of: (row: Row) => string | number | boolean | null }

export const text = <Row>(name: string, of: (row: Row) => string | null): Column<Row> => ({ name, holds: 'text', of })
export const figureOrText = <Row>(name: string, of: (row: Row) => string | null): Column<Row> => ({
  name,
  holds: 'figure-or-text',
  of,
})
export const value = <Row>(name: string, of: (row: Row) => string | number | boolean | null): Column<Row> => ({
  name,
  holds: 'value',
  of,
})

/** Spreadsheets read a text that begins with one of these as a formula, or drop it. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠']/

export const BYTE_ORDER_MARK = '\uFEFF'

/** The text with one single quote put before it where a spreadsheet might take it for a formula; a reader removes exactly one. */
export function guarded(content: string): string {
  return FORMULA_START.test(content) ? `'${content}` : content
}

function quoted(content: string): string {
  return /[",\r\n]/.test(content) ? `"${content.replaceAll('"', '""')}"` : content
}

function cell<Row>(column: Column<Row>, row: Row): string {
  const content = column.of(row)
  if (content === null) return ''
  const written = String(content)
  const isPlain = column.holds === 'value' || (column.holds === 'figure-or-text' && CANONICAL_FIGURE.test(written))
  return quoted(isPlain ? written : guarded(written))
}

/**
 * A table as RFC 4180 text: a header and one line per row, each ended by CRLF.
 *
 * @param mark whether the text begins with the byte order mark by which Excel in Chinese Windows knows UTF-8
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>, mark = true): string {
  let csv = (mark ? BYTE_ORDER_MARK : '') + csvHead(columns)
  for (const row of rows) csv += csvLine(columns, row)
  return csv
}

/** The first line of such a table. */
export const csvHead = <Row>(columns: readonly Column<Row>[]): string =>
  `${columns.map((column) => quoted(column.name)).join(',')}\r\n`

/** The line of one row. */
export const csvLine = <Row>(columns: readonly Column<Row>[], row: Row): string =>
  `${columns.map((column) => cell(column, row)).join(',')}\r\n`
