import { deflateRawSync } from 'node:zlib'
import type { Limits } from '../../server/imports/limits.ts'
import type { FileKind } from '../../server/imports/read-bytes.ts'
import { oneSheet, sheetXml, textRows, xlsxParts } from './xlsx-maker.ts'
import { makeZip, type ZipPart } from './zip-maker.ts'

/** A small file that would be large, deep or slow if it were read as it asks to be. */
export interface Bomb {
  name: string
  kind: FileKind
  make: () => Uint8Array
  /** What is to come of it. */
  answer: string
  /** The limit without which something else would come of it. */
  stoppedBy?: keyof Limits
}

const MB = 1024 * 1024

/** A spreadsheet whose part of this name is another. */
const withPart = (part: ZipPart, strings?: string[]): Uint8Array => {
  const parts = xlsxParts({ sheets: [{ name: '表', xml: sheetXml(textRows([['a']])) }], ...(strings && { strings }) })
  return makeZip([...parts.filter(({ name }) => name !== part.name), part])
}
const withSheet = (xml: string): Uint8Array => withPart({ name: 'xl/worksheets/sheet1.xml', data: xml })

/** A sheet of nothing but comments of eight bytes. */
function blankSheet(megabytes: number, says?: ZipPart['says']): Uint8Array {
  const data = Buffer.alloc(megabytes * MB, '<!-- -->')
  data.write('<worksheet><sheetData  ><!-- -->')
  data.write('</sheetData></worksheet>', data.length - 24)
  const packed = deflateRawSync(data, { level: 9 })
  return withPart({ name: 'xl/worksheets/sheet1.xml', data, packed, ...(says && { says }) })
}

/** Ten parts that say to lie in the same bytes. */
function overlapping(): Uint8Array {
  const bytes = Buffer.from(withPart({ name: 'a', data: 'a' }))
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(0, at + 42)
  return new Uint8Array(bytes)
}

function nested(): Uint8Array {
  let zip = makeZip([{ name: 'a', data: new Uint8Array(15 * MB) }])
  for (let depth = 0; depth < 6; depth += 1)
    zip = makeZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, data: zip })))
  return withPart({ name: 'xl/media/a.zip', data: zip })
}

const cells = (count: number, cell: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => cell(index)).join('')
const gridOf = (cell: (index: number) => string): string =>
  cells(5000, (row) => `<row>${cells(60, (column) => cell(row * 60 + column))}</row>`)

export const BOMBS: readonly Bomb[] = [
  {
    name: '400 MB of XML',
    kind: 'xlsx',
    make: () => blankSheet(400),
    answer: 'unpacked-too-large',
    stoppedBy: 'unpackedBytes',
  },
  {
    name: '400 MB that says to be 1 kB',
    kind: 'xlsx',
    make: () => blankSheet(400, { unpackedBytes: 1000 }),
    answer: 'lying-sizes',
  },
  {
    name: '400 MB that says to be 20 MB less 1 kB',
    kind: 'xlsx',
    make: () => blankSheet(400, { unpackedBytes: 20 * MB - 8000 }),
    answer: 'lying-sizes',
  },
  { name: '19 MB of comments', kind: 'xlsx', make: () => blankSheet(19), answer: 'empty-file' },
  { name: 'ZIPs in ZIPs, six deep', kind: 'xlsx', make: nested, answer: 'table of 1 rows' },
  { name: 'parts over parts', kind: 'xlsx', make: overlapping, answer: 'damaged-zip' },
  {
    name: '300 parts',
    kind: 'xlsx',
    make: () => makeZip(Array.from({ length: 300 }, (_, index) => ({ name: `${index}`, data: 'a' }))),
    answer: 'too-many-entries',
    stoppedBy: 'zipEntries',
  },
  {
    name: '700,000 rows',
    kind: 'xlsx',
    make: () => withSheet(sheetXml('<row><c><v>1</v></c></row>'.repeat(700_000))),
    answer: 'too-many-rows',
    stoppedBy: 'rows',
  },
  {
    name: '1,000,000 empty rows and one that is not',
    kind: 'xlsx',
    make: () => withSheet(sheetXml(`${'<row><c/></row>'.repeat(1_000_000)}<row><c><v>1</v></c></row>`)),
    answer: 'too-many-rows',
    stoppedBy: 'rows',
  },
  {
    name: '16,000 columns',
    kind: 'xlsx',
    make: () => withSheet(sheetXml(`<row>${'<c><v>1</v></c>'.repeat(16_000)}</row>`)),
    answer: 'too-many-columns',
    stoppedBy: 'columns',
  },
  {
    name: 'a grid of 5000 × 60 numbers',
    kind: 'xlsx',
    make: () => withSheet(sheetXml(gridOf((index) => `<c><v>${index}</v></c>`))),
    answer: 'table of 5000 rows',
  },
  {
    name: 'a grid of 5000 × 60 formulas',
    kind: 'xlsx',
    make: () => withSheet(sheetXml(gridOf((index) => `<c><f/><v>${index}.5</v></c>`))),
    answer: 'too-many-remarks',
    stoppedBy: 'remarks',
  },
  {
    name: 'a text of 2000 signs in 300,000 cells',
    kind: 'xlsx',
    make: () =>
      oneSheet(
        gridOf(() => '<c t="s"><v>0</v></c>'),
        { strings: [`<si><t>${'字'.repeat(2000)}</t></si>`] },
      ),
    answer: 'too-much-text',
    stoppedBy: 'tableCharacters',
  },
  {
    name: '1,200,000 shared strings',
    kind: 'xlsx',
    make: () =>
      withPart({ name: 'xl/sharedStrings.xml', data: `<sst>${'<si><t>a</t></si>'.repeat(1_200_000)}</sst>` }, []),
    answer: 'too-much-text',
    stoppedBy: 'rows',
  },
  {
    name: '300,000 shared strings, each another',
    kind: 'xlsx',
    make: () =>
      withPart(
        { name: 'xl/sharedStrings.xml', data: `<sst>${cells(300_000, (index) => `<si><t>字${index}</t></si>`)}</sst>` },
        [],
      ),
    answer: 'table of 1 rows',
  },
  {
    name: 'a shared string of 18 MB in runs',
    kind: 'xlsx',
    make: () =>
      withPart(
        { name: 'xl/sharedStrings.xml', data: `<sst><si>${'<r><t>abc</t></r>'.repeat(1_000_000)}</si></sst>` },
        [],
      ),
    answer: 'table of 1 rows',
  },
  {
    name: 'a text of 18 MB',
    kind: 'xlsx',
    make: () => oneSheet(`<row><c t="inlineStr"><is><t>${'x'.repeat(18 * MB)}</t></is></c></row>`),
    answer: 'damaged-xml',
  },
  {
    name: '2,000,000 elements deep',
    kind: 'xlsx',
    make: () => withSheet('<worksheet>'.repeat(1_700_000)),
    answer: 'damaged-xml',
  },
  {
    name: '4,000,000 styles',
    kind: 'xlsx',
    make: () =>
      withPart({
        name: 'xl/styles.xml',
        data: `<styleSheet><cellXfs>${'<xf/>'.repeat(4_000_000)}</cellXfs></styleSheet>`,
      }),
    answer: 'too-complex',
  },
  {
    name: '400,000 relations',
    kind: 'xlsx',
    make: () =>
      withPart({
        name: 'xl/_rels/workbook.xml.rels',
        data: `<Relationships>${'<Relationship Id="a" Type="b" Target="c"/>'.repeat(400_000)}</Relationships>`,
      }),
    answer: 'too-complex',
  },
  {
    name: '400,000 sheets',
    kind: 'xlsx',
    make: () =>
      withPart({
        name: 'xl/workbook.xml',
        data: `<workbook><sheets>${'<sheet name="a" id="rId1"/>'.repeat(400_000)}</sheets></workbook>`,
      }),
    answer: 'too-many-sheets',
    stoppedBy: 'sheets',
  },
  {
    name: '500,000 merged cells',
    kind: 'xlsx',
    make: () =>
      withSheet(sheetXml('', { after: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(500_000)}</mergeCells>` })),
    answer: 'damaged-cell',
  },
  {
    name: 'entities in entities',
    kind: 'xlsx',
    make: () =>
      withSheet(
        `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(9)}"><!ENTITY b "${'&a;'.repeat(9)}">]><worksheet>&b;</worksheet>`,
      ),
    answer: 'doctype',
  },
  { name: '2 MB of line ends', kind: 'csv', make: () => Buffer.alloc(2 * MB, '\n'), answer: 'empty-file' },
  { name: '2 MB of commas', kind: 'csv', make: () => Buffer.alloc(2 * MB, ','), answer: 'too-many-columns' },
  {
    name: '1,000,000 rows of CSV',
    kind: 'csv',
    make: () => Buffer.alloc(2 * MB, 'a\n'),
    answer: 'too-many-rows',
    stoppedBy: 'rows',
  },
  {
    name: '16,000 columns of CSV',
    kind: 'csv',
    make: () => Buffer.alloc(32_000, 'a,'),
    answer: 'too-many-columns',
    stoppedBy: 'columns',
  },
  { name: '2 MB in a quote', kind: 'csv', make: () => Buffer.alloc(2 * MB, '"a,\n'), answer: 'quote-inside' },
  {
    name: '2 MB in one cell',
    kind: 'csv',
    make: () => Buffer.alloc(2 * MB, 'ab'),
    answer: 'cell-too-long',
    stoppedBy: 'cellCharacters',
  },
  {
    name: '3 MB',
    kind: 'csv',
    make: () => Buffer.alloc(3 * MB, 'ab\n'),
    answer: 'upload-too-large',
    stoppedBy: 'uploadBytes',
  },
]
