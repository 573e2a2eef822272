import { describe, expect, it } from 'vitest'
import { compareText } from '../../client/i18n/compare.ts'
import { type Choices, csvAddress, toAddress, toView, type View } from '../../client/pages/compare/address.ts'
import { toChoices } from '../../client/pages/compare/choices.ts'
import { heatYears, latestTurn, toCells } from '../../client/pages/compare/heat.ts'
import { firstOf, keyOf, toGroups, toRows } from '../../client/pages/compare/rows.ts'
import { summarise } from '../../client/pages/compare/summary.ts'
import type { Status } from '../../server/domain/words.ts'
import { aListedProgress, aListedTarget, aRow, aYear } from './compare-rows.ts'

const CHOICES: Choices = {
  region: ['63', '37'],
  indicator: ['laboratories', 'teams'],
  theme: ['platforms', 'talent'],
  plans: new Map([['63', ['plan-a', 'plan-b']]]),
  milestone: [2025, 2030],
}

const VIEW: View = { way: 'region', subject: '63', plan: '', milestone: 'next', sort: 'status', show: 60, asOf: '' }

describe('the address of a comparison', () => {
  it('shows the first region where nothing is asked for', () => {
    expect(toView({}, CHOICES)).toEqual({ view: VIEW, unknown: [] })
    expect(toAddress(VIEW)).toBe('/compare?region=63')
  })

  it.each([
    '/compare?region=37',
    '/compare?region=63&plan=plan-b&milestone=2030&sort=plan&asOf=2026-03-18',
    '/compare?indicator=teams&milestone=2025',
    '/compare?theme=talent&show=120',
  ])('%s is the address of what it shows', (address) => {
    const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
    const { view, unknown } = toView(query, CHOICES)
    expect(toAddress(view)).toBe(address)
    expect(unknown).toEqual([])
  })

  it('names what it does not know, and leaves it out', () => {
    const { view, unknown } = toView({ region: '99', plan: 'plan-a', milestone: '2027', sort: 'size' }, CHOICES)
    expect(unknown).toEqual(['region=99', 'milestone=2027', 'sort=size'])
    expect(view).toEqual({ ...VIEW, plan: 'plan-a' })
    expect(toView({ theme: 'talent', region: '63' }, CHOICES).unknown).toEqual(['region=63'])
  })

  it('leads to the same years as CSV', () => {
    expect(csvAddress({ ...VIEW, plan: 'plan-a', asOf: '2026-03-18' })).toBe(
      '/api/yearly-progress.csv?region=63&plan=plan-a&milestone=next&asOf=2026-03-18',
    )
  })
})

describe('what can be compared', () => {
  const region = (code: string) => ({ code, nameZh: code, nameEn: code, parentCode: null })
  const theme = (code: string) => ({ code, nameZh: code, nameEn: code })

  it('is what has targets, and what several regions have comes first', () => {
    const targets = [
      aListedTarget('a', { indicatorCode: 'alone', indicator: { theme: 'talent' } }),
      aListedTarget('b'),
      aListedTarget('c', { regionCode: '37' }),
    ]
    const data = {
      asOf: '',
      targets,
      plans: [],
      regions: ['00', '37', '63'].map(region),
      themes: ['talent', 'platforms', 'unused'].map(theme),
    }
    expect(toChoices(data)).toMatchObject({
      region: ['37', '63'],
      indicator: ['laboratories', 'alone'],
      theme: ['platforms', 'talent'],
      milestone: [2025],
    })
  })
})

describe('the rows of a comparison', () => {
  const targets = [
    aListedTarget('a', { progress: [aListedProgress({ status: 'achieved' })] }),
    aListedTarget('b', {
      progress: [aListedProgress({ status: 'missed' }), aListedProgress({ milestoneYear: 2030, status: 'on-track' })],
      nextMilestoneYear: 2030,
    }),
    aListedTarget('c', { planCode: 'plan-b' }),
    aListedTarget('d', { regionCode: '37' }),
  ]
  const ids = (view: Partial<View>) => toRows(targets, { ...VIEW, ...view }, new Map()).map(({ target }) => target.id)

  it('are the milestones that were chosen, with their years', () => {
    expect(ids({})).toEqual(['a', 'b', 'c'])
    expect(ids({ milestone: 2030 })).toEqual(['b'])
    expect(ids({ plan: 'plan-b' })).toEqual(['c'])
    expect(ids({ way: 'theme', subject: 'platforms' })).toEqual(['a', 'b', 'c', 'd'])
    const years = new Map([[keyOf('b', 2030), [aYear(2024)]]])
    expect(toRows(targets, { ...VIEW, milestone: 2030 }, years)[0]?.years).toHaveLength(1)
  })

  const order = (view: Partial<View>, codes: string[]) => {
    const whole = { ...VIEW, milestone: 2025 as const, ...view }
    return toGroups(toRows(targets, whole, new Map()), whole, codes).map(({ code, rows }) => [
      code,
      ...rows.map(({ target }) => target.id),
    ])
  }

  it('stand by plan, worst first or in its order', () => {
    expect(order({}, ['plan-b', 'plan-a'])).toEqual([
      ['plan-b', 'c'],
      ['plan-a', 'b', 'a'],
    ])
    expect(order({ sort: 'plan' }, ['plan-a', 'plan-b'])).toEqual([
      ['plan-a', 'a', 'b'],
      ['plan-b', 'c'],
    ])
  })

  it('of several regions keep to the order of the regions: nothing is ranked', () => {
    expect(order({ way: 'theme', subject: 'platforms' }, ['37', '63'])).toEqual([
      ['37', 'd'],
      ['63', 'b', 'c', 'a'],
    ])
    expect(order({ way: 'indicator', subject: 'laboratories' }, ['63', '37'])).toEqual([['', 'a', 'b', 'c', 'd']])
  })

  it('are drawn up to a number, over all groups', () => {
    const [row] = toRows(targets, VIEW, new Map())
    const rows = Array.from({ length: 3 }, () => row).filter((one) => one !== undefined)
    const counts = (count: number) =>
      firstOf(
        [
          { code: 'a', rows },
          { code: 'b', rows },
        ],
        count,
      ).map((one) => one.rows.length)
    expect(counts(2)).toEqual([2])
    expect(counts(4)).toEqual([3, 1])
    expect(counts(9)).toEqual([3, 3])
  })
})

describe('the first line', () => {
  const rows = (['achieved', 'achieved', 'behind', 'far-behind', 'no-data'] as Status[]).map((status) =>
    aRow({ status }),
  )

  it('tells numbers that add up', () => {
    const summary = summarise(rows, VIEW, '青海')
    expect(summary.told.reduce((sum, { count }) => sum + count, 0)).toBe(summary.total)
    expect(compareText['zh-CN'].headline(summary).join('')).toBe(
      '青海：5 项目标的下一阶段，2 项已完成，2 项滞后或严重滞后，1 项暂无数据',
    )
    expect(compareText.en.headline({ ...summary, scope: 'Qinghai', milestone: 2025 }).join('')).toBe(
      'Qinghai: 5 targets for 2025: 2 achieved, 2 behind or far behind, 1 without data',
    )
  })

  it('says how many regions a theme has', () => {
    const summary = summarise(rows, { way: 'theme', milestone: 2030 }, '创新平台')
    expect(compareText['zh-CN'].headline(summary).join('')).toContain('创新平台：1 个地区 5 项 2030 年目标，')
  })
})

describe('the map of years', () => {
  const row = aRow({}, [
    aYear(2021, { status: 'on-track' }),
    aYear(2022, { status: 'behind' }),
    aYear(2024, { status: 'behind' }),
    aYear(2025, { status: 'missed' }),
  ])

  it('has a cell for every year, empty where there is no figure, and says where the status turned', () => {
    const { years, older } = heatYears([{ code: '', rows: [row] }])
    expect([years, older]).toEqual([[2021, 2022, 2023, 2024, 2025], false])
    expect(
      toCells(row, years).map(({ standing, turned, before }) => [standing?.status ?? null, turned, before]),
    ).toEqual([
      ['on-track', false, null],
      ['behind', true, 'on-track'],
      [null, false, null],
      ['behind', false, null],
      ['missed', true, 'behind'],
    ])
  })

  it('shows eight years, and compares the first of them with the one before', () => {
    const long = aRow({}, [aYear(2014, { status: 'on-track' }), aYear(2018), aYear(2025)])
    const { years, older } = heatYears([{ code: '', rows: [long] }])
    expect([years[0], years.length, older]).toEqual([2018, 8, true])
    expect(toCells(long, years)[0]).toMatchObject({ turned: true, before: 'on-track' })
  })

  it('tells the latest turn of all rows', () => {
    expect(latestTurn([row, aRow({}, [aYear(2024), aYear(2025, { status: 'achieved' })])])).toEqual({
      year: 2025,
      count: 2,
    })
    expect(latestTurn([aRow({}, [aYear(2024)])])).toBeNull()
  })
})
