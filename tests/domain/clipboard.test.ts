import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeBlock, readBlock, splitHeader, toBlock } from '../../server/domain/clipboard.ts'

describe('a block from the clipboard', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['one cell', '5', [['5']]],
    [
      'what Excel copies',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['line feeds', '1\n2', [['1'], ['2']]],
    ['carriage returns', '1\r2\r', [['1'], ['2']]],
    ['an empty cell in the middle', '1\r\n\r\n3\r\n', [['1'], [''], ['3']]],
    ['an empty cell at the end', '1\t', [['1', '']]],
    ['one empty cell', '\r\n', [['']]],
    ['ragged rows', '1\t2\t3\n4\n5\t6', [['1', '2', '3'], ['4'], ['5', '6']]],
    ['a quoted line break', '"甲\n乙"\t5', [['甲\n乙', '5']]],
    ['quoted CRLF, tab and quote', '"a\r\nb\tc""d"\r\n6', [['a\r\nb\tc"d'], ['6']]],
    ['an empty quoted cell', '""\t5', [['', '5']]],
    ['a cell that is a quote', '""""', [['"']]],
    ['a quote in the middle', '5" 管\t"A"级', [['5" 管', '"A"级']]],
    ['a quote that never closes', '"abc\t5\n6', [['"abc', '5'], ['6']]],
  ])('reads %s', (_, text, rows) => {
    expect(readBlock(text)).toEqual(rows)
  })

  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', ' ', '5', '约') }),
    fc.string({ unit: 'binary' }),
  )
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

  it('is what was copied: readBlock(toBlock(x)) is x', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(toBlock(rows))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })
  it('loses nothing of any text without quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\t', '\r\n', '\n', '\r') }), (text) => {
        expect(readBlock(text).flat().join('')).toBe(text.replace(/[\t\r\n]/g, ''))
      }),
    )
  })
  it('reads a large block of quotes without delay', () => {
    const before = performance.now()
    readBlock('"a\t'.repeat(100_000))
    readBlock('""'.repeat(500_000))
    expect(performance.now() - before).toBeLessThan(2000)
  })
})

describe('a block laid into a grid', () => {
  const block = [['1', '2', '3'], ['4'], ['5', '6']]
  it('falls where it begins', () => {
    expect(placeBlock([['1', '2'], ['3']], { row: 4, column: 1 }, { rows: 40, columns: 3 })).toEqual({
      cells: [
        { row: 4, column: 1, text: '1' },
        { row: 4, column: 2, text: '2' },
        { row: 5, column: 1, text: '3' },
      ],
      rowsBeyond: [],
      columnsBeyond: [],
    })
  })
  it('tells the rows and columns that are beyond the grid', () => {
    const placed = placeBlock(block, { row: 38, column: 1 }, { rows: 40, columns: 3 })
    expect(placed.cells.map(({ text }) => text)).toEqual(['1', '2', '4'])
    expect(placed.rowsBeyond).toEqual([2])
    expect(placed.columnsBeyond).toEqual([2])
  })
  it('says nothing of blank cells beyond the grid', () => {
    const placed = placeBlock([['1', ' '], ['']], { row: 0, column: 0 }, { rows: 1, columns: 1 })
    expect(placed).toEqual({ cells: [{ row: 0, column: 0, text: '1' }], rowsBeyond: [], columnsBeyond: [] })
  })
  it('places every cell that is not blank, or tells its row or column', () => {
    const cells = fc.array(fc.array(fc.constantFrom('', ' ', '5', '约17'), { maxLength: 5 }), { maxLength: 5 })
    fc.assert(
      fc.property(cells, fc.nat(4), fc.nat(4), fc.nat(5), fc.nat(5), (rows, row, column, height, width) => {
        const {
          cells: placed,
          rowsBeyond,
          columnsBeyond,
        } = placeBlock(rows, { row, column }, { rows: height, columns: width })
        for (const [down, line] of rows.entries())
          for (const [right, text] of line.entries()) {
            const isPlaced = placed.some((cell) => cell.row === row + down && cell.column === column + right)
            const isTold = rowsBeyond.includes(down) || columnsBeyond.includes(right)
            if (text.trim() !== '') expect(isPlaced || isTold).toBe(true)
          }
      }),
    )
  })
})

describe('the header of a block', () => {
  const headerOf = (rows: string[][]) => splitHeader(rows, 2025).headerRows
  it.each<[string, string[][], number]>([
    ['figures alone have none', [['0.89'], ['20.12']], 0],
    [
      'headings above figures',
      [
        ['指标', '2025'],
        ['研发投入强度', '0.89'],
      ],
      1,
    ],
    ['a year above one column', [['2025年'], ['0.89']], 1],
    ['the bare year asked for', [['2025'], ['31'], ['5']], 1],
    ['another bare number is a figure', [['2031'], ['31']], 0],
    ['another bare number stays a figure above the year asked for', [['2031'], ['2025'], ['31']], 0],
    [
      'a row of years',
      [
        ['2024', '2025'],
        ['3', '4'],
      ],
      1,
    ],
    ['a heading of the year with more words', [['2025年（初步）'], ['31']], 1],
    ['a figure below the heading that could be a year', [['数值'], ['2031']], 1],
    [
      'merged headings in two rows',
      [
        ['指标', '2025', '', ''],
        ['', '数值', '来源', '备注'],
        ['甲', '5', '', ''],
      ],
      2,
    ],
    ['a title above the headings', [['青海省科技指标'], ['指标', '数值'], ['甲', '5']], 2],
    ['a refused figure is no header', [['约17'], ['18']], 0],
    ['a missing sign is no header', [['—'], ['18']], 0],
    ['a blank first cell stays a cell', [[''], ['18']], 0],
    ['an answer in words is no header', [['未建成'], ['是']], 0],
    [
      'an indicator without a figure is no header',
      [
        ['单位GDP二氧化碳排放', ''],
        ['研发投入强度', '0.89'],
      ],
      0,
    ],
    ['headings and nothing else are no header', [['指标', '数值']], 0],
  ])('%s', (_, rows, expected) => {
    expect(headerOf(rows)).toBe(expected)
  })
  it('leaves the rows of data as they are', () => {
    expect(
      splitHeader(
        [
          ['指标', '数值'],
          ['甲', '5'],
        ],
        2025,
      ),
    ).toEqual({ headerRows: 1, rows: [['甲', '5']] })
  })
})
