import { describe, expect, it } from 'vitest'
import type { TargetOption, TargetSeries } from '../../client/charts/option-type.ts'
import { toTargetChart } from '../../client/charts/series-points.ts'
import { toTargetOption } from '../../client/charts/target-option.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { baselineOf, DRESS, detailOf, figureOf, milestoneOf } from './chart-fixture.ts'

const draw = (detail: TargetDetail, year: number, width = 880, height = 400): TargetOption => {
  const chart = toTargetChart(detail, year)
  if (!chart) throw new Error(`no milestone of ${year}`)
  return toTargetOption(chart, DRESS, width, height)
}
const seriesOf = (option: TargetOption): TargetSeries[] => [option.series ?? []].flat()
const ids = (option: TargetOption): string[] => seriesOf(option).map((one) => `${one.id}`)
const dataOf = (option: TargetOption, id: string): unknown[] => {
  const found = seriesOf(option).find((one) => one.id === id)
  return Array.isArray(found?.data) ? found.data : []
}
const labels = (option: TargetOption): string[] =>
  dataOf(option, 'labels').map((label) => (label as { text: string }).text)

const plain = [
  figureOf(2021, '24'),
  figureOf(2022, '30'),
  figureOf(2023, '36'),
  figureOf(2024, '41'),
  figureOf(2025, '45'),
]

describe('the path', () => {
  it("is drawn from the chosen milestone's own baseline, through the values that its status is judged by", () => {
    const detail = detailOf(
      [milestoneOf(2025, '40', { baseline: baselineOf(2020, '20') }), milestoneOf(2030, '100')],
      plain,
    )
    const path = dataOf(draw(detail, 2030), 'path')
    expect(path[0]).toEqual([2020, 20])
    expect(path[5]).toEqual([2025, 60])
    expect(path.at(-1)).toEqual([2030, 100])
    expect(detail.progress[1]?.expected).toBe('60')
  })

  it('is not drawn without a baseline, and that is said', () => {
    const option = draw(detailOf([milestoneOf(2030, '100', { baseline: null })], plain), 2030)
    expect(ids(option)).not.toContain('path')
    expect(ids(option)).not.toContain('baseline')
    expect(labels(option)).toContain('基期未载明，不画路径')
  })

  it('of a hold milestone is level: the value itself is expected in every year', () => {
    const path = dataOf(draw(detailOf([milestoneOf(2023, '20')], plain), 2023), 'path') as number[][]
    expect(new Set(path.map(([, value]) => value))).toEqual(new Set([20]))
  })
})

describe('other milestones', () => {
  it('of the same base year are thin, those of another base year are not on the axis at all', () => {
    const same = detailOf([milestoneOf(2025, '40'), milestoneOf(2030, '100')], plain)
    expect(ids(draw(same, 2030))).toContain('other-path-2025')
    const apart = detailOf(
      [milestoneOf(2025, '40'), milestoneOf(2030, '100', { baseline: baselineOf(2005, '0') })],
      plain,
    )
    expect(ids(draw(apart, 2030)).filter((id) => id.startsWith('other'))).toEqual([])
  })

  it('as first promised are dotted, with the day on which they ended', () => {
    const detail = detailOf([milestoneOf(2030, '100')], plain, {}, [milestoneOf(2030, '80')])
    const option = draw(detail, 2030)
    expect(dataOf(option, 'former-path').at(-1)).toEqual([2030, 80])
    expect(labels(option)).toContain('原目标 80\n2024-06-18 前')
  })
})

describe('figures', () => {
  it('are joined from year to year, dashed across a year without a figure, and never smoothed', () => {
    const option = draw(
      detailOf(
        [milestoneOf(2030, '100')],
        plain.filter(({ year }) => year !== 2023),
      ),
      2030,
    )
    const observed = dataOf(option, 'observed') as { value: (number | null)[] }[]
    expect(observed.map(({ value }) => value)).toContainEqual([2023, null])
    expect(dataOf(option, 'observed-gaps').slice(0, 2)).toEqual([
      [2022, 30],
      [2024, 41],
    ])
    expect(labels(option)).toContain('2023 年缺报')
  })

  it('are hollow while provisional', () => {
    const option = draw(
      detailOf([milestoneOf(2030, '100')], [...plain.slice(0, 4), figureOf(2025, '45', { provisional: true })]),
      2030,
    )
    const fills = dataOf(option, 'observed').map(
      (point) => (point as { itemStyle?: { color: string } }).itemStyle?.color,
    )
    expect(fills).toEqual([undefined, '#ink', '#ink', '#ink', '#ink', '#paper'])
  })

  it('are not joined across a change of definition, which is named', () => {
    const broken = plain.map((one) => (one.year === 2023 ? { ...one, breakBefore: true } : one))
    const option = draw(detailOf([milestoneOf(2030, '100')], broken), 2030)
    const values = (dataOf(option, 'observed') as { value: (number | null)[] }[]).map(({ value }) => value)
    expect(values).toContainEqual([2022.5, null])
    expect(ids(option)).not.toContain('observed-gaps')
    expect(labels(option)).toContain('口径变更')
  })

  it('that are not there are words, not a line at zero', () => {
    const option = draw(detailOf([milestoneOf(2030, '100')], []), 2030)
    expect(dataOf(option, 'observed').length).toBeLessThanOrEqual(1)
    expect(labels(option)).toContain('no-figure')
  })

  it('are told in several lines where the sentence is long, so that it does not lie across the path', () => {
    const chart = toTargetChart(detailOf([milestoneOf(2030, '100')], []), 2030)
    if (!chart) throw new Error('no milestone of 2030')
    const sentence = 'The definition has changed since the baseline: what was reported later cannot be compared with it'
    const option = toTargetOption(chart, { ...DRESS, words: { ...DRESS.words, reason: () => sentence } }, 480, 400)
    const told =
      labels(option)
        .find((label) => label.startsWith('The definition'))
        ?.split('\n') ?? []
    expect(told.length).toBeGreaterThan(1)
    expect(told.join(' ')).toBe(sentence)
  })
})

describe('a flow', () => {
  const flow = { kind: 'flow' } as const
  const goal = milestoneOf(2030, '20', { baseline: baselineOf(2021, '0') })

  it('has a bar for each year and a line of the sum', () => {
    const option = draw(detailOf([goal], [figureOf(2022, '1'), figureOf(2023, '3'), figureOf(2024, '2')], flow), 2030)
    expect(dataOf(option, 'bars').map((bar) => (bar as { value: number[] }).value)).toEqual([
      [2022, 1],
      [2023, 3],
      [2024, 2],
    ])
    const sums = dataOf(option, 'observed') as { value: number[] }[]
    expect(sums.at(-1)?.value).toEqual([2024, 6])
  })

  it('shows a missing year as an empty dashed bar, not as a zero', () => {
    const detail = detailOf([goal], [figureOf(2022, '1'), figureOf(2023, null), figureOf(2024, '3')], flow)
    const option = draw(detail, 2030)
    const missing = seriesOf(option).find((one) => one.id === 'missing-years')
    const boxes = dataOf(option, 'missing-years') as { value: [number, number] }[]
    expect(boxes.map(({ value }) => value[0])).toEqual([2023, 2025])
    // The same few px whatever the other years brought: an estimate it is not.
    const { min, max } = option.yAxis as { min: number; max: number }
    const { top, bottom } = option.grid as { top: number; bottom: number }
    for (const { value } of boxes) expect((value[1] / (max - min)) * (400 - top - bottom)).toBeCloseTo(12)
    expect(missing).toMatchObject({ itemStyle: { color: 'transparent', borderType: [3, 3] } })
    expect(dataOf(option, 'bars')).toHaveLength(2)
    expect(labels(option)).toContain('2023、2025 年缺报')
  })

  it('starts its axis at zero', () => {
    const yAxis = draw(detailOf([goal], [figureOf(2022, '100'), figureOf(2023, '101')], flow), 2030).yAxis
    expect(yAxis).toMatchObject({ min: 0 })
  })
})

describe('a change against a base year', () => {
  const change = { kind: 'change', better: 'lower', unitZh: '%', decimals: 1 } as const
  const goal = milestoneOf(2025, '-18', { comparator: 'at-most', baseline: baselineOf(2020, '0') })
  const yearly = [
    figureOf(2021, '-3.8', { measure: 'yoy' }),
    figureOf(2022, '-0.8', { measure: 'yoy' }),
    figureOf(2023, '0', { measure: 'yoy' }),
    figureOf(2024, '-3.4', { measure: 'yoy' }),
  ]

  it('runs downward from zero through the compounded changes', () => {
    const option = draw(detailOf([goal], yearly, change), 2025)
    expect(option.yAxis).toMatchObject({ max: 0, min: -20 })
    const last = (dataOf(option, 'observed') as { value: number[] }[]).at(-1)?.value ?? []
    expect(last[0]).toBe(2024)
    expect(last[1]).toBeCloseTo(-7.814, 3)
  })

  it('draws no point of a year whose chain is broken', () => {
    const option = draw(
      detailOf(
        [goal],
        yearly.filter(({ year }) => year !== 2022),
        change,
      ),
      2025,
    )
    const years = (dataOf(option, 'observed') as { value: number[] }[]).map(({ value }) => value[0])
    expect(years).toEqual([2020, 2021])
    expect(labels(option)).toContain('broken-chain')
  })
})

describe('the projection', () => {
  it('is dashed from the latest figure at the recent pace, in a fan from the slowest to the fastest recent year', () => {
    const option = draw(detailOf([milestoneOf(2030, '100')], plain), 2030)
    expect(dataOf(option, 'projection')).toEqual([
      [2025, 45],
      [2030, 70],
    ])
    expect(dataOf(option, 'fan')).toEqual([
      [2025, 45],
      [2030, 65],
      [2030, 75],
    ])
    const line = seriesOf(option).find((one) => one.id === 'projection')
    expect(line).toMatchObject({ lineStyle: { type: [6, 4] } })
  })

  it('is not drawn where it was refused, and the reason is said', () => {
    const option = draw(
      detailOf([milestoneOf(2030, '100', { baseline: baselineOf(2010, '2') })], plain.slice(3, 5)),
      2030,
    )
    expect(ids(option)).not.toContain('projection')
    expect(ids(option)).not.toContain('fan')
    expect(labels(option)).toContain('数据不足 3 个，\n不作推算')
  })

  it('is not drawn once the target is met', () => {
    expect(ids(draw(detailOf([milestoneOf(2030, '40')], plain), 2030))).not.toContain('projection')
  })
})

describe('ranges', () => {
  it('of between are a band from one end to the other, and the path goes to the less demanding end', () => {
    const goal = milestoneOf(2030, '50', { comparator: 'between', valueHigh: '80' })
    const option = draw(detailOf([goal], plain), 2030)
    expect(dataOf(option, 'band')).toEqual([
      [2020, 50],
      [2030, 50],
      [2030, 80],
      [2020, 80],
    ])
    expect(dataOf(option, 'path').at(-1)).toEqual([2030, 50])
  })

  it('of about are a band down to what the tolerance still allows', () => {
    const goal = milestoneOf(2030, '100', { comparator: 'about', tolerance: '0.05' })
    const band = dataOf(draw(detailOf([goal], plain), 2030), 'band') as number[][]
    expect(new Set(band.map(([, value]) => value))).toEqual(new Set([100, 95]))
  })
})

describe('the drawing', () => {
  const detail = detailOf([milestoneOf(2025, '40'), milestoneOf(2030, '100')], plain, {}, [
    milestoneOf(2025, '40'),
    milestoneOf(2030, '80'),
  ])

  it('has one value axis', () => {
    expect(Array.isArray(draw(detail, 2030).yAxis)).toBe(false)
  })

  it('says fewer things when it is narrow, and names fewer years', () => {
    const [wide, narrow] = [draw(detail, 2030), draw(detail, 2030, 328, 340)]
    expect(labels(narrow).length).toBeLessThan(labels(wide).length)
    expect(labels(narrow)).toContain('目标 100')
    const years = (option: TargetOption) =>
      (option.xAxis as { axisLabel: { customValues: number[] } }).axisLabel.customValues
    expect(years(wide)).toHaveLength(11)
    expect(years(narrow)).toEqual([2020, 2025, 2030])
  })

  it('carries no markup and no animation into the page', () => {
    const option = draw(detail, 2030)
    expect(option.animation).toBe(false)
    expect(option.tooltip).toMatchObject({ renderMode: 'richText', confine: true })
  })

  it('says where the axis is cut, and cuts it only for lines that would be flat', () => {
    const flat = detailOf(
      [milestoneOf(2030, '110', { baseline: baselineOf(2020, '100') })],
      [figureOf(2021, '101'), figureOf(2022, '102')],
    )
    expect(labels(draw(flat, 2030))[0]).toContain('纵轴不从 0 起')
    expect(draw(detail, 2030).yAxis).toMatchObject({ min: 0 })
  })
})
