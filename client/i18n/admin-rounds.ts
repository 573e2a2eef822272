import type { RoundKind } from '../../server/domain/words.ts'
import type { RoundsSummary } from '../pages/admin/rounds/round-progress.ts'
import type { Catalogue } from './catalogue.ts'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const zh = {
  lede: ({ open, daysLeft, coming, left, regions, overdue }: RoundsSummary): string => {
    const late = overdue > 0 ? `；逾期未报 ${overdue} 项` : ''
    if (open === 0) return `没有开放中的填报期${coming > 0 ? `，${coming} 个将要开放` : ''}${late}`
    const soon = `${open > 1 ? '最早的' : ''}${daysLeft === 0 ? '今天截止' : `还剩 ${daysLeft} 天`}`
    const owed = left === 0 ? '已经报齐' : `${regions} 个地区还有 ${left} 项没有提交`
    return `${open} 个填报期开放中，${soon}；${owed}${late}`
  },
  lead: '填报员只能在开放的填报期内填写。截止日当天仍可填写，以北京时间为准。',
  open: '开放填报期',
  extend: '延期',
  change: '修改',
  allIndicators: '各地区目标涉及的全部指标',
  someIndicators: (count: number) => `只填 ${count} 项指标`,
  caption: (title: string) => `${title}的进度，按地区`,
  columns: {
    region: '地区',
    asked: '应报',
    missing: '未填',
    draft: '草稿',
    returned: '已退回',
    submitted: '待审核',
    approved: '审核通过',
  },
  allRegions: (count: number) => `全部 ${count} 个地区`,
  allRegionsOf: (title: string, count: number) => `${title}：全部 ${count} 个地区`,
  everyRound: '所有填报期',
  allIn: '都已报齐。',
  corrections: '修订不预先要求哪些数据，由填报员提出。',
  history: (count: number) => `变更记录（${count}）`,
  opened: (from: string, to: string) => `开放 ${from} 至 ${to}`,
  changed: (from: string, to: string) => `改为 ${from} 至 ${to}`,
  termsChanged: '地区或指标有修改',
  none: '还没有填报期。',
  noneHint: '开放第一个填报期后，填报员就能在“填报”页看到要填的指标。',

  extendTitle: (title: string) => `延期：${title}`,
  extendLead: (closesOn: string) => `现在的截止日是 ${closesOn}。`,
  newDay: '新的截止日',
  notLater: '新的截止日要晚于现在的截止日。',
  extendTo: (day: string) => `延到 ${day}`,
  reasonExample: '例如：统计公报推迟发布。',

  newTitle: '开放填报期',
  changeTitle: (title: string) => `修改 ${title}`,
  kind: '种类',
  kinds: {
    annual: ['年报', '一年一次：该年的数据都可以填写，已审核通过的可以更正。'],
    late: ['补报', '只收缺报的数据，包括报为尚未公布、未收集的；有数的不动。'],
    revision: ['修订', '只更正已审核通过的数据，每一处都要写明原因。'],
  } satisfies Record<RoundKind, [string, string]> as Record<RoundKind, [string, string]>,
  year: '数据年份',
  yearHint: '所填数据属于哪一年，一般是去年。',
  regions: '地区',
  scope: '填哪些指标',
  scopes: {
    targets: ['目标涉及的全部指标', '每个地区填本地区目标用到的指标。'],
    some: ['只填其中几项', '例如只填秋季公布的研发经费；监测指标也可以选。'],
  } satisfies Record<'targets' | 'some', [string, string]> as Record<'targets' | 'some', [string, string]>,
  indicators: '指标',
  opensOn: '开放日',
  closesOn: '截止日',
  closesOnHint: '当天仍可填写。',
  optionalReason: '可以写明依据，例如通知的文号。',
  already: (title: string, regions: string, until: string) =>
    `${regions}的 ${title}已有填报期，到 ${until}。要放宽时间，可以`,
  alreadyExtend: '改为延期',
  plan: (regions: number, title: string, from: string, to: string, days: number) =>
    `向 ${regions} 个地区开放 ${title}，${from} 至 ${to}，共 ${days} 天。`,
  act: '开放填报期',
  save: '保存修改',
  doneOpened: (title: string, until: string) => `已开放 ${title}，到 ${until}。`,
  doneExtended: (title: string, until: string) => `${title}已延到 ${until}。`,
  doneChanged: (title: string) => `${title}已修改。`,
}

const en: typeof zh = {
  lede: ({ open, daysLeft, coming, left, regions, overdue }) => {
    const late = overdue > 0 ? `; ${plural(overdue, 'figure')} overdue` : ''
    if (open === 0) return `No round is open${coming > 0 ? `, ${coming} to come` : ''}${late}`
    const first = open > 1 ? 'the first to close' : 'it'
    const soon =
      daysLeft === 0
        ? `${open > 1 ? first : 'which'} closes today`
        : `${open > 1 ? `${first} has ` : ''}${plural(daysLeft ?? 0, 'day')} left`
    const owed = left === 0 ? 'everything is in' : `${plural(regions, 'region')} still owe ${plural(left, 'figure')}`
    return `${plural(open, 'round')} open, ${soon}; ${owed}${late}`
  },
  lead: 'Reporters enter figures in open rounds only. The closing day still counts, by Beijing time.',
  open: 'Open a round',
  extend: 'Extend',
  change: 'Change',
  allIndicators: "all indicators of the regions' targets",
  someIndicators: (count) => `${plural(count, 'indicator')} only`,
  caption: (title) => `${title}: how far each region is`,
  columns: {
    region: 'Region',
    asked: 'Asked',
    missing: 'Missing',
    draft: 'Draft',
    returned: 'Returned',
    submitted: 'Submitted',
    approved: 'Approved',
  },
  allRegions: (count) => `All ${plural(count, 'region')}`,
  allRegionsOf: (title, count) => `${title}: all ${plural(count, 'region')}`,
  everyRound: 'All rounds',
  allIn: 'Everything is in.',
  corrections: 'A revision asks for nothing in particular; reporters propose corrections.',
  history: (count) => `Changes (${count})`,
  opened: (from, to) => `Opened, ${from} to ${to}`,
  changed: (from, to) => `Changed to ${from} to ${to}`,
  termsChanged: 'Regions or indicators changed',
  none: 'There are no rounds yet.',
  noneHint: 'Once the first is open, reporters find on the page Entry what they are asked for.',

  extendTitle: (title) => `Extend: ${title}`,
  extendLead: (closesOn) => `It closes on ${closesOn} as it is.`,
  newDay: 'New closing day',
  notLater: 'The new closing day has to be later than the present one.',
  extendTo: (day) => `Extend to ${day}`,
  reasonExample: 'For example: the communiqué comes later this year.',

  newTitle: 'Open a round',
  changeTitle: (title) => `Change: ${title}`,
  kind: 'Kind',
  kinds: {
    annual: ['Annual', 'Once a year: all figures of the year can be entered, and approved ones corrected.'],
    late: [
      'Late',
      'Takes what is missing, also what was reported as not yet published or not collected; figures stay as they are.',
    ],
    revision: ['Revision', 'Corrects approved figures only, each with its reason.'],
  },
  year: 'Year of the figures',
  yearHint: 'The year that the figures are about, as a rule last year.',
  regions: 'Regions',
  scope: 'Which indicators',
  scopes: {
    targets: ['All indicators of the targets', 'Each region enters the indicators of its own targets.'],
    some: ['Some only', 'For example R&D spending, published in autumn; monitored indicators can be chosen too.'],
  },
  indicators: 'Indicators',
  opensOn: 'Opening day',
  closesOn: 'Closing day',
  closesOnHint: 'Figures are still taken on this day.',
  optionalReason: 'On what it rests, for example the number of a notice.',
  already: (title, regions, until) =>
    `${title} is there already for ${regions}, until ${until}. For more time, you can `,
  alreadyExtend: 'extend it',
  plan: (regions, title, from, to, days) =>
    `Opens for ${plural(regions, 'region')}: ${title}, ${from} to ${to}, ${plural(days, 'day')}.`,
  act: 'Open the round',
  save: 'Save changes',
  doneOpened: (title, until) => `${title} is open until ${until}.`,
  doneExtended: (title, until) => `${title} is extended to ${until}.`,
  doneChanged: (title) => `${title} is changed.`,
}

export const roundsText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
