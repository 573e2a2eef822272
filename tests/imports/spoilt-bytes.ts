import { deflateRawSync } from 'node:zlib'
import type { FileKind } from '../../server/imports/read-bytes.ts'
import type { Chance, MadeTable } from './made-tables.ts'
import { csvText, encoded, sheetOf } from './written-files.ts'
import { xlsxParts } from './xlsx-maker.ts'
import { makeZip, type ZipPart } from './zip-maker.ts'

interface Spoilt {
  what: string
  kind: FileKind
  bytes: Uint8Array
  isByName?: boolean
}

const SHEET = 'xl/worksheets/sheet1.xml'

/** Files whose bytes, packing or XML are damaged in one way that nothing can be read of. */
export function spoilBytes(table: MadeTable, chance: Chance): Spoilt {
  const xml = sheetOf(table.cells, chance)
  const parts = xlsxParts({ sheets: [{ name: '表', xml }] })
  const packed = makeZip(parts)
  const xlsx = (what: string, bytes: Uint8Array): Spoilt => ({ what, kind: 'xlsx', bytes })
  const withSheet = (part: Partial<ZipPart>): Uint8Array =>
    makeZip(parts.map((one) => (one.name === SHEET ? { ...one, ...part } : one)))
  const withXml = (what: string, data: string): Spoilt => xlsx(what, withSheet({ data }))
  return chance.of<() => Spoilt>([
    () => xlsx('cut short', packed.subarray(0, 1 + chance.below(packed.length - 1))),
    () => xlsx('something after the end', new Uint8Array([...packed, 1 + chance.below(255)])),
    () => xlsx('something before the beginning', new Uint8Array([chance.below(80), ...packed])),
    () => xlsx('a byte of the packed sheet changed', withSheet({ packed: changed(deflateRawSync(xml), chance) })),
    () => xlsx('another size', withSheet({ says: { unpackedBytes: chance.below(20_000_000) } })),
    () => xlsx('another checksum', withSheet({ says: { crc32: chance.below(2 ** 32) } })),
    () => xlsx('another way of packing', withSheet({ says: { method: 1 + chance.below(7) } })),
    () =>
      xlsx(
        'a part missing',
        makeZip(parts.filter(({ name }) => name !== chanceOfPart(chance)).slice(0, parts.length - 1)),
      ),
    () => withXml('XML cut short', xml.slice(0, chance.below(xml.length - 1))),
    () => withXml('a sign of XML left out', without(xml, chance.of(['<', '>', '="']), chance)),
    () => withXml('an entity', xml.replace('</sheetData>', '&nbsp;</sheetData>')),
    () => withXml('a DOCTYPE', xml.replace('<worksheet', '<!DOCTYPE worksheet><worksheet')),
    () => xlsx('XML in another encoding', withSheet({ data: Buffer.from(`${xml}\xff`, 'latin1') })),
    () => spoiltCsv(table, chance),
    () => ({ what: 'a spreadsheet that calls itself CSV', kind: 'csv', bytes: packed, isByName: true }),
    () => ({
      ...xlsx('a CSV that calls itself a spreadsheet', encoded(csvText(table.cells, PLAIN), PLAIN)),
      isByName: true,
    }),
    () => ({ what: 'bytes at random', kind: chance.of(['csv', 'xlsx']), bytes: noise(chance) }),
  ])()
}

const PLAIN = { separator: ',', lineEnd: '\n', encoding: 'utf-8' } as const

const chanceOfPart = (chance: Chance): string =>
  chance.of(['_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])

function changed(bytes: Uint8Array, chance: Chance): Uint8Array {
  const copy = new Uint8Array(bytes)
  // The last byte may hold bits that mean nothing.
  const at = chance.below(copy.length - 1)
  copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8))
  return copy
}

function without(text: string, sign: string, chance: Chance): string {
  const places = [...text.matchAll(new RegExp(sign, 'g'))].map(({ index }) => index)
  const at = chance.of(places)
  return text.slice(0, at) + text.slice(at + sign.length)
}

/** Text in GB18030 that goes on with bytes that it does not have. */
function spoiltCsv(table: MadeTable, chance: Chance): Spoilt {
  const style = { ...PLAIN, encoding: chance.of(['gb18030', 'utf-8'] as const) }
  const bytes = encoded(csvText(table.cells, style), style)
  const end = chance.of([[0xff], [0x81, 0x20], [0xfe, 0x0a, 0xff]])
  return { what: 'bytes of no encoding', kind: 'csv', bytes: new Uint8Array([...bytes, ...end]) }
}

function noise(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: 1 + chance.below(3000) }, () => chance.below(256))
}
