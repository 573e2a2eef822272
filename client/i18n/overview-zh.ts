import type { SinceCounts } from '../pages/overview/since-counts.ts'
import type { Summary } from '../pages/overview/summary.ts'
import { going, listed, type Scope } from './overview-words.ts'

export const overviewZh = {
  title: '总览',
  comma: '，',
  sentences: '',
  space: '',
  /** The first line, cut into phrases so that it breaks between them. Its numbers add up to the first. */
  headline: ({ choice, total, counts, awaiting, others, ended }: Summary, { places, narrowed }: Scope): string[] => {
    const scope = places.join('') + (narrowed ? '符合条件的' : '')
    const first = choice === 'next' ? `${scope}下一阶段目标` : `${scope} ${choice} 年阶段目标`.trim()
    const told = [
      `${ended || choice === 'next' ? '已' : '提前'}完成 ${counts.achieved} 项`,
      ...(ended || counts.missed ? [`未完成 ${counts.missed} 项`] : []),
      ...(ended && awaiting ? [`待年终数 ${awaiting} 项`] : []),
      ...going(others, (count, statuses) => `${listed(statuses, 'zh-CN')} ${count} 项`),
    ]
    return [
      `${first} ${total} 项：`,
      ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}，` : phrase)),
    ]
  },
  notes: ({ choice, ended, ahead, onEarlier, missedProvisional, awaiting, counts }: Summary): string[] => [
    ...(awaiting && ended ? [`待年终数的 ${awaiting} 项，下面按已有数据计入各状态。`] : []),
    ...(awaiting && choice === 'next' ? [`${awaiting} 项期限已过，还缺年终数。`] : []),
    ...(onEarlier.count
      ? [
          `已完成的 ${counts.achieved} 项中，${onEarlier.count} 项按 ${onEarlier.years.join('、')} 年数据，目标年份的数据未到。`,
        ]
      : []),
    ...(ahead.count && choice === 'next'
      ? [`已完成的 ${counts.achieved} 项中，${ahead.count} 项为 ${ahead.years.join('、')} 年目标提前完成。`]
      : []),
    ...(missedProvisional ? [`未完成的 ${counts.missed} 项中，${missedProvisional} 项据初步数。`] : []),
  ],
  /** What changed since a day; what did not occur is not named. */
  since: (year: number, day: string, told: SinceCounts): string => {
    const parts = [
      ...(told.statuses ? [`${told.statuses} 项进展有变`] : []),
      ...(told.figuresAdded ? [`新增数据 ${told.figuresAdded} 个`] : []),
      ...(told.figuresCorrected ? [`更正 ${told.figuresCorrected} 个`] : []),
      ...(told.targetsAdded ? [`新增目标 ${told.targetsAdded} 项`] : []),
      ...(told.targetsRevised ? [`调整目标 ${told.targetsRevised} 项`] : []),
      ...(told.method ? ['评估方法已更新'] : []),
    ]
    const since = `自 ${year} 年数据填报截止（${day}）以来`
    return parts.length ? `${since}，${parts.join('，')}。` : `${since}没有变化。`
  },
  seeChanges: '查看变化',
  emptyHeadline: '没有目标符合这些条件',
  countsCaption: '各阶段目标按进展状态计数',
  pickHint: '选一行，下方随之变化',
  year: (year: number) => `${year} 年`,
  next: '下一阶段',
  milestoneTotal: (total: number) => `阶段目标，${total} 项`,
  nextTotal: (total: number) => `各取最近一项，${total} 项`,
  filters: '筛选',
  region: '地区',
  plan: '方案',
  theme: '主题',
  status: '状态',
  flag: '标记',
  all: '全部',
  allPlans: (total: number) => `全部 ${total} 份`,
  search: '搜索',
  searchHint: '搜索目标、方案、原文',
  searching: '正在查找……',
  lists: '列表',
  attention: '需要关注',
  byPlan: '按方案',
  byTheme: '按主题',
  ungrouped: '不分组',
  clear: '清除筛选',
  tally: (shown: number, total: number) => (shown === total ? `${total} 项` : `${total} 项中的 ${shown} 项`),
  tools: '带走与转发',
  downloadCsv: '下载 CSV',
  report: '进展通报',
  board: '看板',
  empty: '没有符合这些条件的目标。可以放宽一项条件，或全部清除。',
  allWell: '没有未完成、滞后或背离目标的。',
  seeAllTargets: (total: number) => `看全部 ${total} 项目标`,
  nothingHeadline: (day: string) => (day ? `截至 ${day}，尚未录入任何目标` : '尚未录入任何目标'),
  nothing: '那一天以前没有任何记录，请看以后的日期。',
  toToday: '看今天',
  unknown: (conditions: string) => `地址里的条件 ${conditions} 无法识别，未予采用。`,
  dropUnknown: '从地址里去掉',
  listTitle: '目标',
  listNote: (milestone: string, grouped: boolean) => `${milestone}，${grouped ? '组内' : ''}先重后轻`,
  seeWhole: (total: number) => `全部 ${total} 项`,
  barKey: '▾ 为序时目标，蓝线为目标值',
  groupTally: (count: number) => `${count} 项`,
  pages: '分页',
  pageOf: (from: number, to: number, total: number) => `第 ${from}—${to} 项，共 ${total} 项`,
  previous: '上一页',
  following: '下一页',
  asideTitle: '分布',
  seeRegions: '逐级看地区',
  asideNote: { region: '地区 × 主题', plan: '方案 × 主题' },
  asideCaption: { region: '各地区、各主题的目标', plan: '各方案、各主题的目标' },
  cell: (place: string, theme: string, told: string) => `${place}，${theme}：${told}`,
  freshTitle: '数据是否及时',
  freshNote: '按地区统计，不随方案和主题变化',
  freshCaption: '各地区数据的新旧与完整',
  freshColumns: {
    ages: '最新数据的年份，项',
    approved: (year: string) => `${year}已审核`,
    closes: '填报截止',
  },
  ages: {
    current: (year: number) => `${year} 年`,
    recent: (year: number) => `${year - 2}—${year - 1} 年`,
    old: () => '更早',
    none: () => '尚无数据',
  },
  part: (region: string, age: string, series: number) => `${region}，${age}：${series} 项`,
  ofOwed: (owed: number) => `/ ${owed}`,
  seriesUnit: ' 项',
  notOpen: '未开始',
  freshFailed: '未能读取。',
  retry: '重试',
  flagged: (word: string, count: number) => `${word} ${count} 项`,
  /** Beside the first of several remarks. */
  moreRemarks: (count: number) => `+${count}`,
  columns: {
    status: '状态',
    target: '目标',
    progress: '进度',
    baseline: '基期',
    due: '序时目标',
    goal: '目标',
    latest: '最新',
    milestone: '目标值',
    gap: '还差',
    perYear: { all: '每年须', ended: '期限内每年须', going: '今后每年须' },
  },
  bar: (covered: string, due: string | null) =>
    `目标完成率 ${covered}${due === null ? '' : `，序时目标为全程的 ${due}`}`,
  sides: {
    beyond: '超出',
    above: '超出上限',
    below: '低于下限',
    tolerated: '容许偏差内',
    met: '已达到',
    at: '尚须超过',
  },
  expired: '已到期',
  recent: (pace: string) => `近年 ${pace}`,
  /** In two phrases, so that it breaks between them. */
  projected: (year: number): readonly [string, string] => ['照近年', `${year} 年到`],
  sampleMark: '示例',
  unitThen: (unit: string) => `${unit}，`,
  against: (year: number) => `比 ${year} 年`,
  notQuantified: '未量化',
  noBaseline: '基期未载明',
  built: '已建成',
  notBuilt: '未建成',
  toBuild: '建成',
  hold: '守住不退',
}
