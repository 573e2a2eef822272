import { describe, expect, it } from 'vitest'
import { toListing, toPlace, withPlace } from '../../client/components/listing.ts'
import { dueText } from '../../client/i18n/due.ts'
import { byUrgency, nextRound, reporterSummary, waitingOf } from '../../client/pages/due/due-summary.ts'
import type { DueItem } from '../../server/contract/due.ts'

const TODAY = '2026-06-30'

const anItem = (part: Partial<DueItem> = {}): DueItem => ({
  roundId: 1,
  kind: 'annual',
  year: 2025,
  regionCode: '63',
  opensOn: '2026-06-01',
  closesOn: '2026-07-13',
  when: 'open',
  asked: 10,
  missing: [],
  draft: [],
  returned: [],
  submitted: [],
  approved: 0,
  ...part,
})
const figures = (...codes: string[]) => codes.map((indicatorCode) => ({ indicatorCode, measure: 'value' }))
const said = (items: DueItem[], language: 'zh-CN' | 'en' = 'zh-CN'): string =>
  dueText[language].reporter(reporterSummary(items, TODAY))

describe('the first sentence of a reporter', () => {
  it('tells what is overdue, what was returned, and what closes within a week', () => {
    const items = [
      anItem({ when: 'overdue', year: 2024, missing: figures('a', 'b', 'c') }),
      anItem({
        when: 'due-soon',
        returned: figures('d', 'e'),
        missing: figures('f', 'g', 'h'),
        draft: figures('i', 'j'),
      }),
    ]
    expect(said(items)).toBe('3 项逾期，2 项已退回，7 天内截止 5 项')
    expect(said(items, 'en')).toBe('3 overdue, 2 returned, 5 due within 7 days')
  })

  it('tells how many days are left where nothing presses', () => {
    expect(said([anItem({ missing: figures('a', 'b') })])).toBe('2 项要报，还剩 13 天')
    expect(said([anItem({ missing: figures('a'), closesOn: '2026-07-01' })], 'en')).toBe('1 to enter, 1 day left')
  })

  it('says that there is nothing to enter, though something waits for review', () => {
    const items = [anItem({ when: 'done', submitted: figures('a') })]
    expect([said(items), said(items, 'en')]).toEqual(['没有要填的', 'Nothing to enter'])
    expect(dueText['zh-CN'].waiting(waitingOf(items))).toBe('已提交的 1 项在等审核。')
  })

  it('counts a figure once, as one to enter, where a later round takes what an earlier one missed', () => {
    const items = [
      anItem({ when: 'overdue', missing: figures('a', 'b') }),
      anItem({ roundId: 2, kind: 'late', missing: figures('a', 'b') }),
    ]
    expect(said(items)).toBe('2 项要报，还剩 13 天')
  })

  it('says nothing of rounds that are still to come', () => {
    expect(said([anItem({ when: 'coming', missing: figures('a') })])).toBe('没有要填的')
  })
})

describe('the first sentence of an administrator', () => {
  const nothing = { overdue: 0, overdueRegions: 0, soon: 0, soonRegions: 0, left: 0, leftRegions: 0, waiting: 0 }
  const { administrator } = dueText['zh-CN']

  it('tells figures and regions', () => {
    const summary = { ...nothing, overdue: 3, overdueRegions: 2, soon: 1, soonRegions: 1, waiting: 2 }
    expect(administrator(summary)).toBe('逾期未报 3 项，涉及 2 个地区；7 天内截止 1 项，涉及 1 个地区；2 项在等审核')
    expect(administrator(nothing)).toBe('没有逾期，也没有即将截止的')
  })
})

describe('the order of what is due', () => {
  const items = [
    anItem({ roundId: 1, when: 'done' }),
    anItem({ roundId: 2, when: 'coming' }),
    anItem({ roundId: 3, closesOn: '2026-08-01' }),
    anItem({ roundId: 4, when: 'due-soon' }),
    anItem({ roundId: 5, when: 'overdue' }),
    anItem({ roundId: 6 }),
  ]

  it('begins with what is overdue, and ends with what is done', () => {
    expect(byUrgency(items).map(({ roundId }) => roundId)).toEqual([5, 4, 6, 3, 2, 1])
  })

  it('goes on with the most urgent round that is open and has something left', () => {
    expect(nextRound(items)?.roundId).toBe(4)
    expect(
      nextRound([anItem({ roundId: 1, when: 'due-soon' }), anItem({ roundId: 2, draft: figures('a') })])?.roundId,
    ).toBe(2)
    expect(nextRound([anItem({ when: 'overdue' })])).toBeUndefined()
  })
})

describe('the address of what is due', () => {
  it('says what is searched and which page is shown, of either list', () => {
    const place = { q: '县 一', page: 3, done: 2 }
    const query = Object.fromEntries(new URL(withPlace('/due', place), 'http://pages').searchParams)
    expect([toPlace(query), toPlace(query, 'done')]).toEqual([
      { q: '县 一', page: 3 },
      { q: '县 一', page: 2 },
    ])
    expect(withPlace('/due', { q: '' })).toBe('/due')
  })

  it('that names a page beyond the end has words of its own', () => {
    const { page, pages, from, to, total } = toListing(120, 7, 50, 0)
    expect([page, pages]).toEqual([4, 3])
    expect(toListing(0, 7, 50, 0)).toMatchObject({ page: 1, pages: 1 })
    expect(dueText['zh-CN'].pageOf(from, to, total)).toBe('这一页没有内容，共 120 条')
    expect(dueText.en.pageOf(from, to, total)).toBe('Nothing is on this page, of 120')
  })

  it('that makes no sense is the first page', () => {
    expect([toPlace({ page: '-1' }), toPlace({ page: '1e3' }), toPlace({})]).toEqual(Array(3).fill({ q: '', page: 1 }))
  })
})
