import type { FileKind } from '../../server/imports/read-bytes.ts'
import { type Chance, type EntryText, type MadeColumn, type MadeTable, makeTable } from './made-tables.ts'
import { spoilBytes } from './spoilt-bytes.ts'
import { type CsvStyle, csvStyle, csvText, encoded, sheetOf } from './written-files.ts'
import { inlineCell, makeXlsx } from './xlsx-maker.ts'

/** A file with one thing wrong in it, and what is right in it. */
export interface MalformedFile {
  what: string
  kind: FileKind
  bytes: Uint8Array
  /** It is wrong in its name alone: the API asks for no name, and takes it for what it is. */
  isByName?: boolean
  /** Where it is wrong, from 1; without a row where it is wrong as a whole. */
  place: { row?: number; column?: number }
  /** The figures in it that may be taken, by row. */
  entries: ReadonlyMap<number, EntryText>
}

/** The same table without anything wrong in it, so that what is refused is refused for what is wrong. */
export function soundFile(chance: Chance): MalformedFile {
  const table = makeTable(chance)
  return { what: 'nothing', place: {}, entries: table.entries, ...written(table, chance) }
}

/** A file that is wrong in one way, picked with the seed. */
export function malformedFile(chance: Chance): MalformedFile {
  const table = makeTable(chance)
  return chance.of([wrongCell, wrongCell, wrongHeader, rawCell, rawCell, spoilt])(table, chance)
}

interface Written {
  kind: FileKind
  bytes: Uint8Array
}

function written(table: MadeTable, chance: Chance): Written {
  if (chance.once(2)) {
    const style = csvStyle(chance)
    return { kind: 'csv', bytes: encoded(csvText(table.cells, style), style) }
  }
  return { kind: 'xlsx', bytes: asXlsx(sheetOf(table.cells, chance)) }
}

const asXlsx = (xml: string): Uint8Array => makeXlsx({ sheets: [{ name: '表', xml }] })

const NO_FIGURES = [
  '约1000',
  '1000余',
  '5—8',
  '#REF!',
  '1.2.3',
  '一百',
  'abc',
  '1,00,0',
  '12个月',
  '1e5',
  '（3）',
  '+',
  '5..',
]

/** What can be written into a column and is wrong there, whatever else the row says. */
const WRONG: Readonly<Record<Exclude<MadeColumn, 'note'>, readonly string[]>> = {
  code: ['unknown', '../x', '重点实验室数量', '63', '=1+1'],
  name: ['别的指标', 'indicator', '<b>', '？？'],
  value: NO_FIGURES,
  unit: ['万吨标准煤', '美元', '?'],
  provisional: ['大概', '2', '是是'],
  source: ['字'.repeat(501)],
  reason: ['忘了', 'null', '0'],
}

/** A text that is wrong in its column; its row is no figure then. */
function wrongCell(table: MadeTable, chance: Chance): MalformedFile {
  const [row] = chance.of([...table.entries])
  const column = chance.of(Object.keys(WRONG).filter(isWrongColumn))
  const at = table.columnAt.get(column) ?? 0
  const text = chance.of(WRONG[column])
  put(table, row, at, text)
  table.entries.delete(row)
  return {
    what: `${column} is ${text}`,
    place: { row, column: at + 1 },
    entries: table.entries,
    ...written(table, chance),
  }
}

const isWrongColumn = (name: string): name is keyof typeof WRONG => name in WRONG

function put(table: MadeTable, row: number, column: number, text: string): void {
  const cells = table.cells[row - 1]
  if (cells === undefined) throw new Error(`No row ${row}`)
  cells[column] = text
}

/** A header in which something is missing, twice, or of another year: nothing can be taken then. */
function wrongHeader(table: MadeTable, chance: Chance): MalformedFile {
  const row = table.headerAt + 1
  const at = (column: MadeColumn): number => table.columnAt.get(column) ?? 0
  const [what, column, text] = chance.of<[string, number, string]>([
    ['figures of another year', at('value'), '2023 年数值'],
    ['a column twice', at('unit'), '数据来源'],
    ['two columns of figures', at('unit'), '2025年数值'],
    ['no figures', at('value'), '别的'],
    ['two codes', at('unit'), 'indicator_code'],
  ])
  put(table, row, column, text)
  return { what, place: { row }, entries: new Map(), ...written(table, chance) }
}

/** A cell that cannot be read, though all around it can. */
function rawCell(table: MadeTable, chance: Chance): MalformedFile {
  const row = table.headerAt + 1 + chance.below(table.cells.length - table.headerAt)
  const at = chance.below(8)
  const place = { row, column: at + 1 }
  const entries = new Map<number, EntryText>()
  if (chance.once(2)) {
    const [what, raw] = chance.of(RAW_CSV)
    const style: CsvStyle = { ...csvStyle(chance), encoding: chance.of(['utf-8', 'utf-8-mark', 'utf-16le']) }
    const text = csvText(withRow(table, row), style, new Map([[`${row - 1},${at}`, raw]]))
    return { what, kind: 'csv', bytes: encoded(text, style), place, entries }
  }
  const [what, raw] = chance.of(RAW_XLSX)
  const xml = sheetOf(withRow(table, row), chance, new Map([[`${row - 1},${at}`, raw]]))
  return { what, kind: 'xlsx', bytes: asXlsx(xml), place: raw.includes('REF') ? place : { row }, entries }
}

/** The row as it is, and with empty cells where it has none. */
function withRow({ cells }: MadeTable, row: number): string[][] {
  return cells.map((texts, index) =>
    index === row - 1 ? Array.from({ length: 8 }, (_, at) => texts[at] ?? '') : texts,
  )
}

const RAW_CSV: readonly (readonly [string, string])[] = [
  ['a quote that is never closed', '"abc'],
  ['a quote inside', 'a"b"c'],
  ['text after a quote', '"a"b'],
  ['a NUL', 'a\0b'],
  ['an escape character', '\x1b[2J'],
  ['a sign for what was lost', '\uFFFD'],
  ['too long a cell', 'x'.repeat(2001)],
]

const RAW_XLSX: readonly (readonly [string, string])[] = [
  ['a number that is none', '<c r="REF"><v>1,5</v></c>'],
  ['a number without end', '<c r="REF"><v>1e999</v></c>'],
  ['a string that is not there', '<c r="REF" t="s"><v>99</v></c>'],
  ['a string without a number', '<c r="REF" t="s"><v>x</v></c>'],
  ['a kind of cell that does not exist', '<c r="REF" t="q"><v>1</v></c>'],
  ['neither true nor false', '<c r="REF" t="b"><v>2</v></c>'],
  ['a cell of no place', '<c r="A0"><v>1</v></c>'],
  ['a cell of another row', '<c r="B9999"><v>1</v></c>'],
  ['a NUL', inlineCell('REF', 'a_x0000_')],
  ['half a character', inlineCell('REF', '_xD83C_')],
  ['too long a cell', inlineCell('REF', 'x'.repeat(2001))],
]

/** Bytes that are no file of their kind any more. */
function spoilt(table: MadeTable, chance: Chance): MalformedFile {
  return { place: {}, entries: new Map(), ...spoilBytes(table, chance) }
}
