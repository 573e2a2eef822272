import { toHalfWidth, trimmed } from './typed-figure-text.ts'
import { readTypedFigure } from './typed-figure.ts'

/** A block of cells as text, row by row. Rows may differ in length. */
export type Block = string[][]

const CELL_END = /[\t\r\n]/g

function indexFrom(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.exec(text)?.index ?? text.length
}

/**
 * The end of a quoted cell that begins at `start`: the place after its closing quote. Undefined where the cell is not
 * quoted: no quote opens it, none closes it, or something else stands behind the closing one.
 */
function quotedEnd(text: string, start: number): number | undefined {
  if (text[start] !== '"') return undefined
  let at = text.indexOf('"', start + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  const end = at + 1
  return at !== -1 && (end === text.length || /[\t\r\n]/.test(text[end] ?? '')) ? end : undefined
}

/**
 * The cells that Excel or WPS put on the clipboard as text: tabs part cells, line ends of any kind part rows.
 *
 * A cell with a tab, a line end or a quote may stand in quotes, its own quotes doubled; a quote within an unquoted cell is
 * just a quote. A line end behind the last row begins no further row, and ragged rows stay ragged.
 */
export function readBlock(text: string): Block {
  const rows: Block = []
  let row: string[] = []
  let at = 0
  while (at < text.length || row.length > 0) {
    const closed = quotedEnd(text, at)
    const end = closed ?? indexFrom(CELL_END, text, at)
    row.push(closed === undefined ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"'))
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (text[end] === '\t') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** The block as Excel and WPS take it from the clipboard: `readBlock` gives it back. */
export function toBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}

/** Where the cells of a block come to stand. Rows and columns are counted from 0. */
export interface Placed {
  cells: { row: number; column: number; text: string }[]
  /** Rows and columns of the block that hold something and lie beyond the grid. */
  rowsBeyond: number[]
  columnsBeyond: number[]
}

const isBlank = (text: string): boolean => trimmed(text) === ''

/**
 * Lays a block into a grid, its first cell at `start`. What is beyond the grid is named; blank cells there are not, since
 * nothing is lost with them. A cell that a ragged row lacks is not placed, a blank one is.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  start: { row: number; column: number },
  grid: { rows: number; columns: number },
): Placed {
  const placed: Placed = { cells: [], rowsBeyond: [], columnsBeyond: [] }
  const columns = new Set<number>()
  for (const [down, line] of block.entries()) {
    const row = start.row + down
    if (row >= grid.rows) {
      if (!line.every(isBlank)) placed.rowsBeyond.push(down)
      continue
    }
    for (const [right, text] of line.entries()) {
      const column = start.column + right
      if (column < grid.columns) placed.cells.push({ row, column, text })
      else if (!isBlank(text)) columns.add(right)
    }
  }
  placed.columnsBeyond = [...columns].sort((a, b) => a - b)
  return placed
}

/** What stands at the head of a column of a table of figures, perhaps with a remark in brackets or behind a colon. */
const HEADING =
  /^(?:序号|指标|指标名称|名称|项目|单位|计量单位|数值|数据|数|值|填报数|填报值|本年|当年|上年|来源|数据来源|备注|说明|年份|年度|初步|是否初步|地区|no\.?|indicator|name|unit|value|figure|source|note|notes|remarks|year|provisional|region)\s*(?:[(（:：].*)?$/i
const YEAR = /^(?:19|20|21)[0-9]{2}$/
const OF_YEAR = /^(?:19|20|21)[0-9]{2} *年/

/** Whether a cell may be meant as an answer: a figure, a sign that there is none, built or not, or a number gone wrong. */
function isAnswer(text: string): boolean {
  const read = readTypedFigure(text, { kind: 'level', unitZh: '', unitEn: '' })
  if (read.is === 'refused' && read.code === 'not-a-number') {
    if (/^[^\p{L}]*$|^[0-9+-]/u.test(read.typed)) return true
    return readTypedFigure(text, { kind: 'done', unitZh: '', unitEn: '' }).is === 'figure'
  }
  return read.is !== 'blank'
}

/**
 * Parts the header of a block from its data, so that it can be said that it was not read.
 *
 * The header is all rows from the first to the last that looks like one before any row with an answer. A row looks like a
 * header when it has no answer and at least one column heading (指标, 单位, 2025年 …); a title above it and the second row
 * of merged cells belong to it. A bare number such as 2024 is a year and no answer where `year`, the one that is asked for,
 * or a heading stands in the same row. Without any row left nothing is a header.
 */
export function splitHeader(block: Block, year: number): { headerRows: number; rows: Block } {
  let headerRows = 0
  for (const [index, row] of block.entries()) {
    const cells = row.map((text) => toHalfWidth(trimmed(text)))
    const hasHeading = cells.some((text) => HEADING.test(text) || OF_YEAR.test(text) || text === String(year))
    const isHeader = (text: string) => HEADING.test(text) || OF_YEAR.test(text) || (hasHeading && YEAR.test(text))
    if (cells.some((text) => !isHeader(text) && isAnswer(text))) break
    if (hasHeading) headerRows = index + 1
  }
  return headerRows < block.length ? { headerRows, rows: block.slice(headerRows) } : { headerRows: 0, rows: block }
}
