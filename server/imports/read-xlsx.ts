import type { Limits } from './limits.ts'
import { Refused } from './refused.ts'
import type { Table } from './table.ts'
import { TEMPLATE_SHEET } from './template-layout.ts'
import { openXlsx } from './xlsx-parts.ts'
import { readSheet } from './xlsx-sheet.ts'
import { readWorkbook, type SheetEntry } from './xlsx-workbook.ts'

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b, 0x03, 0x04]

export const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP)
export const isOldSpreadsheet = (bytes: Uint8Array): boolean => startsWith(bytes, OLE2)

/**
 * The one table of a spreadsheet: the sheet of the template where there is one, else the only visible sheet that holds
 * anything. Hidden sheets are not read.
 */
export async function readXlsx(bytes: Uint8Array, limits: Limits): Promise<Table> {
  if (isOldSpreadsheet(bytes)) throw new Refused(isEncrypted(bytes) ? 'password' : 'old-xls')
  if (!isZip(bytes)) throw new Refused('not-xlsx', { data: { missing: 'PK' } })
  const parts = openXlsx(bytes, limits)
  const workbook = await readWorkbook(parts, limits)
  const visible = workbook.sheets.filter(({ hidden }) => !hidden)
  if (visible.length === 0) throw new Refused('no-visible-sheet')
  const ofTemplate = visible.find(({ name }) => name === TEMPLATE_SHEET)
  const candidates = ofTemplate === undefined ? visible : [ofTemplate]
  const tables: Table[] = []
  for (const sheet of candidates) {
    const table = await readSheet(parts, workbook, sheet, limits)
    if (table.rows.length > 0) tables.push(table)
    if (tables.length > 1) throw new Refused('which-sheet', { data: { sheets: namesOf(visible) } })
  }
  const [table] = tables
  if (table === undefined) throw new Refused('empty-file')
  return { ...table, remarks: [...table.remarks, ...sheetsLeftOut(workbook.sheets, table.sheet)] }
}

const namesOf = (sheets: readonly SheetEntry[]): string => sheets.map(({ name }) => name).join('、')

/** A visible sheet beside the one of the template, and every hidden one, is said not to have been read. */
const sheetsLeftOut = (sheets: readonly SheetEntry[], taken: string | null): Table['remarks'] =>
  sheets
    .filter(({ name, hidden }) => name !== taken && (hidden || taken === TEMPLATE_SHEET))
    .map(({ name, hidden }) => ({ code: hidden ? 'hidden-sheet' : 'other-sheet', data: { sheet: name } }))

/** An encrypted XLSX is an old container with a stream of this name, in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
