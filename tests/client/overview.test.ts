import { describe, expect, it } from 'vitest'
import { overviewText } from '../../client/i18n/overview.ts'
import { placesFor, toDistance } from '../../client/pages/overview/distance.ts'
import { DEFAULTS } from '../../client/pages/overview/filters.ts'
import { toGroups } from '../../client/pages/overview/groups.ts'
import { countByStatus, judge, milestoneYears, narrow, toSearchedNames } from '../../client/pages/overview/judged.ts'
import { LARGE, sizeOf, toSquares } from '../../client/pages/overview/squares-geometry.ts'
import { summarise } from '../../client/pages/overview/summary.ts'
import { aProgress, aTarget } from './sample-targets.ts'

const early = { year: 2024, value: '105', derived: false, revisionIds: [1] }
const targets = [
  aTarget('a', [aProgress({ status: 'achieved', latest: early, flags: ['awaiting-final'] })]),
  aTarget('b', [aProgress({ status: 'achieved' }), aProgress({ milestoneYear: 2030, status: 'on-track' })], {
    nextMilestoneYear: 2030,
  }),
  aTarget('c', [aProgress({ status: 'missed', flags: ['provisional'] })], { planCode: 'plan-b' }),
  aTarget('d', [aProgress({ pathShare: 0.7 })]),
  aTarget('e', [aProgress({ pathShare: 0.61 })]),
  aTarget('f', [aProgress({ milestoneYear: 2030, status: 'far-behind' })], { regionCode: '37' }),
]

describe('the first line', () => {
  const summary = summarise(judge(targets, 2025), 2025, 2026)

  it('counts what is met, what is missed and what is open', () => {
    expect(overviewText['zh-CN'].headline(summary, '').join('')).toBe(
      '2025 年的 5 项目标，2 项已完成，1 项未完成，2 项尚无定论',
    )
    expect(overviewText.en.headline(summary, '').join('')).toBe(
      'Of 5 targets for 2025, 2 achieved, 1 missed, 2 still open',
    )
  })

  it('says what rests on earlier or provisional figures', () => {
    expect(overviewText['zh-CN'].notes(summary).join('')).toBe(
      '1 项还缺 2025 年终数。已完成的 2 项中，1 项按 2024 年数据，目标年份的数据未到。未完成的 1 项中，1 项据初步数。',
    )
    expect(overviewText.en.notes(summary)).toEqual([
      '1 target still lacks the final figure of 2025.',
      'Of the 2 achieved, 1 rests on figures of 2024; the final ones are not in.',
      'Of the 1 missed, 1 rests on provisional figures.',
    ])
  })

  it('does not wait for a figure that decides nothing', () => {
    const waiting = (changes: Parameters<typeof aProgress>[0]) =>
      summarise(judge([aTarget('w', [aProgress({ flags: ['awaiting-final'], ...changes })])], 2025), 2025, 2026)
        .awaitingFinal
    expect(waiting({ status: 'not-assessable', reason: 'definition-changed' })).toBe(0)
    expect(waiting({ status: 'not-assessable', reason: 'no-baseline' })).toBe(1)
    expect(waiting({ status: 'behind' })).toBe(1)
  })

  it('says what was reached before its time among the next milestones', () => {
    const done = aTarget('z', [aProgress({ status: 'achieved', milestoneYear: 2030 })], { nextMilestoneYear: 2030 })
    expect(overviewText['zh-CN'].notes(summarise(judge([done], 'next'), 'next', 2026))).toEqual([
      '已完成的 1 项中，1 项为 2030 年目标提前完成。',
    ])
  })

  it('tells a milestone with time left by its statuses, under the name of the region', () => {
    const future = summarise(judge(targets, 2030), 2030, 2026)
    expect(overviewText['zh-CN'].headline(future, '青海省').join('')).toBe(
      '青海省 2030 年的 2 项目标，0 项已提前完成，1 项达序时进度，1 项严重滞后',
    )
    expect(overviewText.en.headline(future, '').join('')).toBe(
      'Of 2 targets for 2030: 0 achieved early, 1 on track, 1 far behind',
    )
  })
})

describe('the list', () => {
  it('finds the years in which something is due', () => {
    expect(milestoneYears(targets)).toEqual([2025, 2030])
  })

  it('takes the next milestone of each target', () => {
    expect(judge(targets, 'next').map(({ progress }) => progress.milestoneYear)).toEqual([
      2025, 2030, 2025, 2025, 2025, 2030,
    ])
    expect(countByStatus(judge(targets, 'next'))).toMatchObject({ achieved: 1, 'on-track': 1, 'far-behind': 1 })
  })

  it('stands worst first inside a group, the smaller share of the path before the larger', () => {
    const groups = toGroups(judge(targets, 2025), 'plan', ['plan-b', 'plan-a', 'plan-empty'])
    expect(groups.map(({ code, rows }) => [code, rows.map(({ target }) => target.id)])).toEqual([
      ['plan-b', ['c']],
      ['plan-a', ['e', 'd', 'a', 'b']],
    ])
  })

  it('stands worst first over all where it is not grouped', () => {
    const [group, ...others] = toGroups(judge(targets, 2025), 'none', [])
    expect(others).toEqual([])
    expect(group?.rows.map(({ target }) => target.id)).toEqual(['c', 'e', 'd', 'a', 'b'])
  })

  const names = toSearchedNames({
    plans: [{ code: 'plan-b', titleZh: '行动方案', titleEn: 'Action plan' }],
    regions: [{ code: '37', nameZh: '山东省', nameEn: 'Shandong' }],
  })
  it.each([
    [{ q: '山东 人才' }, ['f']],
    [{ q: 'action' }, ['c']],
    [{ region: '37' }, ['f']],
    [{ plan: 'plan-b' }, ['c']],
    [{ theme: 'platforms' }, []],
    [{ q: 'TALENT　green' }, ['a', 'b', 'c', 'd', 'e', 'f']],
    [{ q: '人才 2025年' }, ['a', 'b', 'c', 'd', 'e', 'f']],
    [{ q: '人才 企业' }, []],
  ])('is narrowed by %j', (changes, ids) => {
    expect(narrow(targets, { ...DEFAULTS, ...changes }, names).map(({ id }) => id)).toEqual(ids)
  })
})

describe('the distance to a milestone', () => {
  const interval = { ...aProgress().milestone, comparator: 'between', value: '8', valueHigh: '10' } as const
  it.each([
    ['-3', 'higher', { side: 'above', size: '1' }],
    ['-2', 'higher', { side: 'met' }],
    ['-1', 'higher', { side: 'met' }],
    ['1', 'higher', { side: 'short', size: '1' }],
    ['3', 'lower', { side: 'below', size: '1' }],
    ['1', 'lower', { side: 'met' }],
    ['-1', 'lower', { side: 'short', size: '1' }],
  ] as const)('past an interval counts from its far end: gap %s', (gap, better, distance) => {
    const status = distance.side === 'short' ? 'behind' : 'achieved'
    expect(toDistance(aProgress({ milestone: interval, gap, status }), better, 0)).toEqual(distance)
  })

  it.each([
    [aProgress({ gap: '40' }), 'higher', { side: 'short', size: '40' }],
    [aProgress({ gap: '-5' }), 'higher', { side: 'beyond', size: '5' }],
    [aProgress({ gap: '-10' }), 'lower', { side: 'short', size: '10' }],
    [aProgress({ gap: '0.00' }), 'higher', { side: 'met' }],
    [aProgress({ gap: '32', status: 'achieved' }), 'higher', { side: 'tolerated', size: '32' }],
    [
      aProgress({ gap: '0', milestone: { ...aProgress().milestone, comparator: 'more-than' } }),
      'higher',
      { side: 'at' },
    ],
    [aProgress({ gap: null }), 'higher', null],
  ] as const)('has a side and a size', (progress, better, distance) => {
    expect(toDistance(progress, better, 0)).toEqual(distance)
  })

  it('has as many places as the figures that it lies between', () => {
    const progress = aProgress({ latest: { year: 2025, value: '60.92', derived: false, revisionIds: [] } })
    expect(placesFor(progress, 1)).toBe(2)
    expect(placesFor({ ...progress, latest: null }, 1)).toBe(1)
    expect(placesFor(aProgress({ latest: { year: 2024, value: '-7.81', derived: true, revisionIds: [] } }), 0)).toBe(1)
  })
})

describe('the squares', () => {
  it('are one for each target, column by column', () => {
    expect(toSquares(5, LARGE)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 0, y: 20 },
      { x: 0, y: 30 },
      { x: 10, y: 0 },
    ])
    expect(sizeOf(5, LARGE)).toEqual({ width: 18, height: 38 })
    expect(sizeOf(0, LARGE)).toEqual({ width: 0, height: 0 })
  })
})
