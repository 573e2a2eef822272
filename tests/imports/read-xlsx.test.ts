import { describe, expect, it } from 'vitest'
import { refusalOf, tableOf, utf8 } from './reading.ts'
import { inlineCell, makeXlsx, oneSheet, sheetXml, textRows, xlsxParts } from './xlsx-maker.ts'
import { makeZip } from './zip-maker.ts'

const oneCell = async (xml: string, workbook: Parameters<typeof oneSheet>[1] = {}) => {
  const { rows, remarks } = await tableOf(oneSheet(`<row r="1">${xml}</row>`, workbook))
  return { text: rows[0]?.cells[0] ?? '', remarks: remarks.map(({ code }) => code) }
}
const number = (stored: string, format?: string) =>
  oneCell(`<c r="A1" s="1"><v>${stored}</v></c>`, { formats: [format ?? 'General'] })

describe('a number of a spreadsheet is the decimal that was typed', () => {
  it.each([
    ['0.89', '0.89'],
    ['0.89000000000000001', '0.89'],
    ['17.550000000000001', '17.55'],
    ['1E-3', '0.001'],
    ['1.5e-7', '0.00000015'],
    ['1.2E+21', '1200000000000000000000'],
    ['-3.5', '-3.5'],
    ['-0', '0'],
    ['100', '100'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['9007199254740991', '9007199254740991'],
  ])('%s is %s', async (stored, text) => {
    expect(await number(stored)).toEqual({ text, remarks: [] })
  })

  it('keeps the zeros that the format adds, and the percent sign it shows', async () => {
    expect((await number('1', '0.0')).text).toBe('1.0')
    expect((await number('1234.5', '#,##0.00')).text).toBe('1234.50')
    expect((await number('0.0089', '0.00%')).text).toBe('0.89%')
    expect((await number('0.5', '0%')).text).toBe('50%')
    expect((await number('-0.038', '0.0%;[Red]-0.0%')).text).toBe('-3.8%')
    expect((await number('0.89', '0.00"%"')).text).toBe('0.89')
    expect((await number('20', '0"家"')).text).toBe('20')
  })

  it('leaves out the noise of arithmetic, and says so', async () => {
    expect(await number('0.30000000000000004')).toEqual({ text: '0.3', remarks: ['rounded-to-15-digits'] })
  })

  it('takes what is stored where the cell shows other digits, and says so', async () => {
    expect(await number('0.886', '0.0')).toEqual({ text: '0.886', remarks: ['shown-otherwise'] })
    expect(await number('12000', '0!.0,"万"')).toEqual({ text: '12000', remarks: ['shown-otherwise'] })
  })
})

describe('other cells', () => {
  it.each([
    ['45720', 'yyyy"年"m"月"d"日"', '2025-03-04'],
    ['45720.5', 'yyyy-mm-dd hh:mm', '2025-03-04 12:00:00'],
    ['0.5', 'h:mm', '12:00:00'],
    ['59', 'yyyy/m/d', '1900-02-28'],
    ['61', 'yyyy/m/d', '1900-03-01'],
  ])('the day %s in %s is %s, and said to be a day', async (stored, format, text) => {
    expect(await number(stored, format)).toEqual({ text, remarks: ['date-cell'] })
  })

  it('counts days from 1904 where the workbook does', async () => {
    const { text } = await oneCell('<c r="A1" s="1"><v>0</v></c>', { formats: ['yyyy-mm-dd'], from1904: true })
    expect(text).toBe('1904-01-01')
  })

  it.each([
    ['<c r="A1" t="b"><v>1</v></c>', 'TRUE', []],
    ['<c r="A1" t="e"><v>#REF!</v></c>', '#REF!', ['error-cell']],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', '2', ['formula']],
    ['<c r="A1" t="str"><f>"a"</f><v>a&amp;b</v></c>', 'a&b', ['formula']],
    ['<c r="A1" t="inlineStr"><is><r><t>二</t></r><r><rPr/><t xml:space="preserve"> 氧</t></r></is></c>', '二 氧', []],
    ['<c r="A1" t="s"><v>0</v></c>', '青\n海_x', []],
    ['<c r="A1" t="s"><v>1</v></c>', '漢', []],
    ['<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]>&#x4E2D;</t></is></c>', '<b>中', []],
  ])('%s is %s', async (xml, text, remarks) => {
    const strings = [
      '<si><t>青_x000D__x000A_海_x005F_x</t></si>',
      '<si><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></si>',
    ]
    expect(await oneCell(xml, { strings })).toEqual({ text, remarks })
  })

  it('says of a formula without a result that there is none, and of one with an empty result nothing', async () => {
    const beside = inlineCell('B1', 'x')
    const { remarks } = await tableOf(oneSheet(`<row r="1"><c r="A1"><f>B1</f></c>${beside}</row>`))
    expect(remarks).toEqual([{ code: 'formula-empty', row: 1, column: 1 }])
    const { remarks: none } = await tableOf(
      oneSheet(`<row r="1"><c r="A1" t="str"><f>B1</f><v></v></c>${beside}</row>`),
    )
    expect(none).toEqual([])
  })

  it('tells hidden rows and columns and merged cells', async () => {
    const xml = sheetXml(`<row r="2" hidden="1">${inlineCell('A2', 'a')}${inlineCell('C2', 'c')}</row>`, {
      before: '<cols><col min="3" max="5" hidden="1"/></cols>',
      after: '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    })
    const table = await tableOf(makeXlsx({ sheets: [{ name: '表', xml }] }))
    expect(table.rows).toEqual([{ row: 2, cells: ['a', '', 'c'] }])
    expect(table.merges).toEqual([{ fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 2 }])
    expect(table.remarks).toEqual([
      { code: 'hidden-row', row: 2 },
      { code: 'hidden-column', column: 3 },
    ])
  })

  it('reads cells and rows without a reference in their order, and prefixed elements', async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect((await tableOf(makeXlsx({ sheets: [{ name: '表', xml }] }))).rows).toEqual([
      { row: 1, cells: ['1', '', '3'] },
    ])
  })
})

describe('which sheet', () => {
  const filled = sheetXml(textRows([['a']]))
  const empty = sheetXml('')
  const read = (sheets: Parameters<typeof makeXlsx>[0]['sheets']) => makeXlsx({ sheets })

  it('is that of the template, whatever else there is', async () => {
    const table = await tableOf(
      read([
        { name: '说明', xml: filled },
        { name: '年度数据', xml: filled },
      ]),
    )
    expect(table).toMatchObject({ sheet: '年度数据', remarks: [{ code: 'other-sheet', data: { sheet: '说明' } }] })
  })

  it('is else the only visible one that holds anything', async () => {
    const table = await tableOf(
      read([
        { name: 'Sheet1', xml: empty },
        { name: '数', xml: filled },
        { name: '藏', xml: filled, state: 'hidden' },
      ]),
    )
    expect(table).toMatchObject({ sheet: '数', remarks: [{ code: 'hidden-sheet', data: { sheet: '藏' } }] })
  })

  it('is asked for where several could be meant, none is visible or all are empty', async () => {
    const two = read([
      { name: '甲', xml: filled },
      { name: '乙', xml: filled },
    ])
    expect(await refusalOf(two)).toEqual({ code: 'which-sheet', data: { sheets: '甲、乙' } })
    expect(await refusalOf(read([{ name: '甲', xml: filled, state: 'veryHidden' }]))).toEqual({
      code: 'no-visible-sheet',
    })
    expect(await refusalOf(read([{ name: '甲', xml: empty }]))).toEqual({ code: 'empty-file' })
  })
})

describe('what is no spreadsheet', () => {
  const ole = (inside: string): Uint8Array =>
    new Uint8Array(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]),
    )

  it.each([
    ['an old .xls', 'old-xls', ole('Workbook')],
    ['a file with a password', 'password', ole('EncryptedPackage')],
    ['an encrypted ZIP', 'password', makeZip([{ name: 'a', data: 'a', says: { flags: 1 } }])],
    ['a CSV', 'not-xlsx', utf8('指标,数值\r\n')],
    [
      'an .ods',
      'ods',
      makeZip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<a/>' },
      ]),
    ],
    ['any other ZIP', 'not-xlsx', makeZip([{ name: 'a.txt', data: 'a' }])],
  ])('%s is refused as %s', async (_, code, bytes) => {
    expect((await refusalOf(bytes)).code).toBe(code)
  })

  it('is a binary spreadsheet refused by its name', async () => {
    const parts = xlsxParts({ sheets: [] }).map((part) =>
      part.name === '_rels/.rels' ? { ...part, data: String(part.data).replace('workbook.xml', 'workbook.bin') } : part,
    )
    expect((await refusalOf(makeZip(parts))).code).toBe('xlsb')
  })
})

describe('what is damaged', () => {
  const spoilt = (from: string, to: string): Uint8Array =>
    makeXlsx({ sheets: [{ name: '表', xml: sheetXml(textRows([['a', 'b'], ['c']])).replace(from, to) }] })

  it.each([
    ['a DOCTYPE', '<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 'doctype'],
    ['an unknown entity', '>a<', '>&xxe;<', 'damaged-xml'],
    ['another encoding', '"UTF-8"', '"GBK"', 'damaged-xml'],
    ['a bare ampersand', '>a<', '>a & b<', 'damaged-xml'],
    ['elements that cross', '</is></c>', '</c></is>', 'damaged-xml'],
    ['a missing end', '</worksheet>', '', 'damaged-xml'],
    ['a second root', '</worksheet>', '</worksheet><worksheet/>', 'damaged-xml'],
    ['an attribute twice', 'r="1"', 'r="1" r="2"', 'damaged-xml'],
    ['a character that no text has', '>a<', '>&#1;<', 'damaged-xml'],
  ])('%s is refused', async (_, from, to, code) => {
    expect(await refusalOf(spoilt(from, to))).toMatchObject({ code, data: { part: 'xl/worksheets/sheet1.xml' } })
  })

  it.each([
    ['a cell before the one before it', 'r="B1"', 'r="A1"', { row: 1, column: 2 }],
    ['a cell of another row', 'r="B1"', 'r="B7"', { row: 1, column: 2 }],
    ['a cell that has no place', 'r="B1"', 'r="ZZZZ1"', { row: 1, column: 2 }],
    ['a row before the one before it', '<row r="2">', '<row r="1">', { row: 2 }],
  ])('%s is refused with its place', async (_, from, to, place) => {
    expect(await refusalOf(spoilt(from, to))).toMatchObject({ code: 'damaged-cell', ...place })
  })

  it('a kind of cell that does not exist is refused with its place', async () => {
    const made = oneSheet('<row r="1"><c r="A1" t="x"><v>1</v></c></row>')
    expect(await refusalOf(made)).toEqual({ code: 'damaged-cell', row: 1, column: 1 })
  })

  it.each(['abc', '1e999', '1,5', 'NaN'])('a number that reads %s is refused with its place', async (stored) => {
    const made = oneSheet(`<row r="3"><c r="B3"><v>${stored}</v></c></row>`)
    expect(await refusalOf(made)).toEqual({ code: 'damaged-cell', row: 3, column: 2 })
  })

  it('a string that is not in the list of strings is refused with its place', async () => {
    const made = oneSheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', { strings: ['<si><t>a</t></si>'] })
    expect(await refusalOf(made)).toEqual({ code: 'damaged-cell', row: 1, column: 1 })
  })

  it('control characters and half a character are refused with their place', async () => {
    for (const text of ['a_x0000_', '_xD800_', 'a_xFFFD_']) {
      const made = oneSheet(`<row r="2">${inlineCell('B2', text)}</row>`)
      expect(await refusalOf(made)).toEqual({ code: 'control-character', row: 2, column: 2 })
    }
  })
})
