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
  notes: ({
    choice,
    achievedEarly,
    earlyYears,
    missedProvisional,
    awaitingFinal,
    counts,
    ended,
  }: Summary): string[] => [
    ...(awaitingFinal
      ? [
          `${awaitingFinal} 项还缺${choice === 'next' ? '' : ` ${choice} `}年终数${achievedEarly || missedProvisional ? '' : '，届时再定'}。`,
        ]
      : []),
    ...(achievedEarly && (ended || choice === 'next')
      ? [
          `已完成的 ${counts.achieved} 项中，${achievedEarly} 项按 ${earlyYears.join('、')} 年数据${ended ? '，终值尚未报来' : ''}。`,
        ]
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
  searchHint: '搜索目标、指标、原文',
  groupBy: '分组',
  byPlan: '按方案',
  byTheme: '按主题',
  clear: '清除筛选',
  tally: (shown: number, total: number) => (shown === total ? `${total} 项` : `${total} 项中的 ${shown} 项`),
  downloadCsv: '下载 CSV',
  empty: '没有符合这些条件的目标。可以放宽一项条件，或全部清除。',
  listTitle: '目标',
  listNote: (milestone: string) => `${milestone}，组内先重后轻`,
  barKey: '▾ 为应到，蓝线为目标',
  groupTally: (count: number) => `${count} 项`,
  asideTitle: '分布',
  asideNote: (milestone: string) => `${milestone}，地区 × 主题，每个图标一项`,
  asideCaption: '各地区、各主题的目标',
  columns: {
    status: '状态',
    target: '目标',
    progress: '进度',
    baseline: '基期',
    due: '应到',
    goal: '目标',
    latest: '最新',
    milestone: '目标值',
    gap: '还差',
    perYear: '今后每年须',
  },
  bar: (covered: string, due: string | null) => `目标完成率 ${covered}${due === null ? '' : `，序时应到 ${due}`}`,
  sides: { beyond: '超出', tolerated: '容差内', met: '已达到', at: '尚须超过' },
  expired: '已到期',
  recent: (pace: string) => `近年 ${pace}`,
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
  notes: ({ choice, achievedEarly, earlyYears, missedProvisional, awaitingFinal, counts, ended }) => [
    ...(awaitingFinal
      ? [
          `${things(awaitingFinal, 'target')} still ${awaitingFinal === 1 ? 'lacks' : 'lack'} the final figure${choice === 'next' ? '' : ` of ${choice}`}.`,
        ]
      : []),
    ...(achievedEarly && (ended || choice === 'next')
      ? [
          `Of the ${counts.achieved} achieved, ${achievedEarly} ${achievedEarly === 1 ? 'rests' : 'rest'} on figures of ${earlyYears.join(', ')}${ended ? '; the final ones are not in' : ''}.`,
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
  searchHint: 'Targets, indicators, quotes',
  groupBy: 'Group',
  byPlan: 'By plan',
  byTheme: 'By theme',
  clear: 'Clear filters',
  tally: (shown, total) => (shown === total ? things(total, 'target') : `${shown} of ${things(total, 'target')}`),
  downloadCsv: 'Download CSV',
  empty: 'No target fits these conditions. Loosen one of them, or clear them all.',
  listTitle: 'Targets',
  listNote: (milestone) => `${milestone}, worst first in each group`,
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
    perYear: 'Needed per year',
  },
  bar: (covered, due) => `${covered} of the way covered${due === null ? '' : `, ${due} due by now`}`,
  sides: { beyond: 'beyond by', tolerated: 'tolerated', met: 'met', at: 'to be exceeded' },
  expired: 'past deadline',
  recent: (pace) => `recently ${pace}`,
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
