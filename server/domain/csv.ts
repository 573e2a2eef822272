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

const NEEDS_QUOTES = /[",\r\n]/

function quoted(content: string): string {
  return NEEDS_QUOTES.test(content) ? `"${content.replaceAll('"', '""')}"` : content
}

/** What is written otherwise than it is; most texts are not. */
const NEEDS_CARE = new RegExp(`${NEEDS_QUOTES.source}|${FORMULA_START.source}`)

function cell<Row>({ holds, of }: Column<Row>, row: Row): string | number | boolean {
  const content = of(row)
  if (content === null) return ''
  // Neither has a sign that needs quotes.
  if (typeof content !== 'string' || !NEEDS_CARE.test(content)) return content
  const isPlain = holds === 'value' || (holds === 'figure-or-text' && CANONICAL_FIGURE.test(content))
  return quoted(isPlain ? content : guarded(content))
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

/** The line of one row. A million are written at a time, so it is one loop without a list. */
export function csvLine<Row>(columns: readonly Column<Row>[], row: Row): string {
  let line = ''
  let comma = ''
  for (const column of columns) {
    line += comma + String(cell(column, row))
    comma = ','
  }
  return `${line}\r\n`
}
