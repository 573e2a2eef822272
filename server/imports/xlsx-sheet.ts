import type { Limits } from './limits.ts'
import { Refused } from './refused.ts'
import type { Merge, Remark, Table } from './table.ts'
import { type StoredCell, cellText } from './xlsx-cell.ts'
import type { XlsxParts } from './xlsx-parts.ts'
import { isTrue, joined, type SheetEntry, type Workbook } from './xlsx-workbook.ts'
import type { XmlHandlers } from './xml.ts'

/** A sheet's cells that are not empty, row by row, read while its XML streams by. */
export async function readSheet(
  parts: XlsxParts,
  workbook: Workbook,
  sheet: SheetEntry,
  limits: Limits,
): Promise<Table> {
  const reading = new SheetReading(workbook, sheet.name, limits)
  await parts.read(sheet.part, reading.handlers)
  return reading.table()
}

const MAX_ROW = 1_048_576
const MAX_MERGES = 10_000

class SheetReading {
  readonly #workbook: Workbook
  readonly #limits: Limits
  readonly #table: Table
  readonly #hiddenColumns = new Set<number>()
  readonly #columnsWithText = new Set<number>()
  #row = 0
  #rowHidden = false
  #column = 0
  #cell: StoredCell | undefined
  #characters = 0

  constructor(workbook: Workbook, name: string, limits: Limits) {
    this.#workbook = workbook
    this.#limits = limits
    this.#table = { sheet: name, rows: [], merges: [], remarks: [] }
  }

  readonly handlers: XmlHandlers = {
    open: (name, attribute, path) => {
      const parent = path.at(-1)
      if (path.length === 0 && name !== 'worksheet') throw new Refused('not-xlsx', { data: { missing: 'worksheet' } })
      if (name === 'row' && parent === 'sheetData') this.#openRow(attribute)
      else if (name === 'c' && parent === 'row') this.#openCell(attribute)
      else if (name === 'f' && parent === 'c' && this.#cell !== undefined) this.#cell.hasFormula = true
      else if (name === 'col' && parent === 'cols') this.#hideColumns(attribute)
      else if (name === 'mergeCell' && parent === 'mergeCells') this.#merge(attribute('ref') ?? '')
    },
    text: (text, path) => {
      const cell = this.#cell
      if (cell === undefined) return
      const at = path.at(-1)
      if (at === 'v') cell.value = joined(cell.value, text, this.#limits)
      else if (at === 't' && path.includes('is') && !path.includes('rPh'))
        cell.inline = joined(cell.inline, text, this.#limits)
    },
    close: (name) => {
      if (name === 'c' && this.#cell !== undefined) this.#closeCell(this.#cell)
    },
  }

  table(): Table {
    for (const column of [...this.#columnsWithText].toSorted((one, other) => one - other)) {
      if (this.#hiddenColumns.has(column)) this.#table.remarks.push({ code: 'hidden-column', column })
    }
    return this.#table
  }

  #openRow(attribute: (name: string) => string | undefined): void {
    const row = wholeNumber(attribute('r')) ?? this.#row + 1
    if (row <= this.#row || row > MAX_ROW) throw new Refused('damaged-cell', { row: this.#row + 1 })
    this.#row = row
    this.#column = 0
    this.#rowHidden = isTrue(attribute('hidden'))
  }

  #openCell(attribute: (name: string) => string | undefined): void {
    const reference = attribute('r')
    const place = reference === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(reference)
    if (place === undefined || place.row !== this.#row || place.column <= this.#column)
      throw new Refused('damaged-cell', { row: this.#row, column: this.#column + 1 })
    this.#column = place.column
    const style = wholeNumber(attribute('s')) ?? 0
    this.#cell = { ...place, type: attribute('t') ?? 'n', style, value: '', inline: '', hasFormula: false }
  }

  #closeCell(cell: StoredCell): void {
    this.#cell = undefined
    if (cell.value === '' && cell.inline === '' && !cell.hasFormula) return
    const { text, remarks } = cellText(cell, this.#workbook, this.#limits)
    this.#keep(remarks)
    if (text.trim() === '') return
    const { row, column } = cell
    const { rows, columns, tableCharacters } = this.#limits
    if (row > rows) throw new Refused('too-many-rows', { row, data: { limit: rows } })
    if (column > columns) throw new Refused('too-many-columns', { row, column, data: { limit: columns } })
    this.#characters += text.length
    if (this.#characters > tableCharacters)
      throw new Refused('too-much-text', { row, column, data: { limit: tableCharacters } })
    this.#columnsWithText.add(column)
    this.#put(row, column, text)
  }

  #put(row: number, column: number, text: string): void {
    let last = this.#table.rows.at(-1)
    if (last?.row !== row) {
      last = { row, cells: [] }
      this.#table.rows.push(last)
      if (this.#rowHidden) this.#table.remarks.push({ code: 'hidden-row', row })
    }
    while (last.cells.length < column - 1) last.cells.push('')
    last.cells.push(text)
  }

  #keep(remarks: readonly Remark[]): void {
    for (const remark of remarks) {
      const { row = 0, column = 0 } = remark
      if (row > this.#limits.rows || column > this.#limits.columns) continue
      if (this.#table.remarks.length === this.#limits.remarks)
        throw new Refused('too-many-remarks', { row, column, data: { limit: this.#limits.remarks } })
      this.#table.remarks.push(remark)
    }
  }

  #hideColumns(attribute: (name: string) => string | undefined): void {
    if (!isTrue(attribute('hidden'))) return
    const last = Math.min(wholeNumber(attribute('max')) ?? 0, this.#limits.columns)
    for (let column = wholeNumber(attribute('min')) ?? 1; column <= last; column += 1) this.#hiddenColumns.add(column)
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf)
    if (from === undefined || to === undefined) return
    if (this.#table.merges.length >= MAX_MERGES)
      throw new Refused('damaged-cell', { row: from.row, column: from.column })
    const merge: Merge = { fromRow: from.row, toRow: to.row, fromColumn: from.column, toColumn: to.column }
    this.#table.merges.push(merge)
  }
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined

/** Row and column, from 1, of a reference such as B7. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(reference) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits), column }
}
