import { createHash } from 'node:crypto'
import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Match } from '../../server/imports/match.ts'
import { matchRows } from '../../server/imports/match-rows.ts'
import { type TemplateContent, writeTemplate } from '../../server/imports/template.ts'
import { EXPECTED, ROWS } from './expected.ts'
import { tableOf } from './reading.ts'

const CONTENT: TemplateContent = {
  sheet: { regionCode: '63', year: 2025, rows: ROWS },
  regionNameZh: '青海',
  planTitlesZh: new Map([['plan', '试验方案']]),
}

const FIRST = { laboratories: 6, 'rd-intensity': 7, contracts: 8, 'carbon-intensity': 10, 'storage-laboratory': 12 }

/** The template with texts written into its cells by another program. */
async function filled(cells: Readonly<Record<string, string | number>>, content = CONTENT): Promise<Uint8Array> {
  const workbook = await openXlsx(await writeTemplate(content))
  const [sheet] = workbook.sheets
  if (sheet === undefined) throw new Error('no sheet')
  for (const [reference, value] of Object.entries(cells)) {
    const row = sheet.rows[Number(reference.slice(1)) - 1]
    if (row === undefined) throw new Error(`no row ${reference}`)
    row[reference.charCodeAt(0) - 65] = value
  }
  return await saveXlsx(workbook)
}

async function imported(bytes: Uint8Array): Promise<Match & { is: 'matched' }> {
  const match = matchRows(await tableOf(bytes), EXPECTED)
  if (match.is === 'refused') throw new Error(JSON.stringify(match.refusal))
  return match
}

describe('the template of a region and year', () => {
  it('says what is asked, in the order of the plans, with the figure and source of last year', async () => {
    const { sheet, rows, remarks } = await tableOf(await writeTemplate(CONTENT))
    expect(sheet).toBe('年度数据')
    expect(remarks).toEqual([])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['青海 2025 年度数据填报表'],
      [expect.stringContaining('只填白色的格')],
      ['地区代码', '63 青海', '年份', '2025'],
      [
        ...['指标代码', '指标', '计量方式', '单位', '填什么', '2024 年数', '2025 年数值'],
        ...['初步数', '来源', '备注', '缺报原因'],
      ],
      ['试验方案'],
      ['laboratories', '重点实验室数量', '数值', '家', '年末数', '7', '', '', '省科技厅'],
      ['rd-intensity', '研究与试验发展经费投入强度', '数值', '%', '年末数', '1.0（初步数）', '', '', '=科技统计年鉴'],
      ['contracts', '技术合同成交额', '数值', '亿元', '当年新增'],
      ['other'],
      ['carbon-intensity', '单位生产总值二氧化碳排放', '比上年变化', '%', '比上年变化'],
      ['监测指标'],
      ['storage-laboratory', '多能互补绿色储能全国重点实验室', '数值', '', '是否建成'],
    ])
    expect(rows.at(-1)?.row).toBe(12)
  })

  it('is the same to the byte for the same content', async () => {
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
    const first = hash(await writeTemplate(CONTENT))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(hash(await writeTemplate(CONTENT))).toBe(first)
  })

  it('lets write into the cells to be filled in only, as text, with lists to choose from', async () => {
    const { sheets } = await readXlsx(await writeTemplate(CONTENT), { readStyles: true })
    const sheet = sheets[0]
    expect(sheet?.protection).toMatchObject({ sheet: true })
    expect(sheet?.protection?.password).toBeUndefined()
    expect(sheet?.freezePane).toEqual({ rows: 4, columns: 2 })
    const openCells = [...(sheet?.cells ?? [])].filter(([, { style }]) => style?.protection?.locked === false)
    const columns = new Set(openCells.map(([key]) => key.split(',')[1]))
    expect([...columns]).toEqual(['6', '7', '8', '9', '10'])
    expect(new Set(openCells.map(([, { style }]) => style?.numFmt))).toEqual(new Set(['@']))
    const lists = new Map(sheet?.dataValidations?.map(({ range, values }) => [range, values]))
    expect(lists.get('H6')).toEqual(['是', '否'])
    expect(lists.get('K6')).toEqual(['尚未公布', '不适用', '未收集'])
    expect(lists.get('G12')).toEqual(['已建成', '未建成'])
    expect(lists.has('G6')).toBe(false)
  })

  it('does not let write where the figure is locked', async () => {
    const rows = ROWS.map((row) => ({ ...row, entry: { state: 'locked' as const } }))
    const content = { ...CONTENT, sheet: { ...CONTENT.sheet, rows } }
    const { sheets } = await readXlsx(await writeTemplate(content), { readStyles: true })
    const open = [...(sheets[0]?.cells?.values() ?? [])].filter(({ style }) => style?.protection?.locked === false)
    expect(open).toEqual([])
  })
})

describe('the template filled in', () => {
  it('comes back figure by figure, exactly', async () => {
    const match = await imported(
      await filled({
        [`G${FIRST.laboratories}`]: '1,008',
        [`H${FIRST.laboratories}`]: '是',
        [`G${FIRST['rd-intensity']}`]: '1.0',
        [`G${FIRST.contracts}`]: 17.55,
        [`I${FIRST.contracts}`]: '科技部\n火炬中心',
        [`K${FIRST['carbon-intensity']}`]: '尚未公布',
        [`G${FIRST['storage-laboratory']}`]: '未建成',
      }),
    )
    expect(match.problems).toEqual([])
    expect(match.ignored).toEqual([])
    expect(
      match.entries.map((entry) => [
        ...[entry.row, entry.indicatorCode, entry.measure, entry.value, entry.missingReason],
        ...[entry.provisional, entry.source],
      ]),
    ).toEqual([
      [6, 'laboratories', 'value', '1008', null, true, '省科技厅'],
      [7, 'rd-intensity', 'value', '1.0', null, false, '=科技统计年鉴'],
      [8, 'contracts', 'value', '17.55', null, false, '科技部\n火炬中心'],
      [10, 'carbon-intensity', 'yoy', null, 'not-yet-published', false, null],
      [12, 'storage-laboratory', 'value', '0', null, false, null],
    ])
  })

  it('is nothing while nothing is filled in', async () => {
    expect(await imported(await writeTemplate(CONTENT))).toEqual({
      is: 'matched',
      entries: [],
      problems: [],
      ignored: [],
      unfilled: 5,
    })
  })

  it('is refused for another region or year, which is named', async () => {
    const table = await tableOf(await writeTemplate(CONTENT))
    expect(matchRows(table, { ...EXPECTED, regionCode: '37', regionNameZh: '山东' })).toEqual({
      is: 'refused',
      refusal: {
        code: 'template-of-other-region',
        row: 3,
        column: 2,
        data: { found: '63 青海', expected: '37 山东' },
      },
    })
    expect(matchRows(table, { ...EXPECTED, year: 2024 })).toMatchObject({
      refusal: { code: 'template-of-other-year', row: 3, column: 4, data: { found: '2025', expected: 2024 } },
    })
  })
})
