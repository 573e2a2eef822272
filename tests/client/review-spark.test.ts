import { describe, expect, it } from 'vitest'
import { SPARK, toSpark } from '../../client/pages/review/spark.ts'
import { toSparkSeries } from '../../client/pages/review/spark-series.ts'
import { aBaseline, aMilestone, anIndicator } from '../helpers/world.ts'
import { anItem, anObservation, approvedIn } from './review-fixture.ts'

const goal = aMilestone({ year: 2025, value: '50' })
const levels = [approvedIn(2021, '25'), approvedIn(2022, '30'), approvedIn(2023, '36'), approvedIn(2024, '41')]

describe('what the small chart of a submitted figure draws', () => {
  it('draws what is approved, the submitted figure after it, and the promise', () => {
    const series = toSparkSeries(anItem({ earlier: levels }), goal)
    expect(series?.line.map(({ year, value }) => [year, value])).toEqual([
      [2021, 25],
      [2022, 30],
      [2023, 36],
      [2024, 41],
    ])
    expect(series?.submitted).toEqual({ year: 2025, value: 45, bar: null })
    expect(series?.goal).toEqual({ year: 2025, value: 50 })
    expect(series?.baseline).toEqual({ year: 2020, value: 20 })
  })

  it('draws what is new in each year as bars, and their running total on the scale of the promise', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'flow' }),
      observation: anObservation({ value: '1' }),
      earlier: [approvedIn(2023, '2'), approvedIn(2024, '1')],
    })
    const series = toSparkSeries(item, aMilestone({ value: '5', baseline: aBaseline(2021, '0') }))
    expect(series?.bars.map(({ value }) => value)).toEqual([2, 1])
    expect(series?.line.map(({ value }) => value)).toEqual([2, 3])
    expect(series?.submitted).toEqual({ year: 2025, value: 4, bar: 1 })
  })

  it('moves every running total after a corrected year', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'flow' }),
      observation: anObservation({ year: 2023, value: '5' }),
      approved: approvedIn(2023, '2'),
      earlier: [approvedIn(2022, '1'), approvedIn(2024, '1')],
    })
    const series = toSparkSeries(item, aMilestone({ baseline: aBaseline(2021, '0') }))
    expect(series?.line.map(({ value }) => value)).toEqual([1, 3, 4])
    expect(series?.after.map(({ year, value }) => [year, value])).toEqual([
      [2023, 6],
      [2024, 7],
    ])
  })

  it('compounds changes on the year before to the change against the base year', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'change', better: 'lower', unitZh: '%' }),
      observation: anObservation({ year: 2022, value: '-10', measure: 'yoy' }),
      earlier: [approvedIn(2021, '-10', { measure: 'yoy' })],
    })
    const series = toSparkSeries(item, aMilestone({ value: '-30', baseline: aBaseline(2020, '0') }))
    expect(series?.submitted?.value).toBeCloseTo(-19)
    expect(series?.line.map(({ value }) => value)).toEqual([-10])
  })

  it('draws changes as they are, without a promise, where a year is missing in their chain', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'change', better: 'lower', unitZh: '%' }),
      observation: anObservation({ year: 2023, value: '-10', measure: 'yoy' }),
      earlier: [approvedIn(2021, '-2', { measure: 'yoy' })],
    })
    const series = toSparkSeries(item, aMilestone({ value: '-30', baseline: aBaseline(2020, '0') }))
    expect(series).toMatchObject({ submitted: { value: -10 }, goal: null, baseline: null })
  })

  it('draws no submitted point where the figure is missing with a reason', () => {
    const observation = anObservation({ value: null, missingReason: 'not-yet-published' })
    const series = toSparkSeries(anItem({ observation, earlier: levels }), goal)
    expect(series).toMatchObject({ submitted: null, goal: { value: 50 } })
    expect(series?.line).toHaveLength(4)
  })

  it('is drawn without a promise for a monitored indicator', () => {
    expect(toSparkSeries(anItem({ earlier: levels }), undefined)).toMatchObject({ goal: null, baseline: null })
  })

  it('draws nothing of what is built or not', () => {
    expect(toSparkSeries(anItem({ indicator: anIndicator({ kind: 'done' }) }), goal)).toBeNull()
  })
})

describe('the shapes of the small chart', () => {
  const shapesOf = (item = anItem({ earlier: levels }), milestone = goal) => {
    const series = toSparkSeries(item, milestone)
    if (series === null) throw new Error('nothing to draw')
    return toSpark(series, SPARK.wide)
  }

  it('leads one line through years without a gap, and a dashed one on to the hollow point', () => {
    const spark = shapesOf()
    expect(spark.lines).toHaveLength(1)
    expect(spark.bridges).toEqual([])
    expect(spark.proposed.endsWith(`L${spark.submitted?.x} ${spark.submitted?.y}`)).toBe(true)
    expect(spark.corrected).toBeNull()
  })

  it('keeps everything inside the drawing, higher values higher', () => {
    const { goal: at, submitted, baseline, width } = shapesOf()
    expect(at?.y).toBe(SPARK.top)
    expect(baseline?.y).toBe(SPARK.bottom)
    expect(submitted && at && submitted.y > at.y).toBe(true)
    expect(submitted && submitted.x > 0 && submitted.x < width).toBe(true)
  })

  it('bridges missing years thinly and draws nothing over a break', () => {
    const gap = shapesOf(anItem({ earlier: [approvedIn(2021, '25'), approvedIn(2023, '30'), approvedIn(2024, '31')] }))
    expect([gap.lines.length, gap.bridges.length, gap.points.length]).toEqual([1, 1, 1])
    const broken = [approvedIn(2023, '25'), approvedIn(2024, '31', { breakBefore: true })]
    expect(shapesOf(anItem({ earlier: broken })).bridges).toEqual([])
    const newBreak = anItem({ earlier: levels, observation: anObservation({ breakBefore: true }) })
    expect(shapesOf(newBreak).proposed).toBe('')
  })

  it('shows a correction as the hollow point beside the approved one, in the same year', () => {
    const item = anItem({
      observation: anObservation({ year: 2023, value: '34' }),
      approved: approvedIn(2023, '36'),
      earlier: levels.filter(({ year }) => year !== 2023),
    })
    const { corrected, submitted, proposed } = shapesOf(item)
    expect(corrected?.x).toBe(submitted?.x)
    expect(corrected && submitted && corrected.y < submitted.y).toBe(true)
    expect(proposed).toBe('')
  })

  it('lets bars stand on zero', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'flow' }),
      observation: anObservation({ value: '1' }),
      earlier: [approvedIn(2023, '2'), approvedIn(2024, '1')],
    })
    const { bars, proposedBar, zeroY } = shapesOf(item, aMilestone({ value: '5', baseline: aBaseline(2021, '0') }))
    expect(bars.map(({ y, height }) => y + height)).toEqual([zeroY, zeroY])
    expect(proposedBar?.height).toBe(bars[1]?.height)
  })

  it('names its first and its last year', () => {
    expect(shapesOf().labels.map(({ text }) => text)).toEqual(['2020', '2025'])
  })

  it('can be drawn of a single figure without any promise', () => {
    const series = toSparkSeries(anItem(), undefined)
    expect(series && toSpark(series, SPARK.narrow)).toMatchObject({ lines: [], proposed: '', goal: null })
  })
})
