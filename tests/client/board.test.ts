import { describe, expect, it } from 'vitest'
import { boardText } from '../../client/i18n/board.ts'
import { goalOf, latestOf } from '../../client/pages/board/attention-figures.ts'
import { inPages } from '../../client/pages/board/pages.ts'
import { toBoardQuery, turnedTo } from '../../client/pages/board/query.ts'
import { rowsOf } from '../../client/pages/report/rows.ts'
import { summarise } from '../../client/pages/report/summary.ts'
import { aProgress, aTarget } from './sample-targets.ts'

const targets = [
  aTarget('a', [aProgress({ status: 'achieved' }), aProgress({ milestoneYear: 2030, status: 'far-behind' })]),
  aTarget('b', [aProgress({ status: 'missed' })]),
  aTarget('c', [aProgress({ status: 'behind', flags: ['awaiting-final'] })]),
  aTarget('d', [aProgress({ status: 'not-assessable', reason: 'not-quantified', flags: ['awaiting-final'] })]),
]

describe('the first line of the board', () => {
  it('adds up for a year that is over: what waits for its figure is told apart', () => {
    const summary = summarise(rowsOf(targets, 2025), 2025, 2026)
    expect(boardText['zh-CN'].sentence('青海省', summary).join('')).toBe(
      '青海省 2025 年阶段目标 4 项：已完成 1 项，未完成 1 项，待年终数 1 项，暂无法评估 1 项',
    )
    expect(boardText.en.sentence('', summary).join('')).toBe(
      '4 milestones of 2025: 1 achieved, 1 missed, 1 awaiting the final figure, 1 not assessable',
    )
  })

  it('tells a year to come by its statuses', () => {
    const summary = summarise(rowsOf(targets, 2030), 2030, 2026)
    expect(boardText['zh-CN'].sentence('', summary).join('')).toBe(' 2030 年阶段目标 1 项：已完成 0 项，严重滞后 1 项')
    expect(boardText.en.sentence('Qinghai', summary).join('')).toBe(
      'Qinghai: 1 milestone of 2030: 0 achieved, 1 far behind',
    )
  })
})

it('tells in words what is to be built and is not, as 1 and 0 say nothing on a wall', () => {
  const progress = aProgress({
    status: 'missed',
    milestone: { ...aProgress().milestone, value: '1' },
    latest: { year: 2025, value: '0', derived: false, revisionIds: [1] },
  })
  const { indicator } = aTarget('a', [])
  const target = aTarget('a', [progress], { indicator: { ...indicator, kind: 'done', unitZh: '', unitEn: '' } })
  const row = { target, progress }
  expect([latestOf(row, 'zh-CN'), goalOf(row, 'zh-CN')]).toEqual(['未建成', '建成'])
  expect([latestOf(row, 'en'), goalOf(row, 'en')]).toEqual(['not built', 'to be built'])
})

describe('the address of the board', () => {
  it('says how it turns, and keeps to what it understands', () => {
    expect(toBoardQuery({ seconds: '5', page: '3', paused: '1', milestone: 'next', region: '63' })).toEqual({
      region: '63',
      plan: '',
      milestone: 'next',
      asOf: '',
      seconds: 5,
      page: 3,
      paused: true,
    })
    expect(toBoardQuery({ seconds: '0', page: '-1', milestone: 'soon' })).toMatchObject({
      seconds: 15,
      page: 1,
      milestone: '',
    })
    expect(toBoardQuery({ seconds: '99999' }).seconds).toBe(3600)
  })

  it('keeps everything else when it turns', () => {
    expect(turnedTo('/board?region=63&lang=en&page=2', 3, true)).toBe('/board?region=63&lang=en&page=3&paused=1')
    expect(turnedTo('/board?page=3&paused=1', 1, false)).toBe('/board')
  })
})

it('puts a few on each page, and leaves none out', () => {
  expect(inPages([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inPages([], 4)).toEqual([])
})
