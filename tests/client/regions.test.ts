import { describe, expect, it } from 'vitest'
import { type RollUpChart, type RollUpPoint, toRollUpOption } from '../../client/charts/roll-up-option.ts'
import { MOST_DRAWN, thinning } from '../../client/charts/thinning.ts'
import { regionsText } from '../../client/i18n/regions.ts'
import { ofOverview, regionAddress, toAddress, toListQuery, toView } from '../../client/pages/regions/address.ts'
import { toListing } from '../../client/components/listing.ts'
import { gapsOf, marksOf, toChart, unitsOf } from '../../client/pages/regions/roll-up-words.ts'
import type { RolledYear, RollUps } from '../../server/contract/roll-up.ts'
import { anIndicator } from '../helpers/world.ts'

const zh = regionsText['zh-CN']

describe('the address of a region', () => {
  const view = toView('63', { milestone: '2030', status: 'behind', page: '3', listPage: '2', q: '县', words: '实验室' })

  it('says what is looked at, and leaves out what is the default', () => {
    expect(toAddress(toView('', {}))).toBe('/regions')
    expect(toAddress(view)).toBe(
      `/regions/63?${new URLSearchParams({ milestone: '2030', status: 'behind', q: '县', page: '3', words: '实验室', listPage: '2' })}`,
    )
    expect(toView('63', Object.fromEntries(new URL(toAddress(view), 'http://pages').searchParams))).toEqual(view)
  })

  it('leads to the first page of a list that holds something else', () => {
    expect(toAddress(view, { q: '市' })).not.toContain('&page=')
    expect(toAddress(view, { status: '' })).not.toContain('listPage')
    expect(toAddress(view, { page: 4 })).toContain('listPage=2')
  })

  it('of another region keeps milestone, status and day, and nothing that was searched', () => {
    expect(regionAddress({ ...view, asOf: '2025-06-30' }, '6301')).toBe(
      '/regions/6301?milestone=2030&status=behind&asOf=2025-06-30',
    )
  })

  it('of the overview searches targets', () => {
    expect(ofOverview({ region: '63', q: '实验室', page: '7' })).toMatchObject({
      region: '63',
      q: '',
      words: '实验室',
      page: 1,
    })
  })

  it('asks for the targets within a region, or its own only', () => {
    expect(toListQuery('63', view)).toMatchObject({ within: '63', region: '', q: '实验室', status: 'behind' })
    expect(toListQuery('63', { ...view, own: true })).toMatchObject({ within: '63', region: '63' })
  })
})

describe('a page of a list', () => {
  it('knows its place', () => {
    expect(toListing(120, 3, 50, 20)).toEqual({ page: 3, pages: 3, from: 101, to: 120, total: 120 })
    expect(toListing(0, 1, 50, 0)).toEqual({ page: 1, pages: 1, from: 0, to: 0, total: 0 })
  })
})

const none = { provisional: false, breakBefore: false, sample: false }
const aYear = (
  year: number,
  own: string | null,
  rolledUp: Partial<NonNullable<RolledYear['rolledUp']>> | null,
): RolledYear => ({
  year,
  own: own === null ? null : { id: year, value: own, missingReason: null, ...none },
  rolledUp: rolledUp && {
    value: '10',
    covered: 14,
    of: 14,
    complete: true,
    lacking: [],
    partial: [],
    ...none,
    ...rolledUp,
  },
})
const rollUps = (years: RolledYear[]): RollUps => ({
  asOf: '2026-06-30T04:00:00.000Z',
  region: { code: '63', nameZh: '青海省', nameEn: 'Qinghai' },
  indicatorCode: 'laboratories',
  indicator: anIndicator({ rollUp: 'sum' }),
  weight: null,
  rollUp: 'sum',
  refused: null,
  children: 14,
  years,
})

describe('a roll-up in words', () => {
  const city = (nameZh: string) => ({ code: '6301', nameZh, nameEn: nameZh })

  it('names who is missing and why, and of many the first', () => {
    const lacking = [
      { ...city('西宁市'), reason: 'no-figure' as const },
      { ...city('海东市'), reason: 'not-collected' as const },
    ]
    expect(gapsOf(aYear(2025, null, { lacking }), zh, 'zh-CN')).toEqual(['缺：西宁市、海东市（未收集）'])
    const partial = ['甲', '乙', '丙', '丁', '戊', '己'].map(city)
    expect(gapsOf(aYear(2025, null, { partial }), zh, 'zh-CN')).toEqual(['部分：甲、乙、丙、丁等 6 个'])
    expect(gapsOf(aYear(2025, '1', null), zh, 'zh-CN')).toEqual([])
  })

  it('tells every mark, of whose figure it is', () => {
    const year = aYear(2025, '1', { provisional: true, breakBefore: true })
    expect(marksOf(year, zh)).toEqual(['汇总含初步数', '汇总含口径变更，与上年不可比'])
    expect(marksOf({ ...year, own: year.own && { ...year.own, provisional: true, sample: true } }, zh)).toEqual([
      '本级为初步数',
      '汇总含初步数',
      '汇总含口径变更，与上年不可比',
      '示例数据',
    ])
  })

  it('calls the regions below by their level', () => {
    expect(['00', '63', '6301', '630102'].map((code) => unitsOf(code, zh))).toEqual([
      '个省份',
      '个市州',
      '个区县',
      '个下级地区',
    ])
  })
})

describe('the chart of a roll-up', () => {
  const colours = { paper: 'p', sunken: 's', ink: 'i', ink2: 'i2', ink3: 'i3', rule: 'r', axis: 'a', accent: 'c' }
  const words = { tick: String, axis: '家', axisCut: '不从 0', axisJoint: '，', tooltip: String }
  const optionOf = (chart: RollUpChart) => toRollUpOption(chart, { colours, words, font: 'f' }, 900)
  interface Line {
    id: string
    sampling?: string
    data: { value: [number, number | null]; itemStyle?: { color: string } }[]
  }
  const linesOf = (chart: RollUpChart) => optionOf(chart).series as Line[]

  it('has both lines, hollow where a year is incomplete or provisional, and says under each year who is in it', () => {
    const chart = toChart(
      rollUps([aYear(2023, '8', null), aYear(2024, '9', {}), aYear(2025, '9', { complete: false, covered: 12 })]),
    )
    expect(chart.coverage).toEqual(
      new Map([
        [2024, '14/14'],
        [2025, '12/14'],
      ]),
    )
    const [rolledUp, own] = linesOf(chart)
    expect(own?.data.map(({ value }) => value)).toEqual([
      [2023, 8],
      [2024, 9],
      [2025, 9],
    ])
    expect(rolledUp?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual(['i3', 'p'])
    expect(chart.mustStartAtZero).toBe(true)
    expect(optionOf(chart).yAxis).toMatchObject({ min: 0, name: '家' })
  })

  it('is broken where a year is missing, and before what cannot be compared', () => {
    const point = (year: number, breakBefore = false): RollUpPoint => ({
      year,
      value: 90,
      isHollow: false,
      breakBefore,
    })
    const chart: RollUpChart = {
      own: [point(2020), point(2022), point(2023), point(2024, true)],
      rolledUp: [],
      coverage: new Map(),
      isWhole: true,
      mustStartAtZero: false,
    }
    expect(linesOf(chart)[1]?.data.map(({ value: [year, value] }) => (value === null ? `gap ${year}` : year))).toEqual([
      2020,
      'gap 2021',
      2022,
      2023,
      'gap 2023.5',
      2024,
    ])
  })

  it('says that its axis is cut', () => {
    const close = [90, 95].map((value, at) => ({ year: 2024 + at, value, isHollow: false, breakBefore: false }))
    const chart = { own: close, rolledUp: [], coverage: new Map(), isWhole: true, mustStartAtZero: false }
    expect(optionOf(chart).yAxis).toMatchObject({ name: '家，不从 0' })
    expect(optionOf({ ...chart, mustStartAtZero: true }).yAxis).toMatchObject({ name: '家', min: 0 })
  })

  it('thins out a line only where it has more points than are told apart', () => {
    expect(thinning(MOST_DRAWN)).toEqual({})
    expect(thinning(MOST_DRAWN + 1)).toEqual({ sampling: 'lttb' })
    const many = Array.from({ length: MOST_DRAWN + 1 }, (_, at) => ({
      year: 1000 + at,
      value: at,
      isHollow: false,
      breakBefore: false,
    }))
    const chart = { own: many, rolledUp: many.slice(1), coverage: new Map(), isWhole: true, mustStartAtZero: true }
    expect(linesOf(chart).map(({ id, sampling }) => [id, sampling])).toEqual([
      ['rolled-up', undefined],
      ['own', 'lttb'],
    ])
  })
})
