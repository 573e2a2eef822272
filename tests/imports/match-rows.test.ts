import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../server/imports/limits.ts'
import type { Entry, Match, Problem } from '../../server/imports/match.ts'
import { matchRows } from '../../server/imports/match-rows.ts'
import { readBytes } from '../../server/imports/read-bytes.ts'
import type { Refusal } from '../../server/imports/refused.ts'
import type { Table } from '../../server/imports/table.ts'
import { tellEntry, tellFileRefusal, tellIgnored, tellProblem } from '../../server/imports/telling.ts'
import { OBSERVATION_COLUMNS } from '../../server/observations/csv.ts'
import { EXPECTED } from './expected.ts'

const HEADER = ['指标代码', '指标', '2025 年数值', '初步数', '来源', '备注', '缺报原因']

function tableOf(rows: readonly (readonly string[])[], part: Partial<Table> = {}): Table {
  const numbered = rows.map((cells, index) => ({ row: index + 1, cells: [...cells] }))
  const filled = numbered.filter(({ cells }) => cells.some((cell) => cell !== ''))
  return { sheet: null, rows: filled, merges: [], remarks: [], ...part }
}

function matched(table: Table): Match & { is: 'matched' } {
  const match = matchRows(table, EXPECTED)
  if (match.is === 'refused') throw new Error(JSON.stringify(match.refusal))
  return match
}

function refusal(table: Table): Refusal {
  const match = matchRows(table, EXPECTED)
  if (match.is === 'matched') throw new Error('Not refused')
  return match.refusal
}

const row = (cells: Partial<Record<string, string>>): string[] => HEADER.map((name) => cells[name] ?? '')
const withRows = (...rows: Partial<Record<string, string>>[]): Table => tableOf([HEADER, ...rows.map(row)])
const of = (cells: Partial<Record<string, string>>): Match & { is: 'matched' } => matched(withRows(cells))
const problemsOf = (match: Match & { is: 'matched' }) =>
  match.problems.map(({ row: at, column, code }: Problem) => `${at}${column?.letter ?? ''} ${code}`)

const ENTRY: Entry = {
  row: 2,
  indicatorCode: 'laboratories',
  measure: 'value',
  value: '8',
  missingReason: null,
  provisional: false,
  source: null,
  note: null,
  typed: '8',
  conversions: [],
  remarks: [],
}

describe('a row becomes an entry', () => {
  it('with everything that stands in it', () => {
    const match = of({
      指标代码: 'laboratories',
      指标: '重点实验室数量',
      '2025 年数值': ' 1,008 ',
      初步数: '是',
      来源: ' 省科技厅 ',
      备注: '含\n新批',
    })
    expect(match).toEqual({
      is: 'matched',
      entries: [
        {
          ...ENTRY,
          value: '1008',
          provisional: true,
          source: ' 省科技厅 ',
          note: '含\n新批',
          typed: '1,008',
          conversions: ['separators'],
        },
      ],
      problems: [],
      ignored: [],
      unfilled: 0,
    })
  })

  it.each([
    ['its code', { 指标代码: 'laboratories' }],
    ['its code in capitals', { 指标代码: 'LABORATORIES' }],
    ['its name', { 指标: '重点实验室数量' }],
    ['its short name', { 指标: '重点实验室' }],
    ['its English name', { 指标: 'number of key laboratories' }],
    ['both', { 指标代码: 'laboratories', 指标: '重点实验室 数量' }],
  ])('known by %s', (_, cells) => {
    expect(of({ ...cells, '2025 年数值': '8' }).entries).toEqual([ENTRY])
  })

  it.each([
    ['0.89%', 'rd-intensity', '0.89'],
    ['１．０', 'rd-intensity', '1.0'],
    ['−3.8', 'carbon-intensity', '-3.8'],
    ['1.2万亿元', 'contracts', '12000'],
    ['建成', 'storage-laboratory', '1'],
    ['未建成', 'storage-laboratory', '0'],
  ])('%s of %s is %s', (typed, code, value) => {
    expect(of({ 指标代码: code, '2025 年数值': typed }).entries).toMatchObject([{ value, typed }])
  })

  it('that says why there is no figure', () => {
    const without = { ...ENTRY, value: null, typed: '' }
    for (const reason of ['尚未公布', 'not-yet-published', 'Not yet published'])
      expect(of({ 指标代码: 'laboratories', 缺报原因: reason }).entries).toEqual([
        { ...without, missingReason: 'not-yet-published' },
      ])
    expect(of({ 指标代码: 'laboratories', '2025 年数值': '—', 缺报原因: '不适用' }).entries).toEqual([
      { ...without, typed: '—', missingReason: 'not-applicable' },
    ])
    expect(of({ 指标代码: 'laboratories', '2025 年数值': '尚未公布' }).entries).toEqual([
      { ...without, typed: '尚未公布', missingReason: 'not-yet-published' },
    ])
  })

  it('in the measure that it names, else in the one that is asked', () => {
    const table = (measure: string): Table =>
      tableOf([
        ['指标代码', '计量方式', '数值'],
        ['carbon-intensity', measure, '-3.8'],
      ])
    expect(matched(table('')).entries[0]?.measure).toBe('yoy')
    expect(matched(table('比上年变化')).entries[0]?.measure).toBe('yoy')
    expect(matched(table('since:2020')).entries[0]?.measure).toBe('since:2020')
    expect(matched(table('比 2020 年变化')).entries[0]?.measure).toBe('since:2020')
    expect(problemsOf(matched(table('value')))).toEqual(['2B measure-unknown'])
  })

  it('with what is to be told of the cell of the figure', () => {
    const remark = { code: 'formula', row: 2, column: 3 } as const
    const { rows } = withRows({ 指标代码: 'laboratories', '2025 年数值': '8' })
    expect(matched(tableOf([], { rows, remarks: [remark, { ...remark, row: 3 }] })).entries).toEqual([
      { ...ENTRY, remarks: [remark] },
    ])
  })
})

describe('what is shown of an entry before it is taken', () => {
  const tell = (code: string, typed: string, remarks: Entry['remarks'] = []): string[] => {
    const { rows } = withRows({ 指标代码: code, '2025 年数值': typed })
    const [entry] = matched(tableOf([], { rows, remarks })).entries
    const wanted = EXPECTED.rows.find(({ indicator }) => indicator.code === code)?.indicator
    if (entry === undefined || wanted === undefined) throw new Error('No entry')
    return tellEntry(entry, wanted, 'zh-CN')
  }

  it('is what was made of the typed text, and nothing where it is taken as it stands', () => {
    expect(tell('laboratories', '8')).toEqual([])
    expect(tell('contracts', '1.2万亿元')).toEqual(['“1.2万亿元”将记为 12000 亿元：按单位换算。'])
    expect(tell('laboratories', '尚未公布')).toEqual(['“尚未公布”将记为“尚未公布”，不记为 0。'])
  })

  it('is what the cell does not show', () => {
    expect(tell('laboratories', '8', [{ code: 'formula', row: 2, column: 3 }])).toEqual([
      '由公式算出，取文件中的结果。',
    ])
  })
})

describe('a row that is not filled in is left out', () => {
  it('and counted where its indicator is known; titles of groups and lines below the table are not', () => {
    const match = matched(
      tableOf([
        ['青海 2025 年度数据'],
        [],
        HEADER,
        ['试验方案'],
        row({ 指标代码: 'laboratories', 来源: '省科技厅' }),
        row({ 指标代码: 'rd-intensity', '2025 年数值': '1.0' }),
        ['填报人：张三', '', '', '审核人：'],
      ]),
    )
    expect(match).toMatchObject({ entries: [{ row: 6 }], problems: [], ignored: [], unfilled: 1 })
  })

  it('and told where it has a note or is said to be provisional', () => {
    const match = of({ 指标代码: 'laboratories', 备注: '口径待定' })
    expect(match).toMatchObject({ entries: [], problems: [], ignored: [{ row: 2, why: 'no-figure' }], unfilled: 1 })
    expect(tellIgnored({ row: 2, why: 'no-figure' }, 'zh-CN')).toBe('第 2 行：这一行没有数，也没有缺报原因，没有导入。')
  })
})

describe('what cannot be taken is a problem with its row and column', () => {
  const figure = { 指标代码: 'laboratories', '2025 年数值': '8' }

  it.each<[string, Partial<Record<string, string>>, string]>([
    ['an inexact figure', { ...figure, '2025 年数值': '约1000' }, '2C figure'],
    ['an error of a formula', { ...figure, '2025 年数值': '#REF!' }, '2C figure'],
    ['another unit', { ...figure, '2025 年数值': '8 亿元' }, '2C figure'],
    ['a dash without a reason', { ...figure, '2025 年数值': '—' }, '2C missing-needs-reason'],
    ['a figure and a reason', { ...figure, 缺报原因: '不适用' }, '2C value-and-reason'],
    ['a reason that is none', { 指标代码: 'laboratories', 缺报原因: '忘了' }, '2G reason-unknown'],
    ['neither yes nor no', { ...figure, 初步数: '大概' }, '2D provisional-unknown'],
    ['no indicator', { '2025 年数值': '8' }, '2A no-indicator'],
    ['an unknown code', { ...figure, 指标代码: 'laboratory' }, '2A unknown-indicator'],
    ['an unknown name', { '2025 年数值': '8', 指标: '实验室' }, '2B unknown-indicator'],
    ['the name of another code', { ...figure, 指标: '技术合同成交额' }, '2B name-not-of-code'],
    ['a long source', { ...figure, 来源: '字'.repeat(501) }, '2E source-too-long'],
  ])('%s', (_, cells, problem) => {
    const match = of(cells)
    expect(problemsOf(match)).toEqual([problem])
    expect(match.entries).toEqual([])
  })

  it('and says so in both languages, beginning with the place', () => {
    const [problem] = of({ ...figure, '2025 年数值': '约1000' }).problems
    expect(problem && tellProblem(problem, 'zh-CN')).toMatch(/^第 2 行 C 列（2025 年数值）：“约1000”不是一个确定的数。/)
    expect(problem && tellProblem(problem, 'en')).toMatch(/^Row 2, column C \(2025 年数值\): “约1000” is not an exact/)
  })

  it('several at once, so that all can be mended at once', () => {
    const match = of({ 指标代码: 'laboratories', '2025 年数值': '约8', 初步数: '?', 来源: '字'.repeat(501) })
    expect(problemsOf(match).toSorted()).toEqual(['2C figure', '2D provisional-unknown', '2E source-too-long'])
  })

  it('a figure that stands there twice is taken from neither row', () => {
    const match = matched(
      withRows(figure, { 指标: '重点实验室数量', '2025 年数值': '9' }, { ...figure, 指标代码: 'contracts' }),
    )
    expect(problemsOf(match)).toEqual(['2 twice', '3 twice'])
    expect(match.entries.map(({ row: at }) => at)).toEqual([4])
    const [problem] = match.problems
    expect(problem && tellProblem(problem, 'zh-CN')).toBe('第 2 行：同一个数填了几行（第 2、3 行）。请只留一行。')
  })

  it('two measures of one indicator are two figures', () => {
    const match = matched(
      tableOf([
        ['指标代码', '计量方式', '数值'],
        ['carbon-intensity', 'yoy', '-3.8'],
        ['carbon-intensity', 'since:2020', '-12'],
      ]),
    )
    expect(match).toMatchObject({ problems: [], entries: [{ measure: 'yoy' }, { measure: 'since:2020' }] })
  })

  it('another unit in the column of units', () => {
    const table = (unit: string): Table =>
      tableOf([
        ['指标代码', '单位', '数值'],
        ['contracts', unit, '8'],
      ])
    expect(problemsOf(matched(table('万元')))).toEqual(['2B unit-differs'])
    expect(matched(table('亿元')).entries).toHaveLength(1)
    expect(matched(table('100 million yuan')).entries).toHaveLength(1)
  })

  it('a day, a formula without a result and merged cells', () => {
    const { rows } = withRows(figure)
    const day = { code: 'date-cell', row: 2, column: 3 } as const
    expect(problemsOf(matched(tableOf([], { rows, remarks: [day] })))).toEqual(['2C date-cell'])
    const empty = withRows({ 指标代码: 'laboratories' }).rows
    const formula = { code: 'formula-empty', row: 2, column: 3 } as const
    expect(problemsOf(matched(tableOf([], { rows: empty, remarks: [formula] })))).toEqual(['2C formula-empty'])
    const merge = { fromRow: 2, toRow: 3, fromColumn: 3, toColumn: 3 }
    expect(problemsOf(matched(tableOf([], { rows, merges: [merge] })))).toEqual(['2C merged-cells'])
    const title = { fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 7 }
    expect(problemsOf(matched(tableOf([], { rows, merges: [title] })))).toEqual([])
  })
})

describe('the header', () => {
  it('is found below titles, in any order, in either language, with what people add to names', () => {
    const match = matched(
      tableOf([
        ['青海省 2025 年'],
        ['单位：见表'],
        ['Note', 'Value（必填）', '＊Indicator_Code', 'Provisional', '序号'],
        ['x', '8', 'laboratories', 'no', '1'],
      ]),
    )
    expect(match.entries).toEqual([{ ...ENTRY, row: 4, note: 'x' }])
    expect(match.ignored).toEqual([{ column: { letter: 'E', header: '序号' }, why: 'unknown-column' }])
  })

  it.each<[string, string[][], Refusal]>([
    ['is missing', [['a', 'b'], ['c']], { code: 'no-header' }],
    ['has no figures', [['指标代码', '指标', '单位']], { code: 'no-value-column', row: 1 }],
    ['has no indicators', [['x'], ['单位', '数值']], { code: 'no-indicator-column', row: 2 }],
    [
      'names a column twice',
      [['指标代码', '数值', '来源', '数据来源']],
      { code: 'duplicate-column', row: 1, column: 4, data: { header: '数据来源', first: 'C', second: 'D' } },
    ],
    [
      'has two columns of figures',
      [['指标代码', '数值', '2025年数值']],
      { code: 'duplicate-column', row: 1, column: 3, data: { header: '2025年数值', first: 'B', second: 'C' } },
    ],
    [
      'is of another year',
      [['指标代码', '2024 年数值']],
      { code: 'year-of-column', row: 1, column: 2, data: { found: 2024, expected: 2025 } },
    ],
  ])('%s: refused', (_, rows, expected) => {
    expect(refusal(tableOf(rows))).toEqual(expected)
  })

  it('below row 20 is not looked for', () => {
    const rows = [...Array.from({ length: 20 }, () => ['x']), ['指标代码', '数值']]
    expect(refusal(tableOf(rows))).toEqual({ code: 'no-header' })
    expect(tellFileRefusal({ code: 'no-header' }, 2025, 'zh-CN')).toContain('“2025 年数值”')
  })

  it('may have the figures of other years beside, which are not taken', () => {
    const match = matched(
      tableOf([
        ['指标', '2023', '2024', '2025'],
        ['重点实验室数量', '6', '7', '8'],
      ]),
    )
    expect(match.entries).toEqual([ENTRY])
    expect(match.ignored).toEqual([{ column: { letter: 'B', header: '2023' }, why: 'other-year' }])
  })
})

describe('our own observations.csv', () => {
  const header = OBSERVATION_COLUMNS.map(({ name }) => name).join(',')
  const line = (region: string, year: number, figure: string): string =>
    `${region},青海,laboratories,重点实验室数量,家,${year},value,${figure},,true,false,'=1,,1,a,2025-01-01,b,2025-01-02,false,7,9`

  it('can be imported; rows of other regions and years are problems', async () => {
    const csv = [header, line('63', 2025, '8'), line('37', 2025, '9'), line('63', 2024, '7')].join('\r\n')
    const read = await readBytes({ bytes: new TextEncoder().encode(csv), kind: 'csv', limits: LIMITS })
    if (read.is === 'refused') throw new Error(read.refusal.code)
    const match = matched(read.table)
    expect(match.entries).toEqual([{ ...ENTRY, provisional: true, source: '=1' }])
    expect(problemsOf(match)).toEqual(['3A other-region', '4F other-year'])
    expect(new Set(match.ignored.map(({ why }) => why))).toEqual(new Set(['not-imported']))
  })
})
