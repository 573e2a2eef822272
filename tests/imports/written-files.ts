import { guarded } from '../../server/domain/csv.ts'
import type { Chance } from './made-tables.ts'
import { escaped, inlineCell, sheetXml } from './xlsx-maker.ts'

/** How a table is to be written as CSV. */
export interface CsvStyle {
  separator: ',' | '\t' | ';'
  lineEnd: '\r\n' | '\n'
  encoding: 'utf-8' | 'utf-8-mark' | 'gb18030' | 'utf-16le'
}

export const csvStyle = (chance: Chance): CsvStyle => ({
  separator: chance.of([',', ',', '\t', ';']),
  lineEnd: chance.of(['\r\n', '\n']),
  encoding: chance.of(['utf-8', 'utf-8-mark', 'gb18030', 'utf-16le']),
})

export const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The text of a CSV; `raw` is put in the place of a cell, by row and column from 0, as it stands. */
export function csvText(
  cells: readonly (readonly string[])[],
  { separator, lineEnd }: CsvStyle,
  raw: ReadonlyMap<string, string> = new Map(),
): string {
  const cellText = (text: string, row: number, column: number): string => {
    const safe = /^-[0-9.]+$/.test(text) ? text : guarded(text)
    return raw.get(`${row},${column}`) ?? (/[",;\t\r\n]/.test(safe) ? quotedCell(safe) : safe)
  }
  return cells
    .map((row, at) => row.map((text, column) => cellText(text, at, column)).join(separator) + lineEnd)
    .join('')
}

export function encoded(text: string, { encoding }: CsvStyle): Uint8Array {
  if (encoding === 'gb18030') return toGb18030(text)
  if (encoding === 'utf-16le') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  return new TextEncoder().encode(encoding === 'utf-8-mark' ? `\uFEFF${text}` : text)
}

let gb18030: Map<string, number[]> | undefined

/** Made from what the decoder says of every pair of bytes; four bytes for the one sign that needs them here. */
function toGb18030(text: string): Uint8Array {
  gb18030 ??= new Map([
    ...Array.from({ length: 126 * 191 }, (_, index): [string, number[]] => {
      const bytes = [0x81 + Math.floor(index / 191), 0x40 + (index % 191)]
      return [new TextDecoder('gb18030').decode(new Uint8Array(bytes)), bytes]
    }),
    ['🌱', [0x94, 0x39, 0xb4, 0x37]],
  ])
  return new Uint8Array(
    Array.from(text).flatMap((character) =>
      character < '\x80' ? [character.charCodeAt(0)] : (gb18030?.get(character) ?? [0xff]),
    ),
  )
}

/** The XML of a sheet; `raw` is put in the place of a cell, by row and column from 0, as it stands. */
export function sheetOf(
  cells: readonly (readonly string[])[],
  chance: Chance,
  raw: ReadonlyMap<string, string> = new Map(),
): string {
  const cellXml = (text: string, row: number, column: number): string => {
    const reference = `${columnName(column)}${row + 1}`
    const given = raw.get(`${row},${column}`)
    if (given !== undefined) return given.replaceAll('REF', reference)
    if (text === '') return ''
    if (/^-?[1-9][0-9]*(\.[0-9]*[1-9])?$/.test(text) && chance.once(2)) return `<c r="${reference}"><v>${text}</v></c>`
    return chance.once(3) ? `<c r="${reference}" t="str"><v>${escaped(text)}</v></c>` : inlineCell(reference, text)
  }
  const rows = cells.map((row, at) => {
    const last = Math.max(row.length, ...[...raw.keys()].flatMap((key) => lastColumn(key, at)))
    const xml = Array.from({ length: last }, (_, column) => cellXml(row[column] ?? '', at, column)).join('')
    return xml === '' ? '' : `<row r="${at + 1}">${xml}</row>`
  })
  return sheetXml(rows.join(''))
}

function lastColumn(key: string, row: number): number[] {
  const [at, column] = key.split(',').map(Number)
  return at === row && column !== undefined ? [column + 1] : []
}

export const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
