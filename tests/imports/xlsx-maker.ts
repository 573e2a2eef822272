import { makeZip, type ZipPart } from './zip-maker.ts'

export interface MadeSheet {
  name: string
  state?: 'visible' | 'hidden' | 'veryHidden'
  xml: string
}

export interface MadeWorkbook {
  sheets: readonly MadeSheet[]
  strings?: readonly string[]
  /** Codes of number formats; cells name them by style 1, 2, … */
  formats?: readonly string[]
  from1904?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A worksheet around rows of XML, with what comes before and after them. */
export const sheetXml = (rows: string, { before = '', after = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`

/** The XML of a cell that holds its text itself. */
export const inlineCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`

/** The XML of rows of texts, beginning with row 1 and column A; an empty text is no cell. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], at: number): string =>
    row
      .map((text, column) => (text === '' ? '' : inlineCell(`${String.fromCharCode(65 + column)}${at}`, text)))
      .join('')
  return rows.map((row, index) => `<row r="${index + 1}">${cells(row, index + 1)}</row>`).join('')
}

/** The parts of a spreadsheet, to be packed or spoilt. */
export function xlsxParts({ sheets, strings, formats = [], from1904 = false }: MadeWorkbook): ZipPart[] {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`
  const relations = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  const ofSheets = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  const ofStrings = strings === undefined ? '' : relation('rIdS', 'sharedStrings', 'sharedStrings.xml')
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`)
  const used = ['0', ...formats.map((_, at) => String(200 + at))].map((id) => `<xf numFmtId="${id}"/>`)
  return [
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(ofSheets.join('') + ofStrings + relation('rIdF', 'styles', 'styles.xml')),
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs>${used.join('')}</cellXfs></styleSheet>`,
    },
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${strings.join('')}</sst>` }]),
    ...sheets.map(({ xml }, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data: xml })),
  ]
}

export const makeXlsx = (workbook: MadeWorkbook): Uint8Array => makeZip(xlsxParts(workbook))

/** A spreadsheet of one sheet with these rows of XML. */
export const oneSheet = (rows: string, workbook: Omit<MadeWorkbook, 'sheets'> = {}): Uint8Array =>
  makeXlsx({ ...workbook, sheets: [{ name: '表', xml: sheetXml(rows) }] })
