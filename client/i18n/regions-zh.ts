import type { LackReason } from '../../server/domain/roll-up.ts'
import type { Status } from '../../server/domain/words.ts'
import { going, listed } from './overview-words.ts'

type Counts = Record<Status, number>

/** How many regions are directly below one, by how many digits their codes have. */
const LEVELS: Readonly<Record<number, string>> = { 2: '个省份', 4: '个市州', 6: '个区县' }

export const regionsZh = {
  title: '地区',
  crumbs: '所在地区',
  comma: '，',
  sentenceEnd: '。',
  everywhere: '全部地区',
  /** The first line, cut into phrases so that it breaks between them. */
  headline: (name: string, below: number, milestone: number | 'next', total: number, counts: Counts): string[] => {
    const scope = below > 0 ? `${name}及下级 ${below} 个地区` : name
    if (total === 0) return [`${scope}，`, milestone === 'next' ? '没有目标' : `没有 ${milestone} 年阶段目标`]
    const told = [
      ...(counts.achieved ? [`已完成 ${counts.achieved} 项`] : []),
      ...(counts.missed ? [`未完成 ${counts.missed} 项`] : []),
      ...going(counts, (count, statuses) => `${listed(statuses, 'zh-CN')} ${count} 项`),
    ]
    return [
      `${scope}，`,
      `${milestone === 'next' ? '下一阶段目标' : `${milestone} 年阶段目标`} ${total} 项：`,
      ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}，` : phrase)),
    ]
  },
  note: (own: number, below: number, fresh: number, year: number): string =>
    [
      ...(below > 0 ? [`其中本级 ${own} 项，下级 ${below} 项。`] : []),
      own + below > 0 ? `${fresh} 项已有 ${year} 年数据。` : '',
    ].join(''),
  noRanking: '各地区按行政区划代码排列，不排名：目标多少、难易各不相同。',
  theme: '主题',
  all: '全部',
  tools: '带走与转发',
  csv: '下载 CSV',
  overview: '总览',
  narrowedPlan: (title: string) => `只看方案“${title}”的目标。`,
  everyPlan: '看全部方案',
  below: '下级地区',
  found: '查找结果',
  search: '查找下级地区',
  searchHint: '名称或代码',
  searchTarget: '查找目标',
  searchTargetHint: '目标、方案、原文',
  regionsFound: (total: number) => `${total} 个`,
  caption: (name: string) => `${name}的下级地区`,
  columns: { region: '地区', targets: '目标', statuses: '按进展状态', fresh: (year: number) => `已有 ${year} 年数据` },
  belowCount: (count: number) => `下级 ${count} 个地区`,
  targetCount: (count: number) => `${count} 项`,
  ofTargets: (count: number, total: number) => `${count} / ${total}`,
  noTargets: '没有目标',
  noneFound: '没有找到。请换个写法，或用行政区划代码。',
  noneBelow: '没有下级地区。',
  nothing: '尚未录入任何地区。',
  targets: '目标',
  targetsNote: (milestone: string) => `${milestone}，先重后轻`,
  scopes: { within: '含下级', own: '仅本级' },
  scope: '目标的范围',
  onlyStatus: (word: string) => `只看“${word}”`,
  clearStatus: '看全部状态',
  noneListed: '没有符合这些条件的目标。',
  next: '下一阶段',
  year: (year: number) => `${year} 年`,
  pages: { regions: '下级地区分页', targets: '目标分页' },
  pageOf: (from: number, to: number, total: number) =>
    from === 0 ? `这一页没有内容，共 ${total} 条` : `第 ${from}—${to} 条，共 ${total} 条`,
  previous: '上一页',
  following: '下一页',
  rollUp: '汇总',
  indicator: '指标',
  rolled: '可以汇总的',
  notRolled: '不汇总的',
  rollUpLead: (rule: 'sum' | 'weighted-mean', weight: string) =>
    rule === 'sum' ? '下级地区数据的合计' : `下级地区数据以“${weight}”加权的平均`,
  rollUpNote: '只作参考，不据以评价，也不取代本级数据。',
  how: '怎样算',
  refused: {
    'definitions-differ': (name: string) => `“${name}”不汇总：各地口径不同，相加或平均没有意义。`,
    'nothing-below': () => '没有下级地区，无可汇总。',
  },
  noFigures: '本级和下级都还没有可以画出的数据。',
  key: {
    own: '本级数据',
    rolledUp: '下级汇总',
    part: '汇总不完整或含初步数',
    ownProvisional: '初步数',
  },
  chart: (name: string, region: string, latest: string) => `${region}的${name}：本级数据与下级汇总，逐年。${latest}`,
  latest: (year: number, own: string, rolledUp: string) => `${year} 年本级 ${own}，汇总 ${rolledUp}。`,
  thinned: (points: number) => `图上点过密处省去了部分点，下表有全部 ${points} 年。`,
  coverageUnder: (units: string) => `年份下为汇总所含的${units.replace(/^个/, '')}数。`,
  /** “14 个市州”, of which regions by the length of their codes. */
  units: (digits: number) => LEVELS[digits] ?? '个下级地区',
  rollUpCaption: (name: string) => `${name}：各年本级数据与下级汇总`,
  rollUpColumns: { year: '年份', own: '本级数据', rolledUp: '下级汇总', coverage: '汇总范围', marks: '说明' },
  coverage: (covered: number, of: number, units: string) => `汇总 ${covered}/${of} ${units}`,
  axisCut: '纵轴不从 0 开始',
  whole: '齐全',
  lacking: (names: string) => `缺：${names}`,
  partial: (names: string) => `部分：${names}`,
  andMore: (names: string, more: number) => `${names}等 ${more} 个`,
  between: '、',
  lack: {
    'no-figure': '',
    'no-weight': '无权重',
    'not-yet-published': '尚未公布',
    'not-applicable': '不适用',
    'not-collected': '未收集',
  } satisfies Record<LackReason, string> as Record<LackReason, string>,
  because: (name: string, reason: string) => (reason ? `${name}（${reason}）` : name),
  marks: {
    provisional: { own: '本级为初步数', rolledUp: '汇总含初步数' },
    breakBefore: { own: '本级口径变更，与上年不可比', rolledUp: '汇总含口径变更，与上年不可比' },
    sample: '示例数据',
  },
}
