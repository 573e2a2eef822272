import type { DueItem } from '../contract/due.ts'
import { ROUND_KIND_LABELS } from '../domain/detail-labels.ts'
import type { Occasion, Reminder } from './occasions.ts'

export interface Letter {
  subject: string
  text: string
}

/** Names for the letter: of the region and of the indicators that are still asked for. */
export interface Names {
  region: { nameZh: string; nameEn: string }
  indicator: (code: string) => { shortNameZh: string; shortNameEn: string } | undefined
}

// So many are named; of the rest only the number is told.
const NAMED = 15

const OPENINGS: Readonly<Record<Occasion, (item: DueItem) => { zh: string; en: string }>> = {
  opened: ({ closesOn }) => ({ zh: `已开放填报，${closesOn} 截止`, en: `is open until ${closesOn}` }),
  'closing-7': ({ closesOn }) => ({
    zh: `${closesOn} 截止，还有数据没有报`,
    en: `closes on ${closesOn} with figures missing`,
  }),
  'closing-1': ({ closesOn }) => ({
    zh: `即将截止（${closesOn}），还有数据没有报`,
    en: `is about to close (${closesOn}) with figures missing`,
  }),
  overdue: ({ closesOn }) => ({
    zh: `已于 ${closesOn} 截止，还有数据没有报`,
    en: `closed on ${closesOn} with figures missing`,
  }),
  returned: () => ({
    zh: '有数据被退回，请修改后重新提交',
    en: 'has figures that were returned; change and submit them again',
  }),
  waiting: () => ({ zh: '有数据等待审核', en: 'has figures that wait for a review' }),
}

/** One letter in both languages, plain text. */
export function toLetter({ occasion, item, to }: Reminder, names: Names, address: string): Letter {
  const { year, kind } = item
  const { nameZh, nameEn } = names.region
  const opening = OPENINGS[occasion](item)
  const zh = `${nameZh} ${year} 年度数据（${ROUND_KIND_LABELS[kind]['zh-CN']}）${opening.zh}`
  const en = `${nameEn} ${year} (${ROUND_KIND_LABELS[kind].en.toLowerCase()} round) ${opening.en}`
  const link = to.role === 'reviewer' ? `${address}/review` : `${address}/entry/${item.regionCode}/${year}`
  const lists = to.role === 'reviewer' ? [listed('待审核 Submitted', item.submitted, names)] : listsOf(item, names)
  return {
    subject: zh,
    text: [`${zh}。`, `${en}.`, ...lists, link].filter((part) => part !== '').join('\n\n'),
  }
}

const listsOf = (item: DueItem, names: Names): string[] => [
  listed('已退回 Returned', item.returned, names),
  listed('未填 Missing', item.missing, names),
  listed('草稿，未提交 Drafts, not submitted', item.draft, names),
]

function listed(title: string, figures: DueItem['missing'], names: Names): string {
  if (figures.length === 0) return ''
  const lines = figures.slice(0, NAMED).map(({ indicatorCode }) => {
    const indicator = names.indicator(indicatorCode)
    return indicator === undefined ? `- ${indicatorCode}` : `- ${indicator.shortNameZh} ${indicator.shortNameEn}`
  })
  const rest = figures.length - lines.length
  return [`${title}: ${figures.length}`, ...lines, ...(rest > 0 ? [`- … +${rest}`] : [])].join('\n')
}
