import { type Language, STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Summary } from '../pages/overview/summary.ts'
import type { Status } from '../../server/domain/words.ts'
import type { Catalogue } from './catalogue.ts'

/** What a milestone with time left is told as: each line together, in the words of its statuses. */
const GOING: readonly (readonly Status[])[] = [
  ['on-track'],
  ['behind', 'far-behind', 'moving-away'],
  ['no-data', 'not-assessable'],
]

/** “3 项达序时进度”, “9 项滞后、严重滞后或背离目标”: only statuses that occur are named. */
const going = (counts: Summary['counts'], say: (count: number, statuses: readonly Status[]) => string): string[] =>
  GOING.flatMap((line) => {
    const occurring = line.filter((status) => counts[status] > 0)
    const count = occurring.reduce((sum, status) => sum + counts[status], 0)
    return count > 0 ? [say(count, occurring)] : []
  })

const listed = (statuses: readonly Status[], language: Language): string => {
  const words = statuses.map((status) => STATUS_LABELS[status][language])
  const last = words.pop() ?? ''
  const [comma, or] = language === 'en' ? [', ', ' or '] : ['、', '或']
  return words.length ? words.join(comma) + or + last : last
}

const zh = {
  title: '总览',
  comma: '，',
  sentences: '',
  space: '',
  /** The first line, cut into phrases so that it breaks between them. `scope` is a region's name, or empty. */
  headline: ({ choice, total, counts, open, ended }: Summary, scope: string): string[] => {
    const first =
      choice === 'next' ? `${scope}${total} 项目标的下一阶段` : `${scope} ${choice} 年的 ${total} 项目标`.trim()
    if (ended) {
      return [
        `${first}，`,
        `${counts.achieved} 项已完成，`,
        `${counts.missed} 项未完成${open ? '，' : ''}`,
        ...(open ? [`${open} 项尚无定论`] : []),
      ]
    }
    const told = [
      `${counts.achieved} 项已${choice === 'next' ? '' : '提前'}完成`,
      ...(counts.missed ? [`${counts.missed} 项未完成`] : []),
      ...going(counts, (count, statuses) => `${count} 项${listed(statuses, 'zh-CN')}`),
    ]
    return [`${first}，`, ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}，` : phrase))]
  },
  notes: ({ choice, ahead, onEarlier, missedProvisional, awaitingFinal, counts }: Summary): string[] => [
    ...(awaitingFinal
      ? [
          `${awaitingFinal} 项还缺${choice === 'next' ? '' : ` ${choice} `}年终数${onEarlier.count || missedProvisional ? '' : '，届时再定'}。`,
        ]
      : []),
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
  milestone: '阶段',
  all: '全部',
  allPlans: (total: number) => `全部 ${total} 份`,
  search: '搜索',
  searchHint: '搜索目标、地区、方案、原文',
  groupBy: '分组',
  byPlan: '按方案',
  byTheme: '按主题',
  ungrouped: '不分组',
  clear: '清除筛选',
  tally: (shown: number, total: number) => (shown === total ? `${total} 项` : `${total} 项中的 ${shown} 项`),
  downloadCsv: '下载 CSV',
  empty: '没有符合这些条件的目标。可以放宽一项条件，或全部清除。',
  nothingHeadline: (day: string) => (day ? `截至 ${day}，尚未录入任何目标` : '尚未录入任何目标'),
  nothing: '那一天以前没有任何记录，请看以后的日期。',
  toToday: '看今天',
  unknown: (conditions: string) => `地址里的条件 ${conditions} 无法识别，未予采用。`,
  dropUnknown: '从地址里去掉',
  listTitle: '目标',
  listNote: (milestone: string, grouped: boolean) => `${milestone}，${grouped ? '组内' : ''}先重后轻`,
  barKey: '▾ 为序时目标，蓝线为目标值',
  groupTally: (count: number) => `${count} 项`,
  asideTitle: '分布',
  asideNote: (milestone: string) => `${milestone}，地区 × 主题，每个图标一项`,
  asideCaption: '各地区、各主题的目标',
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

const things = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const en: typeof zh = {
  title: 'Overview',
  comma: ', ',
  sentences: ' ',
  space: ' ',
  headline: ({ choice, total, counts, open, ended }, scope) => {
    const first = `${scope ? `${scope}: ` : ''}${choice === 'next' ? `the next milestone of ${things(total, 'target')}` : `of ${things(total, 'target')} for ${choice}`}`
    const opening = first.charAt(0).toUpperCase() + first.slice(1)
    if (ended) {
      return [
        `${opening}, `,
        `${counts.achieved} achieved, `,
        `${counts.missed} missed${open ? ', ' : ''}`,
        ...(open ? [`${open} still open`] : []),
      ]
    }
    const told = [
      `${counts.achieved} achieved${choice === 'next' ? '' : ' early'}`,
      ...(counts.missed ? [`${counts.missed} missed`] : []),
      ...going(
        counts,
        (count, statuses) => `${count} ${listed(statuses, 'en').toLowerCase().replace('no data', 'without data')}`,
      ),
    ]
    return [`${opening}: `, ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}, ` : phrase))]
  },
  notes: ({ choice, ahead, onEarlier, missedProvisional, awaitingFinal, counts }) => [
    ...(awaitingFinal
      ? [
          `${things(awaitingFinal, 'target')} still ${awaitingFinal === 1 ? 'lacks' : 'lack'} the final figure${choice === 'next' ? '' : ` of ${choice}`}.`,
        ]
      : []),
    ...(onEarlier.count
      ? [
          `Of the ${counts.achieved} achieved, ${onEarlier.count} ${onEarlier.count === 1 ? 'rests' : 'rest'} on figures of ${onEarlier.years.join(', ')}; the final ones are not in.`,
        ]
      : []),
    ...(ahead.count && choice === 'next'
      ? [
          `Of the ${counts.achieved} achieved, ${ahead.count} ${ahead.count === 1 ? 'is a milestone' : 'are milestones'} of ${ahead.years.join(', ')} reached early.`,
        ]
      : []),
    ...(missedProvisional
      ? [
          `Of the ${counts.missed} missed, ${missedProvisional} ${missedProvisional === 1 ? 'rests' : 'rest'} on provisional figures.`,
        ]
      : []),
  ],
  emptyHeadline: 'No target fits these conditions',
  countsCaption: 'Milestones counted by status',
  pickHint: 'Choose a row',
  year: (year) => `${year}`,
  next: 'Next milestone',
  milestoneTotal: (total) => things(total, 'milestone'),
  nextTotal: (total) => `nearest of each, ${total}`,
  filters: 'Filters',
  region: 'Region',
  plan: 'Plan',
  theme: 'Theme',
  status: 'Status',
  milestone: 'Milestone',
  all: 'All',
  allPlans: (total) => `All ${total}`,
  search: 'Search',
  searchHint: 'Targets, regions, plans, quotes',
  groupBy: 'Group',
  byPlan: 'By plan',
  byTheme: 'By theme',
  ungrouped: 'Ungrouped',
  clear: 'Clear filters',
  tally: (shown, total) => (shown === total ? things(total, 'target') : `${shown} of ${things(total, 'target')}`),
  downloadCsv: 'Download CSV',
  empty: 'No target fits these conditions. Loosen one of them, or clear them all.',
  nothingHeadline: (day) => (day ? `No target was recorded by ${day}` : 'No target has been recorded yet'),
  nothing: 'Nothing had been entered by that day. Choose a later one.',
  toToday: 'Go to today',
  unknown: (conditions) => `The condition ${conditions} in the address is unknown and was not applied.`,
  dropUnknown: 'Drop it from the address',
  listTitle: 'Targets',
  listNote: (milestone, grouped) => `${milestone}, worst first${grouped ? ' in each group' : ''}`,
  barKey: '▾ is due, the blue line the goal',
  groupTally: (count) => things(count, 'target'),
  asideTitle: 'Distribution',
  asideNote: (milestone) => `${milestone}, region × theme, one icon per target`,
  asideCaption: 'Targets by region and theme',
  columns: {
    status: 'Status',
    target: 'Target',
    progress: 'Progress',
    baseline: 'base',
    due: 'due',
    goal: 'goal',
    latest: 'Latest',
    milestone: 'Target value',
    gap: 'Still to go',
    perYear: { all: 'Needed per year', ended: 'Needed per year', going: 'Needed per year' },
  },
  bar: (covered, due) => `${covered} of the way covered${due === null ? '' : `, ${due} due by now`}`,
  sides: {
    beyond: 'beyond by',
    above: 'above the range by',
    below: 'below the range by',
    tolerated: 'tolerated',
    met: 'met',
    at: 'to be exceeded',
  },
  expired: 'past deadline',
  recent: (pace) => `recently ${pace}`,
  projected: (year) => ['at this pace', `in ${year}`],
  sampleMark: 'sample',
  unitThen: (unit) => `${unit},`,
  against: (year) => `against ${year}`,
  notQuantified: 'no number',
  noBaseline: 'no baseline printed',
  built: 'built',
  notBuilt: 'not built',
  toBuild: 'to be built',
  hold: 'hold the level',
}

export const overviewText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
