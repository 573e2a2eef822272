import { type Language, STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Status } from '../../server/domain/words.ts'
import type { Summary } from '../pages/compare/summary.ts'
import type { Catalogue } from './catalogue.ts'

const listed = (statuses: readonly Status[], language: Language, or: string): string =>
  statuses.map((status) => STATUS_LABELS[status][language]).join(or)

const zh = {
  title: '比较',
  comma: '，',
  sentences: '',
  colon: '：',
  /** The first line, cut into phrases so that it breaks between them. */
  headline: ({ scope, milestone, total, told, way, regions }: Summary): string[] => {
    const where = way === 'region' ? '' : `${regions} 个地区 `
    const what = milestone === 'next' ? `${total} 项目标的下一阶段，` : `${total} 项 ${milestone} 年目标，`
    const phrases = told.map(({ statuses, count }) => `${count} 项${listed(statuses, 'zh-CN', '或')}`)
    return [
      `${scope}：`,
      `${where}${what}`,
      ...phrases.map((one, index) => (index < phrases.length - 1 ? `${one}，` : one)),
    ]
  },
  onlyOne: (indicator: string, region: string, status: string, latest: string): string[] => [
    `${indicator}：`,
    `只有${region}有这项目标，`,
    `${status}，`,
    latest,
  ],
  onlyNote: (region: string) => `其他地区的方案没有这项指标，无从比较；${region}的这一项画在下面。`,
  relatedNote: (theme: string, total: number, regions: number) =>
    `同属“${theme}”的目标有 ${total} 项，来自 ${regions} 个地区。`,
  related: (theme: string) => `比较“${theme}”各地区的目标`,
  empty: '没有目标符合这些条件',
  emptyNote: (year: number) => `所选范围内没有 ${year} 年的阶段目标。`,
  nothing: (day: string) => (day ? `截至 ${day}，尚未录入任何目标` : '尚未录入任何目标'),
  toNext: '看下一阶段',
  unknown: (conditions: string) => `地址里的条件 ${conditions} 无法识别，未予采用。`,
  dropUnknown: '从地址里去掉',
  controls: '比较什么',
  compare: '比较',
  ways: { region: '一个地区，各项目标', indicator: '一项指标，各地区', theme: '一个主题，各地区' },
  subjects: { region: '地区', indicator: '指标', theme: '主题' },
  plan: '方案',
  allPlans: '全部方案',
  milestone: '阶段',
  next: '下一阶段',
  year: (year: number) => `${year} 年`,
  sort: '排序',
  sorts: { status: '先重后轻', plan: '方案顺序' },
  severalRegions: (count: number) => `（${count} 个地区）`,
  board: '目标完成率',
  boardUnit: (indicator: string, unit: string) => (unit ? `${indicator}（${unit}）` : indicator),
  shareKey: '各图纵轴相同：0 为基期，100% 为目标；细线为路径，粗线为数据，空心点为初步数，缺数的年份断开。',
  valueKey: '各图纵轴相同，按指标单位；细线为路径，粗线为数据，空心点为初步数，缺数的年份断开。',
  themeNote: '各方案的指标和口径不同：只看各自走到哪里，不排名次。',
  span: (first: number, last: number) => `${first} 年基期至 ${last} 年`,
  goal: (goal: string, year: number) => `目标${goal}，${year} 年`,
  toBuild: (year: number) => `目标 ${year} 年建成`,
  compared: {
    'at-least': (figure: string) => ` ${figure}`,
    'at-most': (figure: string) => ` ${figure}`,
    'more-than': (figure: string) => `超过 ${figure}`,
    about: (figure: string) => ` ${figure}左右`,
    between: (figure: string) => ` ${figure}`,
  },
  figure: (figure: string, year: number) => `${figure}，${year} 年`,
  noFigure: '尚无数据',
  provisional: '初步数',
  reason: (reason: string) => `（${reason}）`,
  basis: { 'of-goal': '按占目标值的比例', 'of-goal-none': '基期未载明，按占目标值的比例' },
  undrawn: { 'not-quantified': '目标未量化，无从作图', 'no-axis': '没有基期，无从作图' },
  built: (year: number) => `已建成（${year} 年）`,
  notBuilt: (year: number) => `尚未建成（${year} 年）`,
  covered: (share: string) => `目标完成率 ${share}`,
  pathShare: (share: string) => `序时完成率 ${share}`,
  more: (count: number) => `再显示 ${count} 项`,
  shown: (shown: number, total: number) => `已显示 ${shown} 项，共 ${total} 项`,
  heat: '哪一年发生转折',
  heatNote: '逐年状态，按现行目标评定；左侧竖线为转折',
  heatTurn: (year: number, count: number) => `最近的转折在 ${year} 年，有 ${count} 项。`,
  heatNone: '至今没有一项的状态变过。',
  heatEmpty: '还没有任何年度数据。',
  heatCaption: '各目标逐年的进展状态',
  heatOlder: '更早的年份见数据表。',
  heatTarget: '目标',
  cell: (year: number, status: string, figure: string) => `${year} 年：${status}，${figure}`,
  cellTurned: (before: string) => `，此前${before}`,
  cellNone: (year: number) => `${year} 年：尚无数据`,
  legend: '图例',
  legendTurn: '转折',
  legendNone: '尚无数据',
  table: '数据表',
  tableCaption: '各目标逐年的数据、目标完成率、序时目标与状态',
  columns: { year: '年份', value: '数值', covered: '目标完成率', expected: '序时目标', status: '状态' },
  base: (figure: string, year: number) => `基期 ${figure}，${year} 年`,
  noBase: '基期未载明',
  source: '数据来源：碳标，审核通过的年度数据',
  asOf: (day: string) => `截至 ${day}`,
  sample: '示例数据',
  unit: (unit: string) => `单位：${unit}`,
  shareUnit: '单位：目标完成率（%）',
  file: { board: '比较', heat: '逐年状态' },
}

const things = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const en: typeof zh = {
  title: 'Compare',
  comma: ', ',
  sentences: ' ',
  colon: ': ',
  headline: ({ scope, milestone, total, told, way, regions }) => {
    const where = way === 'region' ? '' : ` in ${things(regions, 'region')}`
    const what =
      milestone === 'next'
        ? `the next milestone of ${things(total, 'target')}`
        : `${things(total, 'target')} for ${milestone}`
    const phrases = told.map(
      ({ statuses, count }) =>
        `${count} ${listed(statuses, 'en', ' or ').toLowerCase().replace('no data', 'without data')}`,
    )
    return [
      `${scope}: `,
      `${what}${where}: `,
      ...phrases.map((one, index) => (index < phrases.length - 1 ? `${one}, ` : one)),
    ]
  },
  onlyOne: (indicator, region, status, latest) => [
    `${indicator}: `,
    `only ${region} has this target, `,
    `${status.charAt(0).toLowerCase()}${status.slice(1)}: `,
    latest,
  ],
  onlyNote: (region) =>
    `The plans of other regions do not have this indicator, so there is nothing to compare; that of ${region} is drawn below.`,
  relatedNote: (theme, total, regions) =>
    `The theme ${theme} has ${things(total, 'target')} of ${things(regions, 'region')}.`,
  related: (theme) => `Compare ${theme} over regions`,
  empty: 'No target fits these conditions',
  emptyNote: (year) => `Nothing that is compared here has a milestone in ${year}.`,
  nothing: (day) => (day ? `No target was recorded by ${day}` : 'No target has been recorded yet'),
  toNext: 'Show the next milestones',
  unknown: (conditions) => `The condition ${conditions} in the address is unknown and was not applied.`,
  dropUnknown: 'Drop it from the address',
  controls: 'What to compare',
  compare: 'Compare',
  ways: { region: 'One region, its targets', indicator: 'One indicator over regions', theme: 'One theme over regions' },
  subjects: { region: 'Region', indicator: 'Indicator', theme: 'Theme' },
  plan: 'Plan',
  allPlans: 'All plans',
  milestone: 'Milestone',
  next: 'Next',
  year: (year) => `${year}`,
  sort: 'Order',
  sorts: { status: 'Worst first', plan: 'As in the plan' },
  severalRegions: (count) => ` (${things(count, 'region')})`,
  board: 'Share of the way covered',
  boardUnit: (indicator, unit) => (unit ? `${indicator} (${unit})` : indicator),
  shareKey:
    'All charts have the same vertical scale: 0 is the baseline, 100% the target. The thin line is the path, the heavy one the figures; hollow points are provisional, and the line breaks where a year is missing.',
  valueKey:
    'All charts have the same vertical scale, in the unit of the indicator. The thin line is the path, the heavy one the figures; hollow points are provisional, and the line breaks where a year is missing.',
  themeNote: 'Plans define their indicators differently: see how far each has come; nothing is ranked.',
  span: (first, last) => `from the baseline of ${first} to ${last}`,
  goal: (goal, year) => `target ${goal}, ${year}`,
  toBuild: (year) => `to be built by ${year}`,
  compared: {
    'at-least': (figure) => figure,
    'at-most': (figure) => figure,
    'more-than': (figure) => `more than ${figure}`,
    about: (figure) => `about ${figure}`,
    between: (figure) => figure,
  },
  figure: (figure, year) => `${figure}, ${year}`,
  noFigure: 'no figure yet',
  provisional: 'provisional',
  reason: (reason) => ` (${reason})`,
  basis: {
    'of-goal': 'as a share of the target value',
    'of-goal-none': 'no baseline printed: as a share of the target value',
  },
  undrawn: {
    'not-quantified': 'No number is promised: nothing to draw',
    'no-axis': 'Without a baseline there is nothing to draw',
  },
  built: (year) => `Built (${year})`,
  notBuilt: (year) => `Not built yet (${year})`,
  covered: (share) => `${share} of the way covered`,
  pathShare: (share) => `${share} of the path`,
  more: (count) => `Show ${count} more`,
  shown: (shown, total) => `${shown} of ${total} shown`,
  heat: 'In which year did it turn',
  heatNote: 'status by year, by the promise in force; a bar at the left marks a turn',
  heatTurn: (year, count) => `Most recently ${things(count, 'target')} turned, in ${year}.`,
  heatNone: 'No status has changed so far.',
  heatEmpty: 'There are no yearly figures yet.',
  heatCaption: 'Status of each target by year',
  heatOlder: 'Earlier years are in the table of figures.',
  heatTarget: 'Target',
  cell: (year, status, figure) => `${year}: ${status}, ${figure}`,
  cellTurned: (before) => `, before that ${before}`,
  cellNone: (year) => `${year}: no figure`,
  legend: 'Legend',
  legendTurn: 'turn',
  legendNone: 'no figure',
  table: 'Table of figures',
  tableCaption: 'Figures, shares covered, values due and status of each target by year',
  columns: { year: 'Year', value: 'Figure', covered: 'Covered', expected: 'Due', status: 'Status' },
  base: (figure, year) => `baseline ${figure}, ${year}`,
  noBase: 'no baseline printed',
  source: 'Source: Tanbiao, approved yearly figures',
  asOf: (day) => `As of ${day}`,
  sample: 'Sample data',
  unit: (unit) => `Unit: ${unit}`,
  shareUnit: 'Unit: share of the way covered (%)',
  file: { board: 'compare', heat: 'status-by-year' },
}

export const compareText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
