import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { TargetChartData } from '../../client/charts/chart-data.ts'
import { toTargetChart } from '../../client/charts/series-points.ts'
import { isBlank } from '../../client/charts/target-frame.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { baselineOf, detailOf, figureOf, milestoneOf } from '../client/chart-fixture.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'
import { outside, overlapping, readAxis, readChart } from '../helpers/drawn-chart.ts'
import { randomTarget } from './random-targets.ts'

// The page of a target with the real chart library, for targets that no demo has. A seed makes the same ones again;
// other seeds and many targets are for whoever changes a chart.

const SEED = Number(process.env['CHART_SEED'] ?? 1000)
const COUNT = Number(process.env['CHART_COUNT'] ?? 24)

const WIDTHS_PX = [1440, 700, 360]
/** Half of each kind, whose turn it is by the last two binary digits. */
const isEnglish = (seed: number): boolean => Math.floor(seed / 4) % 2 === 1

const chartOf = (detail: TargetDetail): TargetChartData => {
  const chart = toTargetChart(detail, 2030)
  if (!chart) throw new Error('no chart')
  return chart
}

/** Everything that is promised, was promised, happened or is projected, on the value axis. */
const valuesOf = ({ points, bars, chosen, others, former, projection }: TargetChartData): number[] => [
  ...points.map((one) => one.value),
  ...bars.flatMap((one) => one.value ?? []),
  ...[chosen, former, ...others].flatMap((goal) =>
    goal
      ? [goal.value, goal.end, goal.high, goal.limit, goal.baseline, ...goal.path].flatMap((one) =>
          one === null ? [] : typeof one === 'number' ? one : one.value,
        )
      : [],
  ),
  ...(projection
    ? [projection.from.value, projection.to.value, projection.slowest.value, projection.fastest.value]
    : []),
]

describe('the chart in the browser', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  /** The page of a target as the server would answer it. */
  const show = async (detail: TargetDetail, page?: Page, language = 'zh'): Promise<Page> => {
    const at = page ?? (await test.browser.newPage({ viewport: { width: 1440, height: 900 } }))
    await at.unroute('**/api/targets/*')
    await at.route('**/api/targets/*', (route) => route.fulfill({ json: detail }))
    await at.goto(`${test.address}/targets/${detail.id}?milestone=2030&lang=${language}`)
    await at.locator('.target h2.headline').waitFor()
    return at
  }

  it(`has all values on its axis, nothing outside of the plot and no words on each other, whatever the target (CHART_SEED=${SEED})`, {
    timeout: 240_000,
  }, async () => {
    let page: Page | undefined
    for (let seed = SEED; seed < SEED + COUNT; seed++) {
      const detail = randomTarget(seed)
      const chart = chartOf(detail)
      if (isBlank(chart)) continue
      page = await show(detail, page, isEnglish(seed) ? 'en' : 'zh')
      for (const width of WIDTHS_PX) {
        await page.setViewportSize({ width, height: 900 })
        const drawn = await readChart(page)
        const axis = readAxis(drawn)
        const which = `CHART_SEED=${seed} CHART_COUNT=1, ${width} px`
        const slack = axis.step * 0.14
        expect(Math.min(...valuesOf(chart)), which).toBeGreaterThanOrEqual(axis.low - slack)
        expect(Math.max(...valuesOf(chart)), which).toBeLessThanOrEqual(axis.high + slack)
        expect(overlapping(drawn), which).toEqual([])
        expect(outside(drawn, { reach: 10 }), which).toEqual([])
        expect(drawn.texts.filter(({ text }) => /目标|arget/.test(text)).length, which).toBeGreaterThan(0)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await page?.close()
  })

  const flow = (values: readonly (string | null)[], goal = '20'): TargetDetail =>
    detailOf(
      [milestoneOf(2030, goal, { baseline: baselineOf(2020, '0') })],
      values.flatMap((value, index) => (value === null ? [] : figureOf(2021 + index, value))),
      { kind: 'flow' },
    )

  it('draws the bars of a falling year downward from zero, and the others upward', async () => {
    const values = ['3', '-2', '4', '-1', '5']
    const page = await show(flow(values))
    const drawn = await readChart(page)
    const { y } = readAxis(drawn)
    for (const value of values.map(Number)) {
      const [top, bottom] = [y(Math.max(0, value)), y(Math.min(0, value))]
      const bars = drawn.shapes.filter((one) => Math.abs(one.top - top) < 1.5 && Math.abs(one.bottom - bottom) < 1.5)
      expect(
        bars.some((one) => one.right - one.left > 3 && one.right - one.left < 40),
        `bar of ${value}`,
      ).toBe(true)
    }
    expect(overlapping(drawn)).toEqual([])
    await page.close()
  })

  it('runs cuts in percent downward below zero, and labels them below each other', async () => {
    const cut = milestoneOf(2030, '-30', { comparator: 'at-most', baseline: baselineOf(2020, '0') })
    const near = milestoneOf(2025, '-29.8', { comparator: 'at-most', baseline: baselineOf(2020, '0') })
    const figures = ['-6', '-5.5', '-6.2', '-5.8', '-6.1'].map((value, index) =>
      figureOf(2021 + index, value, { measure: 'yoy' }),
    )
    const first = [{ ...near }, { ...cut, value: '-29.5' }]
    const detail = detailOf(
      [near, cut],
      figures,
      { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', decimals: 1 },
      first,
    )
    const page = await show(detail)
    const drawn = await readChart(page)
    const axis = readAxis(drawn)
    expect(axis.high).toBe(0)
    expect(axis.low).toBeLessThanOrEqual(Math.min(...valuesOf(chartOf(detail))) + axis.step * 0.14)
    const labels = drawn.texts.filter(({ text }) => /目标 \u2212/.test(text))
    expect(labels.map(({ text }) => text).toSorted()).toEqual(
      ['2030 年目标 −30%', '原目标 −29.5%', '2025 年目标 −29.8%', '序时目标 −15%'].toSorted(),
    )
    expect(overlapping(drawn)).toEqual([])
    await page.close()
  })

  /** What a pointer that goes from left to right is told, each tooltip once. */
  const tooltipsOf = async (page: Page): Promise<string[][]> => {
    const { plot, texts } = await readChart(page)
    const usual = texts.map(({ text }) => text)
    const box = await page.locator('.chart .drawing').boundingBox()
    if (!box) throw new Error('no chart')
    const told: string[][] = []
    for (let x = plot.left + 1; x < plot.right; x += (plot.right - plot.left) / 60) {
      await page.mouse.move(box.x + x, box.y + (plot.top + plot.bottom) / 2)
      const rest = [...usual]
      const { texts: now } = await readChart(page)
      const added = now.flatMap(({ text }) => {
        const at = rest.indexOf(text)
        if (at < 0) return [text]
        rest.splice(at, 1)
        return []
      })
      if (added.length > 0 && added.join() !== told.at(-1)?.join()) told.push(added)
    }
    return told
  }

  it.each([
    [
      'a level',
      detailOf(
        [milestoneOf(2030, '100')],
        [21, 22, 24, 25].map((y) => figureOf(2000 + y, `${y * 2}`)),
      ),
    ],
    ['a flow, with bar, sum and path', flow(['3', '-2', null, '4', '5'])],
    [
      'cuts in percent',
      detailOf(
        [milestoneOf(2030, '-30', { comparator: 'at-most', baseline: baselineOf(2020, '0') })],
        [21, 22, 23].map((y) => figureOf(2000 + y, '-3.5', { measure: 'yoy', provisional: y === 23 })),
        { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', decimals: 1 },
      ),
    ],
  ])('tells of %s, year by year from left to right, every figure with its unit', async (_name, detail) => {
    const page = await show(detail)
    const told = await tooltipsOf(page)
    const years = told.map(([first = '']) => Number(/^(\d{4}) 年$/.exec(first)?.[1]))
    expect(years).toEqual(Array.from({ length: 11 }, (_, index) => 2020 + index))
    const chart = chartOf(detail)
    const unit = detail.indicator.unitZh
    for (const [index, [, ...lines]] of told.entries()) {
      const year = 2020 + index
      for (const line of lines)
        expect(line.endsWith('未报') || /没有数据|（初步）$/.test(line) || line.endsWith(unit), line).toBe(true)
      const names = lines.map((line) => line.split('：')[0])
      const point = chart.points.find((one) => one.year === year)
      const bar = chart.bars.find((one) => one.year === year)
      expect(names).toEqual([
        ...(bar ? ['当年新增'] : []),
        ...(point ? [detail.indicator.kind === 'flow' ? '累计' : '数据'] : []),
        '序时目标',
        ...(year === 2030 && chart.projection ? ['照近年速度'] : []),
      ])
    }
    await page.close()
  })
})
