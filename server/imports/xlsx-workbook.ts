import type { Limits } from './limits.ts'
import { NUMBER_FORMATS, type NumberFormat, numberFormat } from './number-format.ts'
import { Refused } from './refused.ts'
import type { Relation, XlsxParts } from './xlsx-parts.ts'

export interface SheetEntry {
  name: string
  hidden: boolean
  part: string
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetEntry[]
  /** By the index that cells name; a text longer than a cell may be is kept one character too long, and no longer. */
  strings: string[]
  /** By the style that cells name. */
  formats: NumberFormat[]
  /** Whether days are counted from 1904, as old spreadsheets of the Macintosh do. */
  from1904: boolean
}

export async function readWorkbook(parts: XlsxParts, limits: Limits): Promise<Workbook> {
  const main = await mainPart(parts)
  const relations = await parts.relations(main)
  const { sheets, from1904 } = await readSheets(parts, main, relations, limits)
  const partOf = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind)?.target
  return {
    sheets,
    from1904,
    strings: await readStrings(parts, partOf('sharedStrings'), limits),
    formats: await readFormats(parts, partOf('styles')),
  }
}

async function mainPart(parts: XlsxParts): Promise<string> {
  if (!parts.has('_rels/.rels')) {
    if (parts.has('mimetype') && parts.has('content.xml')) throw new Refused('ods')
    throw new Refused('not-xlsx', { data: { missing: '_rels/.rels' } })
  }
  const main = (await parts.relations('')).find(({ kind }) => kind === 'officeDocument')?.target
  if (main === undefined) throw new Refused('not-xlsx', { data: { missing: 'officeDocument' } })
  if (main.endsWith('.bin')) throw new Refused('xlsb')
  return main
}

async function readSheets(parts: XlsxParts, main: string, relations: readonly Relation[], limits: Limits) {
  const sheets: SheetEntry[] = []
  let from1904 = false
  let isWorkbook = false
  await parts.read(main, {
    open: (name, attribute, path) => {
      if (path.length === 0) isWorkbook = name === 'workbook'
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet' || path.at(-1) !== 'sheets') return
      const relation = relations.find(({ id }) => id === attribute('id'))
      if (relation === undefined) throw new Refused('not-xlsx', { data: { missing: attribute('name') ?? 'sheet' } })
      if (relation.kind !== 'worksheet') return
      if (sheets.length === limits.sheets) throw new Refused('too-many-sheets', { data: { limit: limits.sheets } })
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      sheets.push({ name: attribute('name') ?? '', hidden, part: relation.target })
    },
  })
  if (!isWorkbook) throw new Refused('not-xlsx', { data: { missing: 'workbook' } })
  return { sheets, from1904 }
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

async function readStrings(parts: XlsxParts, part: string | undefined, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  const mostStrings = limits.rows * limits.columns
  let text = ''
  let characters = 0
  await parts.read(part, {
    open: (name) => {
      if (name === 'si') text = ''
    },
    text: (piece, path) => {
      if (path.at(-1) === 't' && !path.includes('rPh')) text = joined(text, piece, limits)
    },
    close: (name) => {
      if (name !== 'si') return
      strings.push(unescaped(text))
      characters += text.length
      if (strings.length > mostStrings || characters > limits.tableCharacters)
        throw new Refused('too-much-text', { data: { limit: limits.tableCharacters } })
    },
  })
  return strings
}

/** A cell's text grown by a piece; what is too long for a cell ends one character after the limit. */
export const joined = (text: string, piece: string, limits: Limits): string =>
  text.length > limits.cellCharacters ? text : (text + piece).slice(0, limits.cellCharacters + 1)

/** `_x000D_` is how spreadsheets write characters that XML does not take, `_x005F_` the underscore before such a text. */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Spreadsheets keep fewer. */
const MOST_FORMATS = 65_536

async function readFormats(parts: XlsxParts, part: string | undefined): Promise<NumberFormat[]> {
  if (part === undefined) return []
  const codes = new Map(NUMBER_FORMATS)
  const used: number[] = []
  await parts.read(part, {
    open: (name, attribute, path) => {
      if (name === 'numFmt' && path.at(-1) === 'numFmts')
        codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
      if (name === 'xf' && path.at(-1) === 'cellXfs') used.push(Number(attribute('numFmtId') ?? 0))
      if (codes.size > MOST_FORMATS || used.length > MOST_FORMATS) throw new Refused('too-complex')
    },
  })
  const formats = new Map<number, NumberFormat>()
  return used.map((id) => {
    const format = formats.get(id) ?? numberFormat(codes.get(id) ?? '')
    formats.set(id, format)
    return format
  })
}
