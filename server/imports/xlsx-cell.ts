import type { Limits } from './limits.ts'
import { numberFormat } from './number-format.ts'
import { dayText, numberText } from './number-text.ts'
import { Refused } from './refused.ts'
import type { Remark } from './table.ts'
import { unescaped, type Workbook } from './xlsx-workbook.ts'

/** A cell as its sheet stores it. */
export interface StoredCell {
  row: number
  column: number
  type: string
  style: number
  value: string
  inline: string
  hasFormula: boolean
}

export interface CellText {
  text: string
  remarks: Remark[]
}

const GENERAL = numberFormat('')

/** What a person sees in a cell, and what must be said of it. */
export function cellText(cell: StoredCell, workbook: Workbook, limits: Limits): CellText {
  const remarks: Remark[] = []
  const remark = (found: Omit<Remark, 'row' | 'column'>): void => {
    remarks.push({ ...found, row: cell.row, column: cell.column })
  }
  const text = shownText(cell, workbook, remark)
  if (cell.hasFormula && text !== '') remark({ code: 'formula' })
  if (cell.hasFormula && text === '' && cell.type !== 'str') remark({ code: 'formula-empty' })
  return { text: checkedText(text.replaceAll(/\r\n?/g, '\n'), cell, limits), remarks }
}

function shownText(cell: StoredCell, workbook: Workbook, remark: (found: Omit<Remark, 'row'>) => void): string {
  const { type } = cell
  if (type === 'inlineStr') return unescaped(cell.inline)
  if (type === 'str') return unescaped(cell.value)
  const value = cell.value.trim()
  if (value === '') return ''
  if (type === 's') return sharedString(cell, workbook)
  if (type === 'b' && /^[01]$/.test(value)) return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e' && value.startsWith('#')) {
    remark({ code: 'error-cell', data: { text: value } })
    return value
  }
  if (type === 'd') {
    remark({ code: 'date-cell' })
    return value
  }
  if (type !== 'n') throw damaged(cell)
  const format = workbook.formats[cell.style] ?? GENERAL
  const day = format.isDate ? dayText(value, workbook.from1904) : undefined
  if (day !== undefined) {
    remark({ code: 'date-cell' })
    return day
  }
  const number = numberText(value, format)
  if (number === undefined) throw damaged(cell)
  if (number.remark !== undefined) remark(number.remark)
  return number.text
}

function sharedString(cell: StoredCell, workbook: Workbook): string {
  const text = /^\s*[0-9]+\s*$/.test(cell.value) ? workbook.strings[Number(cell.value)] : undefined
  if (text === undefined) throw damaged(cell)
  return text
}

const damaged = ({ row, column }: StoredCell): Refused => new Refused('damaged-cell', { row, column })

/** A text that can be kept, as it is: of bearable length, without characters that no one can see or store. */
export function checkedText(text: string, place: { row: number; column: number }, limits: Limits): string {
  const { row, column } = place
  if (text.length > limits.cellCharacters)
    throw new Refused('cell-too-long', { row, column, data: { limit: limits.cellCharacters } })
  // oxlint-disable-next-line no-control-regex -- these are what must not get in
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/.test(text) || !text.isWellFormed())
    throw new Refused('control-character', { row, column })
  return text
}
