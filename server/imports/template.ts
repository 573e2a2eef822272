import type { Sheet, SheetRow } from '../contract/entry.ts'
import { KIND_LABELS } from '../domain/detail-labels.ts'
import { MISSING_REASON_LABELS } from '../domain/labels.ts'
import { MISSING_REASONS } from '../domain/words.ts'
import { measureLabel } from './known-indicators.ts'
import { REGION_LABEL, TEMPLATE_SHEET, YEAR_LABEL } from './template-layout.ts'
import type { Look, WrittenRow, WrittenSheet } from './write-spreadsheet.ts'

export interface TemplateContent {
  sheet: Pick<Sheet, 'regionCode' | 'year' | 'rows'>
  regionNameZh: string
  /** By code; a plan without a title here is named by its code. */
  planTitlesZh: ReadonlyMap<string, string>
}

const YES_NO = ['是', '否']
const BUILT = ['已建成', '未建成']
const REASONS = MISSING_REASONS.map((reason) => MISSING_REASON_LABELS[reason]['zh-CN'])
const WITHOUT_PLAN = '监测指标'
const WIDTHS = [20, 34, 14, 12, 14, 14, 16, 9, 28, 28, 14]
const HEADER_ROW = 4
const VALUE_COLUMN = 7
const PROVISIONAL_COLUMN = 8
const REASON_COLUMN = 11

const titleOf = ({ regionNameZh, sheet }: TemplateContent): string => `${regionNameZh} ${sheet.year} 年度数据填报表`

const cells = (look: Look, texts: readonly string[]): WrittenRow => ({ cells: texts.map((text) => ({ text, look })) })
const across = (look: Look, text: string, height: number): WrittenRow => ({
  ...cells(look, [text, ...WIDTHS.slice(1).map(() => '')]),
  merged: true,
  height,
})

/**
 * The form in which a region fills in the figures of a year with a spreadsheet: one row for each figure that is asked
 * for, grouped by plan. It says for which region and year it is, and an import checks that.
 *
 * @returns the bytes of an XLSX file; the same for the same content
 */
export async function writeTemplate(content: TemplateContent): Promise<Uint8Array> {
  // Loaded when it is wanted: it is a tenth of what the program loads.
  const { writeSpreadsheet } = await import('./write-spreadsheet.ts')
  return await writeSpreadsheet(templateSheet(content))
}

function templateSheet(content: TemplateContent): WrittenSheet {
  const { sheet, regionNameZh, planTitlesZh } = content
  const rows = [
    across('title', titleOf(content), 30),
    across(
      'words',
      '只填白色的格：数值、初步数、来源、备注、缺报原因。没有数的，数值留空，选缺报原因；两者都空的行不导入。数值只填数字，单位见“单位”列。填好后存为 .xlsx 或 .csv，到填报页导入。',
      32,
    ),
    cells('words', [REGION_LABEL, `${sheet.regionCode} ${regionNameZh}`, YEAR_LABEL, String(sheet.year)]),
    cells('header', headers(sheet.year)),
  ]
  const lists: WrittenSheet['lists'][number][] = []
  for (const [plan, ofPlan] of Map.groupBy(sheet.rows, ({ planCodes }) => planCodes[0])) {
    rows.push(across('group', plan === undefined ? WITHOUT_PLAN : (planTitlesZh.get(plan) ?? plan), 20))
    for (const row of ofPlan) {
      rows.push(figureRow(row, sheet.year))
      const at = { row: rows.length, hint: '请从列表中选择' }
      lists.push({ ...at, column: PROVISIONAL_COLUMN, words: YES_NO }, { ...at, column: REASON_COLUMN, words: REASONS })
      if (row.indicator.kind === 'done') lists.push({ ...at, column: VALUE_COLUMN, words: BUILT })
    }
  }
  return {
    name: TEMPLATE_SHEET,
    title: titleOf(content),
    widths: WIDTHS,
    rows,
    frozen: { rows: HEADER_ROW, columns: 2 },
    lists,
  }
}

const headers = (year: number): string[] => [
  '指标代码',
  '指标',
  '计量方式',
  '单位',
  '填什么',
  `${year - 1} 年数`,
  `${year} 年数值`,
  '初步数',
  '来源',
  '备注',
  '缺报原因',
]

function figureRow({ indicator, measure, entry, earlier, approved, pending }: SheetRow, year: number): WrittenRow {
  const lastYear = earlier.find((figure) => figure.year === year - 1)
  const source = pending?.source ?? approved?.source ?? lastYear?.source ?? ''
  const asked = measure === 'value' ? ASKED[indicator.kind] : measureLabel(measure)
  const fixed = cells('locked', [indicator.code, indicator.nameZh, measureLabel(measure), indicator.unitZh, asked])
  const figureBefore = cells('locked-figure', [shown(lastYear, indicator.kind)])
  const isLocked = entry.state === 'locked'
  const figure = cells(isLocked ? 'locked-figure' : 'figure', [''])
  const besides = cells(isLocked ? 'locked' : 'input', ['', source, '', ''])
  return { cells: [fixed, figureBefore, figure, besides].flatMap((part) => part.cells) }
}

const ASKED: Readonly<Record<SheetRow['indicator']['kind'], string>> = {
  level: '年末数',
  cumulative: '累计',
  flow: '当年新增',
  change: KIND_LABELS.change['zh-CN'],
  done: KIND_LABELS.done['zh-CN'],
}

function shown(figure: SheetRow['earlier'][number] | undefined, kind: SheetRow['indicator']['kind']): string {
  if (figure === undefined) return ''
  if (figure.value === null)
    return figure.missingReason === null ? '' : MISSING_REASON_LABELS[figure.missingReason]['zh-CN']
  if (kind === 'done') return figure.value === '1' ? '已建成' : '未建成'
  return `${figure.value}${figure.provisional ? '（初步数）' : ''}`
}
