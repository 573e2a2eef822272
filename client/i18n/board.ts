import { STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Status } from '../../server/domain/words.ts'
import { occurring } from '../pages/report/rows.ts'
import type { Summary } from '../pages/report/summary.ts'
import type { Catalogue } from './catalogue.ts'

/** Open milestones by status; those that wait for the figure of their year are told apart. */
const OPEN: readonly Status[] = ['on-track', 'behind', 'far-behind', 'moving-away', 'no-data', 'not-assessable']

const zh = {
  title: '看板',
  all: '全部地区和方案',
  stage: (choice: Summary['choice']) => (choice === 'next' ? '下一阶段目标' : `${choice} 年阶段目标`),
  /** The first line in phrases; its numbers add up to the first. */
  sentence: (scope: string, { choice, total, counts, awaiting, ended }: Summary): string[] => {
    const first = `${scope}${choice === 'next' ? '下一阶段目标' : ` ${choice} 年阶段目标`} ${total} 项：`
    const settled = [`已完成 ${counts.achieved} 项`, `未完成 ${counts.missed} 项`]
    const others = total - counts.achieved - counts.missed - awaiting
    const told = ended
      ? [...settled, ...(awaiting ? [`待年终数 ${awaiting} 项`] : []), ...(others ? [`暂无法评估 ${others} 项`] : [])]
      : [
          settled[0] ?? '',
          ...(counts.missed ? settled.slice(1) : []),
          ...occurring(counts, OPEN).map((status) => `${STATUS_LABELS[status]['zh-CN']} ${counts[status]} 项`),
        ]
    return [first, ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}，` : phrase))]
  },
  awaitingNote: (awaiting: number) => `待年终数的 ${awaiting} 项，下面按已有数据计入各状态。`,
  attention: '需要重点关注',
  milestones: (count: number) => `${count} 项`,
  attentionNone: '没有未完成、背离目标、严重滞后或滞后的阶段目标',
  latest: '最新',
  goal: '目标',
  gap: '还差',
  perYear: { ended: '期限内每年须', going: '每年须' },
  ended: '已到期',
  further: (count: number) => `另有 ${count} 项未列出`,
  regions: '各地区进展',
  plans: '各方案进展',
  kept: (kept: number, assessable: number) => `可评估 ${assessable} 项中 ${kept} 项已完成或达序时进度`,
  mean: (mean: string) => `综合评价 ${mean}`,
  noMean: '暂不能综合评价',
  notRanked: '各地区、各方案的目标不同，先后不是排名',
  changes: '最近的变化',
  since: (day: string) => `自上一填报期结束（${day}）以来`,
  noChanges: '数据、目标和进展状态均无变化',
  noRound: '还没有结束过的填报期',
  counted: {
    statuses: (_count: number) => '项进展状态有变',
    figuresAdded: (_count: number) => '个数据新增',
    figuresCorrected: (_count: number) => '个数据更正',
    targetsAdded: (_count: number) => '项目标新增',
    targetsRevised: (_count: number) => '次目标调整',
  },
  fresh: '数据时效',
  approved: (year: number, approved: number, owed: number) =>
    `${year} 年数据：应报 ${owed} 项，审核通过 ${approved} 项`,
  closes: (day: string) => `填报至 ${day}`,
  notOpened: '尚未开放填报期',
  latestYears: (years: readonly { year: number | null; series: number }[]) =>
    `最新数据：${years.map(({ year, series }) => (year === null ? `尚无数据 ${series} 项` : `${year} 年 ${series} 项`)).join('，')}`,
  asOf: (day: string) => `截至 ${day}`,
  sample: '示例数据',
  nothing: '这里没有阶段目标',
  none: '—',
  built: '已建成',
  notBuilt: '未建成',
  toBuild: '建成',

  page: (page: number, count: number) => `第 ${page} 页，共 ${count} 页`,
  announced: (page: number, count: number, title: string) => `第 ${page} 页，共 ${count} 页：${title}`,
  stays: (seconds: number) => `每页 ${seconds} 秒`,
  byHand: '手动翻页',
  paused: '已暂停',
  held: '停留中',
  controls: '翻页',
  previous: '上一页',
  next: '下一页',
  pause: '暂停',
  go: '继续',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  back: '回到总览',
  keys: '空格 暂停或继续，← → 翻页，F 全屏，Esc 退出全屏',
  readAt: (clock: string) => `数据读于 ${clock}`,
  lostSince: (since: string, readAt: string) => `${since} 起连不上服务器，现为 ${readAt} 读到的数据`,
  signedOut: (readAt: string) => `登录已结束，现为 ${readAt} 读到的数据`,
  retrying: (seconds: number) => `每 ${seconds} 秒自动重试。`,
}

const en: typeof zh = {
  title: 'Board',
  all: 'All regions and plans',
  stage: (choice) => (choice === 'next' ? 'Next milestones' : `Milestones of ${choice}`),
  sentence: (scope, { choice, total, counts, awaiting, ended }) => {
    const first = `${scope ? `${scope}: ` : ''}${total} ${choice === 'next' ? 'next ' : ''}${total === 1 ? 'milestone' : 'milestones'}${choice === 'next' ? '' : ` of ${choice}`}: `
    const settled = [`${counts.achieved} achieved`, `${counts.missed} missed`]
    const others = total - counts.achieved - counts.missed - awaiting
    const told = ended
      ? [
          ...settled,
          ...(awaiting ? [`${awaiting} awaiting the final figure`] : []),
          ...(others ? [`${others} not assessable`] : []),
        ]
      : [
          settled[0] ?? '',
          ...(counts.missed ? settled.slice(1) : []),
          ...occurring(counts, OPEN).map(
            (status) =>
              `${counts[status]} ${STATUS_LABELS[status].en.toLowerCase().replace('no data', 'without data')}`,
          ),
        ]
    return [first, ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}, ` : phrase))]
  },
  awaitingNote: (awaiting) => `The ${awaiting} awaiting final figures are counted below by the figures so far.`,
  attention: 'Needs attention',
  milestones: (count) => `${count}`,
  attentionNone: 'No milestone is missed, moving away, far behind or behind',
  latest: 'Latest',
  goal: 'Target',
  gap: 'To go',
  perYear: { ended: 'Was needed a year', going: 'Needed a year' },
  ended: 'past due',
  further: (count) => `${count} more not listed`,
  regions: 'Regions',
  plans: 'Plans',
  kept: (kept, assessable) => `${kept} of ${assessable} assessable achieved or on track`,
  mean: (mean) => `composite ${mean}`,
  noMean: 'no composite as yet',
  notRanked: 'Regions and plans promise different things: the order is no ranking',
  changes: 'Latest changes',
  since: (day) => `Since the last round closed (${day})`,
  noChanges: 'No figure, target or status has changed',
  noRound: 'No round of reporting has closed yet',
  counted: {
    statuses: () => 'changed status',
    figuresAdded: (count) => (count === 1 ? 'figure added' : 'figures added'),
    figuresCorrected: (count) => (count === 1 ? 'figure corrected' : 'figures corrected'),
    targetsAdded: (count) => (count === 1 ? 'target added' : 'targets added'),
    targetsRevised: (count) => (count === 1 ? 'revision of a target' : 'revisions of targets'),
  },
  fresh: 'Freshness of the data',
  approved: (year, approved, owed) => `Figures of ${year}: ${approved} of ${owed} owed approved`,
  closes: (day) => `open until ${day}`,
  notOpened: 'No round has opened yet',
  latestYears: (years) =>
    `Latest figures: ${years.map(({ year, series }) => (year === null ? `none for ${series}` : `of ${year} for ${series}`)).join(', ')}`,
  asOf: (day) => `As of ${day}`,
  sample: 'Sample data',
  nothing: 'There are no milestones here',
  none: '—',
  built: 'built',
  notBuilt: 'not built',
  toBuild: 'to be built',

  page: (page, count) => `Page ${page} of ${count}`,
  announced: (page, count, title) => `Page ${page} of ${count}: ${title}`,
  stays: (seconds) => `${seconds} s a page`,
  byHand: 'turned by hand',
  paused: 'paused',
  held: 'held',
  controls: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pause: 'Pause',
  go: 'Go on',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  back: 'Overview',
  keys: 'Space: pause or go on; ← →: turn; F: full screen; Esc: leave it',
  readAt: (clock) => `Read at ${clock}`,
  lostSince: (since, readAt) => `No answer from the server since ${since}; this was read at ${readAt}`,
  signedOut: (readAt) => `Signed out; this was read at ${readAt}`,
  retrying: (seconds) => `Tried again every ${seconds} s.`,
}

export type BoardText = typeof zh
export const boardText: Catalogue<BoardText> = { 'zh-CN': zh, en }
