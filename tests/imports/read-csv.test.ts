import { describe, expect, it } from 'vitest'
import { text, toCsv, value } from '../../server/domain/csv.ts'
import { refusalOf, tableOf, utf8 } from './reading.ts'
import { oneSheet } from './xlsx-maker.ts'

const rowsOf = async (csv: string | Uint8Array) =>
  (await tableOf(typeof csv === 'string' ? utf8(csv) : csv, 'csv')).rows
const utf16 = (content: string, mark: number[], swap: boolean): Uint8Array => {
  const bytes = Buffer.from(content, 'utf16le')
  return new Uint8Array([...mark, ...(swap ? bytes.swap16() : bytes)])
}

/** 指标,数值 CR LF 青海,1 as Chinese Windows writes it. */
const GB18030 = Buffer.from('d6b8b1ea2ccafdd6b50d0ac7e0baa32c31', 'hex')
const READ = [
  { row: 1, cells: ['指标', '数值'] },
  { row: 2, cells: ['青海', '1'] },
]

describe('the encoding', () => {
  const content = '指标,数值\r\n青海,1'

  it.each([
    ['UTF-8', utf8(content)],
    ['UTF-8 with its mark', utf8(`\uFEFF${content}`)],
    ['GB18030', GB18030],
    ['UTF-16 as Excel writes it', utf16(content, [0xff, 0xfe], false)],
    ['UTF-16 the other way round', utf16(content, [0xfe, 0xff], true)],
  ])('%s is read', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(READ)
  })

  it('is told where it is not UTF-8', async () => {
    expect((await tableOf(GB18030, 'csv')).remarks).toEqual([{ code: 'encoding', data: { encoding: 'gb18030' } }])
    expect((await tableOf(utf8(content), 'csv')).remarks).toEqual([])
  })

  it('knows characters of GB18030 with four bytes', async () => {
    const bytes = Buffer.concat([GB18030, Buffer.from('95328236', 'hex')])
    expect((await rowsOf(bytes))[1]?.cells[1]).toBe('1𠀀')
  })

  it('is refused at the row and byte where it is none of these', async () => {
    const bytes = Buffer.concat([GB18030, Buffer.from('ffff', 'hex')])
    expect(await refusalOf(bytes, 'csv')).toEqual({ code: 'encoding', row: 2, data: { byte: 18 } })
  })

  it('is refused where a text with the mark of UTF-8 goes on in another', async () => {
    const bytes = Buffer.concat([Buffer.from('efbbbf', 'hex'), GB18030])
    expect(await refusalOf(bytes, 'csv')).toEqual({ code: 'encoding', row: 1, data: { byte: 6 } })
  })

  it('is refused where a text in UTF-8 is damaged further on, and not taken for another text in GB18030', async () => {
    const bytes = Buffer.concat([utf8('indicator,value,note\nx,1,青海省科技厅统计处\n'), Buffer.from('b9ab', 'hex')])
    expect(await refusalOf(bytes, 'csv')).toEqual({ code: 'encoding', row: 3, data: { byte: 54 } })
  })
})

describe('the separator', () => {
  it.each([',', '\t', ';'])('%j is known by the header', async (separator) => {
    expect(await rowsOf(`表;名,一\r\n指标${separator}数值\r\n青海${separator}1`)).toEqual([
      expect.objectContaining({ row: 1 }),
      ...READ.map(({ row, cells }) => ({ row: row + 1, cells })),
    ])
  })

  it('is a comma where no header is found', async () => {
    expect(await rowsOf('a;b,c')).toEqual([{ row: 1, cells: ['a;b', 'c'] }])
  })
})

describe('rows and cells', () => {
  it('are counted as a spreadsheet shows them, whatever ends a line', async () => {
    expect(await rowsOf('a\r\n\r\n"b\r\nb"\nc\rd')).toEqual([
      { row: 1, cells: ['a'] },
      { row: 3, cells: ['b\r\nb'] },
      { row: 4, cells: ['c'] },
      { row: 5, cells: ['d'] },
    ])
  })

  it('lose their empty ends', async () => {
    expect(await rowsOf('a,,b,, \r\n,,,\r\n')).toEqual([{ row: 1, cells: ['a', '', 'b'] }])
  })

  it('come back from our own exports as they went in', async () => {
    const texts = ['=1+1', "'", "''=", '-5', '－5', '\ta', 'a"b', 'a,b', "it's", "'a", ' a ', 'a\rb', 'a\r\nb\n']
    const csv = toCsv([text<string>('note', (row) => row), value<string>('value', () => '-3.5')], texts)
    expect((await rowsOf(csv)).slice(1).map(({ cells }) => cells)).toEqual(texts.map((cell) => [cell, '-3.5']))
  })
})

describe('what is malformed is refused with row and column', () => {
  it.each([
    ['a quote that is never closed', 'a,b\r\nc,"d\r\ne,f', { code: 'quote-not-closed', row: 2, column: 2 }],
    ['a quote inside of a cell', 'a,b\r\nc"c,d', { code: 'quote-inside', row: 2, column: 1 }],
    ['text after a closing quote', 'a,"b"c', { code: 'quote-inside', row: 1, column: 2 }],
    ['a NUL', 'a,b\r\nc,d\0', { code: 'control-character', row: 2, column: 2 }],
    ['a sign that stands for what was lost', 'a,\uFFFD', { code: 'control-character', row: 1, column: 2 }],
    ['nothing at all', '\r\n,,\r\n', { code: 'empty-file' }],
  ])('%s', async (_, csv, refusal) => {
    expect(await refusalOf(utf8(csv), 'csv')).toEqual(refusal)
  })

  it('a spreadsheet that calls itself CSV', async () => {
    expect(await refusalOf(oneSheet(''), 'csv')).toEqual({ code: 'csv-is-spreadsheet' })
  })
})
