import { describe, expect, it } from 'vitest'
import { overviewText } from '../../client/i18n/overview.ts'
import { placesFor, toDistance } from '../../client/pages/overview/distance.ts'
import { DEFAULTS, type Filters } from '../../client/pages/overview/filters.ts'
import { toParts } from '../../client/pages/overview/freshness-parts.ts'
import {
  countByStatus,
  flagged,
  judgeAll,
  milestoneYears,
  narrow,
  type Target,
} from '../../client/pages/overview/judged.ts'
import { firstRows, listed, PAGE_ROWS, toListing } from '../../client/pages/overview/listing.ts'
import { toDistribution } from '../../client/pages/overview/matrix.ts'
import { toSinceCounts } from '../../client/pages/overview/since-counts.ts'
import { LARGE, sizeOf, toSquares } from '../../client/pages/overview/squares-geometry.ts'
import { choiceOf, findWhere } from '../../client/pages/overview/where-found.ts'
import { summarise } from '../../client/pages/overview/summary.ts'
import type { MilestoneChoice } from '../../server/domain/milestones.ts'
import { type Flag, STATUSES } from '../../server/domain/words.ts'
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

const judged = (of: readonly Target[]) => judgeAll(of, milestoneYears(of))
const judge = (of: readonly Target[], choice: MilestoneChoice) => judged(of).get(choice) ?? []

describe('the first line', () => {
  const summary = summarise(judge(targets, 2025), 2025, 2026)

  const everything = { places: [], narrowed: false }

  it('counts what is met, what is missed and what is open', () => {
    expect(overviewText['zh-CN'].headline(summary, everything).join('')).toBe(
      '2025 年阶段目标 5 项：已完成 2 项，未完成 1 项，滞后 2 项',
    )
    expect(overviewText.en.headline(summary, everything).join('')).toBe(
      '5 milestones of 2025: 2 achieved, 1 missed, 2 behind',
    )
  })

  it('says of an ended year what only waits for its figure, and counts nothing twice', () => {
    const waiting = aProgress({ flags: ['awaiting-final'] })
    const rows = [
      ...targets,
      aTarget('u', [waiting]),
      aTarget('v', [{ ...waiting, status: 'no-data', reason: 'no-figure' }]),
      aTarget('w', [{ ...waiting, status: 'not-assessable', reason: 'definition-changed' }]),
    ]
    const told = summarise(judge(rows, 2025), 2025, 2026)
    expect(overviewText['zh-CN'].headline(told, everything).join('')).toBe(
      '2025 年阶段目标 8 项：已完成 2 项，未完成 1 项，待年终数 2 项，滞后 2 项，暂无法评估 1 项',
    )
    expect(overviewText.en.headline(told, everything).join('')).toBe(
      '8 milestones of 2025: 2 achieved, 1 missed, 2 awaiting final figures, 2 behind, 1 not assessable',
    )
    expect(overviewText['zh-CN'].notes(told)[0]).toBe('待年终数的 2 项，下面按已有数据计入各状态。')
    expect(overviewText.en.notes(told)[0]).toBe('Below, the 2 awaiting count by the figures so far.')
  })

  it.each(['zh-CN', 'en'] as const)('adds up in %s, whatever the statuses and flags', (language) => {
    const reasons = [null, 'definition-changed'] as const
    const flags = [[], ['awaiting-final']] as const
    const rows = STATUSES.flatMap((status) =>
      reasons.flatMap((reason) =>
        flags.map((carried) =>
          aTarget(`${status} ${reason} ${carried.join()}`, [aProgress({ status, reason, flags: [...carried] })]),
        ),
      ),
    )
    for (const [choice, nowYear] of [
      [2025, 2026],
      [2025, 2024],
      ['next', 2026],
    ] as const) {
      const [first = '', ...told] = overviewText[language].headline(
        summarise(judge(rows, choice), choice, nowYear),
        everything,
      )
      const counts = told.map((phrase) => Number(/[0-9]+/.exec(phrase)?.[0]))
      expect(first).toContain(String(rows.length))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length)
    }
  })

  it('says what rests on earlier or provisional figures', () => {
    expect(overviewText['zh-CN'].notes(summary).join('')).toBe(
      '已完成的 2 项中，1 项按 2024 年数据，目标年份的数据未到。未完成的 1 项中，1 项据初步数。',
    )
    expect(overviewText.en.notes(summary)).toEqual([
      'Of the 2 achieved, 1 rests on figures of 2024; the final ones are not in.',
      'Of the 1 missed, 1 rests on provisional figures.',
    ])
  })

  it('does not wait for a figure that decides nothing', () => {
    const waiting = (changes: Parameters<typeof aProgress>[0]) =>
      summarise(judge([aTarget('w', [aProgress({ flags: ['awaiting-final'], ...changes })])], 2025), 2025, 2026)
        .awaiting
    expect(waiting({ status: 'not-assessable', reason: 'definition-changed' })).toBe(0)
    expect(waiting({ status: 'not-assessable', reason: 'no-baseline' })).toBe(1)
    expect(waiting({ status: 'behind' })).toBe(1)
    expect(waiting({ status: 'achieved' })).toBe(0)
  })

  it('says what was reached before its time among the next milestones', () => {
    const done = aTarget('z', [aProgress({ status: 'achieved', milestoneYear: 2030 })], { nextMilestoneYear: 2030 })
    expect(overviewText['zh-CN'].notes(summarise(judge([done], 'next'), 'next', 2026))).toEqual([
      '已完成的 1 项中，1 项为 2030 年目标提前完成。',
    ])
  })

  it('tells a milestone with time left by its statuses, under the names of region and theme', () => {
    const future = summarise(judge(targets, 2030), 2030, 2026)
    const scope = { places: ['青海省', '人才团队'], narrowed: true }
    expect(overviewText['zh-CN'].headline(future, scope).join('')).toBe(
      '青海省人才团队符合条件的 2030 年阶段目标 2 项：提前完成 0 项，达序时进度 1 项，严重滞后 1 项',
    )
    expect(overviewText.en.headline(future, { places: ['Qinghai'], narrowed: false }).join('')).toBe(
      'Qinghai: 2 milestones of 2030: 0 achieved early, 1 on track, 1 far behind',
    )
  })
})

describe('what changed since the last round', () => {
  const linear = { id: 'linear-path', version: '1.0' } as const
  const none = { statuses: 0, turnedTo: [], targetsAdded: 0, targetsRevised: 0, figuresAdded: 0, figuresCorrected: 0 }
  const told = (counts: Partial<typeof none>, version = '1.0') =>
    toSinceCounts({
      counts: { ...none, ...counts },
      method: { before: linear, after: { ...linear, version } },
    })

  it('names what occurred, and nothing else', () => {
    const counts = told({ statuses: 9, figuresAdded: 12, figuresCorrected: 1 })
    expect(overviewText['zh-CN'].since(2024, '2025-04-30', counts)).toBe(
      '自 2024 年数据填报截止（2025-04-30）以来，9 项进展有变，新增数据 12 个，更正 1 个。',
    )
    expect(overviewText.en.since(2024, '2025-04-30', told({ statuses: 1, targetsRevised: 1 }, '1.1'))).toBe(
      'Since reporting for 2024 closed on 2025-04-30: 1 status turned, 1 target moved, a new version of the method.',
    )
  })

  it('says that nothing did', () => {
    expect(overviewText['zh-CN'].since(2024, '2025-04-30', told({}))).toBe(
      '自 2024 年数据填报截止（2025-04-30）以来没有变化。',
    )
    expect(overviewText.en.since(2024, '2025-04-30', told({}))).toBe(
      'Since reporting for 2024 closed on 2025-04-30: no change.',
    )
  })
})

const ids = (listing: ReturnType<typeof toListing>) =>
  listing.groups.map(({ code, rows }) => [code, rows.map(({ target }) => target.id)])

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

  it('finds the milestones of which something is true: of the year that is looked at, the next ones, else of any year', () => {
    const revised = aProgress({ milestoneYear: 2035, flags: ['target-revised'] })
    const all = judged([...targets, aTarget('r', [aProgress(), revised])])
    const withFlag = (flag: Flag) => findWhere(all, ({ progress }) => progress.flags.includes(flag))
    expect(choiceOf(withFlag('awaiting-final'), 2025)).toEqual({ choice: 2025, count: 1 })
    expect(choiceOf(withFlag('awaiting-final'), 2030)).toEqual({ choice: 'next', count: 1 })
    expect(choiceOf(withFlag('target-revised'), 2025)).toEqual({ choice: 2035, count: 1 })
    expect(choiceOf(withFlag('outdated'), 2025)).toBeUndefined()
    const far = findWhere(all, ({ progress }) => progress.status === 'far-behind')
    expect(choiceOf(far, 2030, '37')).toEqual({ choice: 2030, count: 1 })
    expect(choiceOf(far, 2030, '63')).toBeUndefined()
  })

  it('is narrowed by a flag on the milestone that is looked at', () => {
    const revised = aProgress({ milestoneYear: 2035, flags: ['target-revised'] })
    const all = flagged(judged([...targets, aTarget('r', [aProgress(), revised])]), 'target-revised')
    expect([...all].map(([choice, rows]) => [choice, rows.map(({ target }) => target.id)])).toEqual([
      [2025, []],
      [2030, []],
      [2035, ['r']],
      ['next', []],
    ])
  })

  it('is of what needs attention, unless a status, a flag or another list is chosen', () => {
    const of = (changes: Partial<Filters>) =>
      listed(judge(targets, 2025), { ...DEFAULTS, ...changes }).map(({ target }) => target.id)
    expect(of({})).toEqual(['c', 'd', 'e'])
    expect(of({ by: 'attention' })).toEqual(['c', 'd', 'e'])
    expect(of({ by: 'none' })).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(of({ status: 'achieved' })).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(of({ flag: 'provisional' })).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('stands worst first, then the nearest deadline, then the smaller share of the path', () => {
    const rows = [...targets, aTarget('g', [aProgress({ pathShare: 0.9 })]), ...targets.slice(5)]
    const judged = judge(rows, 'next')
    expect(ids(toListing(judged, { by: 'none', page: 1 }, [], 8))[0]?.[1]).toEqual([
      'c',
      'f',
      'f',
      'e',
      'd',
      'g',
      'b',
      'a',
    ])
  })

  it('stands worst first inside a group', () => {
    const listing = toListing(judge(targets, 2025), { by: 'plan', page: 1 }, ['plan-b', 'plan-a', 'plan-empty'], 8)
    expect(ids(listing)).toEqual([
      ['plan-b', ['c']],
      ['plan-a', ['e', 'd', 'a', 'b']],
    ])
    expect(listing).toMatchObject({ total: 5, page: 1, pages: 1, from: 1, to: 5 })
  })

  it('shows the first few on the overview, and says of how many', () => {
    const listing = toListing(judge(targets, 2025), { by: '', page: 1 }, [], 2)
    expect(ids(listing)).toEqual([['', ['c', 'e']]])
    expect(listing).toMatchObject({ total: 5, pages: 1, from: 1, to: 2 })
  })

  it('goes in pages, of which none draws more than its rows, and groups go on over them', () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      aTarget(`t${index}`, [aProgress()], { planCode: index < 70 ? 'plan-a' : 'plan-b' }),
    )
    const page = (page: number) => toListing(judge(many, 2025), { by: 'plan', page }, ['plan-a', 'plan-b'], 8)
    const sizes = (listing: ReturnType<typeof page>) =>
      listing.groups.map(({ code, total, rows }) => [code, total, rows.length])
    expect(sizes(page(1))).toEqual([['plan-a', 70, PAGE_ROWS]])
    expect(sizes(page(2))).toEqual([
      ['plan-a', 70, 20],
      ['plan-b', 50, 30],
    ])
    expect(page(2)).toMatchObject({ from: 51, to: 100, pages: 3 })
    expect(page(99)).toMatchObject({ page: 3, from: 101, to: 120 })
  })

  it('can be drawn from its first rows on, groups and all', () => {
    const { groups } = toListing(judge(targets, 2025), { by: 'plan', page: 1 }, ['plan-b', 'plan-a'], 8)
    const drawn = (count: number) => firstRows(groups, count).map(({ code, total, rows }) => [code, total, rows.length])
    expect(drawn(1)).toEqual([['plan-b', 1, 1]])
    expect(drawn(3)).toEqual([
      ['plan-b', 1, 1],
      ['plan-a', 4, 2],
    ])
    expect(drawn(9)).toEqual([
      ['plan-b', 1, 1],
      ['plan-a', 4, 4],
    ])
  })

  const idsOf = (of: readonly Target[]) => of.map(({ id }) => id)
  const texts = new Map([
    ['c', 'action plan 人才团队'],
    ['f', '山东省 人才团队'],
  ])
  it.each([
    [{ q: '山东 人才' }, ['f']],
    [{ q: 'ACTION　团队' }, ['c']],
    [{ q: '人才 企业' }, []],
    [{ region: '37' }, ['f']],
    [{ plan: 'plan-b' }, ['c']],
    [{ plan: 'plan-b', q: '山东' }, []],
    [{ theme: 'platforms' }, []],
    [{ q: '  ' }, ['a', 'b', 'c', 'd', 'e', 'f']],
  ])('is narrowed by %j', (changes, expected) => {
    expect(idsOf(narrow(targets, { ...DEFAULTS, ...changes }, texts))).toEqual(expected)
  })

  it('is not searched as long as the texts are not there', () => {
    expect(idsOf(narrow(targets, { ...DEFAULTS, region: '37', q: 'x' }, undefined))).toEqual(['f'])
  })
})

describe('the distribution', () => {
  const codes = { places: ['00', '37', '63'], themes: ['platforms', 'talent'] }

  it('counts by region and theme, without regions and themes that have none', () => {
    const { places, themes, at, most } = toDistribution(judge(targets, 'next'), 'region', codes)
    expect([places, themes]).toEqual([['37', '63'], ['talent']])
    expect(at('63', 'talent')).toMatchObject({ achieved: 1, missed: 1, behind: 2, 'on-track': 1, 'no-data': 0 })
    expect(at('37', 'talent')).toMatchObject({ 'far-behind': 1, achieved: 0 })
    expect(at('37', 'platforms')).toBeUndefined()
    expect(most).toBe(5)
  })

  it('counts by plan and theme', () => {
    const { places, at } = toDistribution(judge(targets, 2025), 'plan', { ...codes, places: ['plan-b', 'plan-a'] })
    expect(places).toEqual(['plan-b', 'plan-a'])
    expect(at('plan-b', 'talent')).toMatchObject({ missed: 1, achieved: 0 })
  })
})

describe('the freshness of a region', () => {
  it('parts its series by the age of their latest figure, by the same two years as 数据陈旧', () => {
    const years = [2025, 2024, 2023, 2022, null].map((year, index) => ({ year, series: index + 1 }))
    expect(toParts(years, 2026)).toEqual([
      { age: 'current', series: 1 },
      { age: 'recent', series: 5 },
      { age: 'old', series: 4 },
      { age: 'none', series: 5 },
    ])
    expect(toParts([{ year: 2026, series: 2 }], 2026)).toEqual([{ age: 'current', series: 2 }])
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
