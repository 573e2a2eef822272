import type { DueCounts } from '../../server/contract/due.ts'
import type { ReporterSummary } from '../pages/due/due-summary.ts'
import type { Catalogue } from './catalogue.ts'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const zh = {
  title: '待办',
  reporter: ({ overdue, returned, soon, later, daysLeft }: ReporterSummary): string => {
    const parts = [
      overdue > 0 && `${overdue} 项逾期`,
      returned > 0 && `${returned} 项已退回`,
      soon > 0 && `7 天内截止 ${soon} 项`,
      later > 0 &&
        (soon > 0 || daysLeft === undefined ? `另有 ${later} 项要报` : `${later} 项要报，还剩 ${daysLeft} 天`),
    ].filter(Boolean)
    return parts.length > 0 ? parts.join('，') : '没有要填的'
  },
  waiting: (count: number) => (count === 0 ? '' : `已提交的 ${count} 项在等审核。`),
  reporterNothing: '有新的填报期时，会列在这里。',
  enter: (year: number) => `填报 ${year} 年数据`,
  groups: {
    returned: (count: number) => `已退回，改后重新提交（${count}）`,
    missing: (count: number) => `还没填（${count}）`,
    draft: (count: number) => `已填，还没提交（${count}）`,
    submitted: (count: number) => `等待审核（${count}）`,
  },
  closed: '填报期已经截止，不能再填。请管理员延期，或等补报。',
  coming: (count: number) => `开放后要填 ${count} 项。`,
  correct: '可以更正审核通过的数据，每一处写明原因。',
  done: (asked: number) => `${asked} 项都已提交。`,
  open: '打开',

  reviewer: (count: number) => (count > 0 ? `${count} 项等您审核` : '没有等待审核的数据'),
  reviewerNothing: '填报员提交后，会列在这里。',
  review: (count: number) => `审核 ${count} 项`,
  progress: '填报进度',

  administrator: ({ overdue, overdueRegions, soon, soonRegions, waiting }: DueCounts['summary']): string => {
    const parts = [
      overdue > 0 && `逾期未报 ${overdue} 项，涉及 ${overdueRegions} 个地区`,
      soon > 0 && `7 天内截止 ${soon} 项，涉及 ${soonRegions} 个地区`,
      waiting > 0 && `${waiting} 项在等审核`,
    ].filter(Boolean)
    return parts.length > 0 ? parts.join('；') : '没有逾期，也没有即将截止的'
  },
  administratorLead: '逾期的排在最前。需要更多时间的，可以延期。',
  administratorNothing: '还没有填报期。',
  openRound: '开放填报期',
  caption: '各地区的填报进度，逾期的在前',
  search: '查找地区',
  searchHint: '地区名称或代码',
  noneFound: '没有找到。请换个写法，或用行政区划代码。',
  nothingLeft: '查到的都已报齐。',
  noneDone: '查到的都还没有报齐。',
  pagesLeft: '未报齐的分页',
  pagesDone: '已报齐的分页',
  pagesAll: '地区分页',
  pageOf: (from: number, to: number, total: number) =>
    from === 0 ? `这一页没有内容，共 ${total} 条` : `第 ${from}—${to} 条，共 ${total} 条`,
  previous: '上一页',
  following: '下一页',
  columns: {
    region: '地区',
    round: '填报期',
    when: '期限',
    missing: '未填',
    draft: '草稿',
    returned: '已退回',
    submitted: '待审核',
    approved: '审核通过',
    acts: '操作',
  },
  whens: { overdue: '逾期', done: '已报齐' },
  rest: (count?: number) => (count === undefined ? '已报齐的' : `已报齐的（${count}）`),
  of: (part: number, all: number) => (all === 0 ? `${part}` : `${part} / ${all}`),
  extend: '延期',
  extendOf: (title: string) => `延期：${title}`,
  until: (day: string) => `截止 ${day}`,
}

const en: typeof zh = {
  title: 'To do',
  reporter: ({ overdue, returned, soon, later, daysLeft }) => {
    const parts = [
      overdue > 0 && `${overdue} overdue`,
      returned > 0 && `${returned} returned`,
      soon > 0 && `${soon} due within 7 days`,
      later > 0 &&
        (soon > 0 || daysLeft === undefined
          ? `${later} more to enter`
          : `${later} to enter, ${plural(daysLeft, 'day')} left`),
    ].filter(Boolean)
    return parts.length > 0 ? parts.join(', ') : 'Nothing to enter'
  },
  waiting: (count) => (count === 0 ? '' : `${plural(count, 'figure')} submitted and waiting for review.`),
  reporterNothing: 'New rounds are listed here.',
  enter: (year) => `Enter figures of ${year}`,
  groups: {
    returned: (count) => `Returned, to be changed and submitted again (${count})`,
    missing: (count) => `Not entered (${count})`,
    draft: (count) => `Entered, not submitted (${count})`,
    submitted: (count) => `Waiting for review (${count})`,
  },
  closed: 'The round is closed and takes nothing more. Ask an administrator to extend it, or wait for a late round.',
  coming: (count) => `${plural(count, 'figure')} to enter once it is open.`,
  correct: 'Approved figures can be corrected, each with its reason.',
  done: (asked) => `All ${asked} are submitted.`,
  open: 'Open',

  reviewer: (count) => (count > 0 ? `${plural(count, 'figure')} to review` : 'Nothing waits for review'),
  reviewerNothing: 'What reporters submit is listed here.',
  review: (count) => `Review ${plural(count, 'figure')}`,
  progress: 'How far entry is',

  administrator: ({ overdue, overdueRegions, soon, soonRegions, waiting }) => {
    const parts = [
      overdue > 0 && `${plural(overdue, 'figure')} overdue in ${plural(overdueRegions, 'region')}`,
      soon > 0 && `${soon} due within 7 days in ${plural(soonRegions, 'region')}`,
      waiting > 0 && `${waiting} waiting for review`,
    ].filter(Boolean)
    return parts.length > 0 ? parts.join('; ') : 'Nothing is overdue or due soon'
  },
  administratorLead: 'What is overdue comes first. Where more time is needed, extend the round.',
  administratorNothing: 'There are no rounds yet.',
  openRound: 'Open a round',
  caption: 'How far each region is, overdue first',
  search: 'Search regions',
  searchHint: 'Name or code of a region',
  noneFound: 'Nothing is found. Try another spelling, or the code of the region.',
  nothingLeft: 'All that is found is complete.',
  noneDone: 'Nothing that is found is complete.',
  pagesLeft: 'Pages of what is not complete',
  pagesDone: 'Pages of what is complete',
  pagesAll: 'Pages of regions',
  pageOf: (from, to, total) => (from === 0 ? `Nothing is on this page, of ${total}` : `${from}–${to} of ${total}`),
  previous: 'Previous',
  following: 'Next',
  columns: {
    region: 'Region',
    round: 'Round',
    when: 'Deadline',
    missing: 'Missing',
    draft: 'Draft',
    returned: 'Returned',
    submitted: 'Submitted',
    approved: 'Approved',
    acts: 'Act',
  },
  whens: { overdue: 'overdue', done: 'everything in' },
  rest: (count) => (count === undefined ? 'Complete' : `Complete (${count})`),
  of: (part, all) => (all === 0 ? `${part}` : `${part} / ${all}`),
  extend: 'Extend',
  extendOf: (title) => `Extend: ${title}`,
  until: (day) => `due ${day}`,
}

export const dueText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
