import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LIMITS, type Limits } from '../../server/imports/limits.ts'
import { readTable } from '../../server/imports/read-table.ts'
import { refusalOf, tableOf, utf8 } from './reading.ts'
import { inlineCell, makeXlsx, oneSheet, sheetXml, textRows, xlsxParts } from './xlsx-maker.ts'
import { makeZip, type ZipPart } from './zip-maker.ts'

const limited = (limits: Partial<Limits>): Limits => ({ ...LIMITS, ...limits })
const cellAt = (reference: string, row: number): Uint8Array =>
  oneSheet(`<row r="${row}">${inlineCell(reference, 'a')}</row>`)
const partsWith = (...more: ZipPart[]): ZipPart[] => [
  ...xlsxParts({ sheets: [{ name: '表', xml: sheetXml(textRows([['a']])) }] }),
  ...more,
]
const lying = (says: ZipPart['says'] & object): Uint8Array =>
  makeZip(partsWith().map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, says } : part)))

describe('a spreadsheet may be so large and no larger', () => {
  it('5000 rows and 60 columns', async () => {
    expect((await tableOf(cellAt('BH5000', 5000))).rows[0]?.cells).toHaveLength(60)
    expect(await refusalOf(cellAt('A5001', 5001))).toEqual({ code: 'too-many-rows', row: 5001, data: { limit: 5000 } })
    expect(await refusalOf(cellAt('BI7', 7))).toEqual({
      code: 'too-many-columns',
      row: 7,
      column: 61,
      data: { limit: 60 },
    })
  })

  it('2000 characters in a cell', async () => {
    const cell = (length: number): Uint8Array => oneSheet(`<row r="1">${inlineCell('A1', '字'.repeat(length))}</row>`)
    expect((await tableOf(cell(2000))).rows[0]?.cells[0]).toHaveLength(2000)
    expect(await refusalOf(cell(2001))).toEqual({ code: 'cell-too-long', row: 1, column: 1, data: { limit: 2000 } })
  })

  it('4,000,000 characters in all, though one text is named by many cells', async () => {
    const row = (at: number): string =>
      `<row r="${at}">${Array.from({ length: 50 }, () => '<c t="s"><v>0</v></c>').join('')}</row>`
    const rows = Array.from({ length: 41 }, (_, index) => row(index + 1)).join('')
    expect(await refusalOf(oneSheet(rows, { strings: [`<si><t>${'x'.repeat(2000)}</t></si>`] }))).toEqual({
      code: 'too-much-text',
      row: 41,
      column: 1,
      data: { limit: 4_000_000 },
    })
  })

  it('5 sheets', async () => {
    const sheets = Array.from({ length: 6 }, (_, index) => ({ name: `表${index}`, xml: sheetXml('') }))
    expect(await refusalOf(makeXlsx({ sheets }))).toEqual({ code: 'too-many-sheets', data: { limit: 5 } })
  })

  it('200 parts inside', async () => {
    const more = Array.from({ length: 196 }, (_, index) => ({ name: `media/${index}.png`, data: 'x' }))
    expect(await refusalOf(makeZip(partsWith(...more)))).toEqual({
      code: 'too-many-entries',
      data: { limit: 200, count: 201 },
    })
  })

  it('20 MB unpacked, whichever part it is', async () => {
    const bomb = makeZip(partsWith({ name: 'media/a.png', data: new Uint8Array(LIMITS.unpackedBytes) }))
    expect(bomb.length).toBeLessThan(50_000)
    expect(await refusalOf(bomb)).toMatchObject({ code: 'unpacked-too-large', data: { limit: LIMITS.unpackedBytes } })
  })

  it('unpacks to what is said of it, neither more nor less', async () => {
    const refusal = { code: 'lying-sizes', data: { part: 'xl/worksheets/sheet1.xml' } }
    expect(await refusalOf(lying({ unpackedBytes: 20 }))).toEqual(refusal)
    expect(await refusalOf(lying({ unpackedBytes: 2000 }))).toEqual(refusal)
    expect(await refusalOf(lying({ unpackedBytes: 0 }))).toEqual(refusal)
    expect(await refusalOf(lying({ crc32: 1 }))).toMatchObject({ code: 'damaged-zip', data: { what: 'checksum' } })
  })

  it('has no part over another, none outside, none twice, none packed in an unknown way', async () => {
    const good = makeZip(partsWith())
    const same = makeZip(partsWith({ name: 'XL/WORKBOOK.XML', data: 'x' }))
    expect(await refusalOf(same)).toEqual({ code: 'damaged-zip', data: { what: 'name-twice' } })
    expect(await refusalOf(lying({ method: 12 }))).toEqual({ code: 'damaged-zip', data: { what: 'packing-method' } })
    const overlapping = Buffer.from(good)
    const second = overlapping.indexOf(Buffer.from('PK\x01\x02'), overlapping.indexOf(Buffer.from('PK\x01\x02')) + 4)
    overlapping.writeUInt32LE(0, second + 42)
    expect(await refusalOf(overlapping)).toEqual({ code: 'damaged-zip', data: { what: 'entries-overlap' } })
    overlapping.writeUInt32LE(good.length - 30, second + 42)
    expect((await refusalOf(overlapping)).code).toBe('damaged-zip')
    expect((await refusalOf(good.subarray(0, good.length - 30))).code).toBe('damaged-zip')
  })
})

describe('a CSV may be so large and no larger', () => {
  it('5000 rows, 60 columns, 2000 characters in a cell', async () => {
    expect(await refusalOf(utf8('a\n'.repeat(5001)), 'csv')).toEqual({
      code: 'too-many-rows',
      row: 5001,
      data: { limit: 5000 },
    })
    expect(await refusalOf(utf8(`a\n${'a,'.repeat(61)}`), 'csv')).toEqual({
      code: 'too-many-columns',
      row: 2,
      column: 61,
      data: { limit: 60 },
    })
    expect(await refusalOf(utf8(`a\nb,${'x'.repeat(2001)}`), 'csv')).toEqual({
      code: 'cell-too-long',
      row: 2,
      column: 2,
      data: { limit: 2000 },
    })
  })

  it('may have empty rows beyond', async () => {
    expect((await tableOf(utf8(`a${'\n'.repeat(6000)}`), 'csv')).rows).toHaveLength(1)
  })
})

describe('the thread that reads', () => {
  const csv = utf8('指标,数值\r\n青海,1')

  it('answers with the table, or with why there is none', async () => {
    expect(await readTable(csv, { kind: 'csv' })).toMatchObject({
      is: 'table',
      table: { rows: [{ row: 1 }, { row: 2 }] },
    })
    expect(await readTable(utf8('"a'), { kind: 'csv' })).toMatchObject({
      is: 'refused',
      refusal: { row: 1, column: 1 },
    })
    expect(await readTable(new Uint8Array(), { kind: 'csv' })).toEqual({
      is: 'refused',
      refusal: { code: 'empty-file' },
    })
  })

  it('is not asked for more than 2 MB', async () => {
    const large = new Uint8Array(LIMITS.uploadBytes + 1)
    expect(await readTable(large, { kind: 'xlsx' })).toMatchObject({
      is: 'refused',
      refusal: { code: 'upload-too-large', data: { limit: LIMITS.uploadBytes } },
    })
  })

  it('is ended when its time is over, and the next file is read', async () => {
    const late = await readTable(csv, { kind: 'csv', limits: limited({ milliseconds: 1 }) })
    expect(late).toEqual({ is: 'refused', refusal: { code: 'too-slow', data: { limit: 1 } } })
    expect((await readTable(csv, { kind: 'csv' })).is).toBe('table')
  })

  it('is ended when its heap is full, while everything else goes on', async () => {
    const strings = Array.from({ length: 250_000 }, (_, index) => `<si><t>${index}</t></si>`)
    const large = oneSheet('', { strings })
    let turns = 0
    const reading = readTable(large, { kind: 'xlsx', limits: limited({ heapMegabytes: 8 }) })
    const ended = reading.then(() => true)
    while (!(await Promise.race([ended, setImmediate(false)]))) turns += 1
    expect(await reading).toEqual({ is: 'refused', refusal: { code: 'too-complex' } })
    expect(turns).toBeGreaterThan(10) // a thread that waits for the other has one
  })

  it('reads one file after another, and refuses more than 8 at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => readTable(csv, { kind: 'csv' })))
    expect(answers.map(({ is }) => is)).toEqual([...Array(8).fill('table'), 'refused', 'refused'])
    expect(answers[9]).toEqual({ is: 'refused', refusal: { code: 'busy' } })
  })
})
