import { describe, expect, it } from 'vitest'
import { type Frame, toPanelShape, toShareAxis } from '../../client/pages/compare/panel-geometry.ts'
import { type Plot, toSharePlot, toValuePlot } from '../../client/pages/compare/plot.ts'
import { aRow, aYear } from './compare-rows.ts'

/** Ten px a year, a hundred px for the whole way. */
const FRAME: Frame = { width: 70, height: 220, left: 10, right: 60, top: 10, bottom: 210 }
const AXIS = { low: -0.5, high: 1.5 }

const plotOf = (row: ReturnType<typeof aRow>): Plot => {
  const found = toSharePlot(row)
  if (!('plot' in found)) throw new Error(`undrawn: ${found.undrawn}`)
  return found.plot
}

const shares = (...all: (number | null)[]) => all.map((coveredShare, index) => aYear(2021 + index, { coveredShare }))

describe('a panel of the way from baseline to target', () => {
  it('draws the path as the same diagonal whatever the years and units: from 0 to 100%', () => {
    const short = toPanelShape(plotOf(aRow()), FRAME, AXIS)
    const baseline = { year: 2005, value: '0' }
    const cut = aRow({ milestoneYear: 2030, baseline, milestone: { ...aRow().progress.milestone, value: '-65' } }, [], {
      kind: 'change',
      better: 'lower',
    })
    expect(short.path).toEqual({ from: { x: 10, y: 160 }, to: { x: 60, y: 60 } })
    expect(toPanelShape(plotOf(cut), FRAME, AXIS).path).toEqual(short.path)
    expect(short.goal).toEqual({ x: 60, y: 60 })
    expect(short.start).toEqual({ x: 10, y: 160 })
  })

  it('joins neighbouring years, the baseline among them, and draws no line across a year without a figure', () => {
    const row = aRow({}, [
      aYear(2021, { coveredShare: 0.1 }),
      aYear(2023, { coveredShare: 0.5 }),
      aYear(2024, { coveredShare: 0.6 }),
    ])
    const { lines, points } = toPanelShape(plotOf(row), FRAME, AXIS)
    expect(lines).toEqual([
      { from: { x: 10, y: 160 }, to: { x: 20, y: 150 } },
      { from: { x: 40, y: 110 }, to: { x: 50, y: 100 } },
    ])
    expect(points.map(({ x }) => x)).toEqual([20, 40, 50])
  })

  it('has no point for a year that cannot be told, and no line to either side of it', () => {
    const { lines, points } = toPanelShape(plotOf(aRow({}, shares(0.1, null, 0.3))), FRAME, AXIS)
    expect(points.map(({ year }) => year)).toEqual([2021, 2023])
    expect(lines).toHaveLength(1)
  })

  it('draws provisional points hollow, and marks the last', () => {
    const row = aRow({}, [aYear(2021), aYear(2022, { provisional: true })])
    expect(toPanelShape(plotOf(row), FRAME, AXIS).points).toMatchObject([
      { hollow: false, last: false },
      { hollow: true, last: true },
    ])
  })

  it('clips what lies beyond the axis at its edge, and tells the latest by its number', () => {
    const { lines, points, beyond } = toPanelShape(plotOf(aRow({}, shares(1, 2, 3))), FRAME, AXIS)
    expect(points.map(({ y }) => y)).toEqual([60, 10, 10])
    expect(beyond).toEqual([{ x: 40, y: 10, at: 3, side: 'above' }])
    // From 1 in 2021 to 2 in 2022 the axis ends halfway; between 2 and 3 nothing of the line lies on it.
    expect(lines).toEqual([
      { from: { x: 10, y: 160 }, to: { x: 20, y: 60 } },
      { from: { x: 20, y: 60 }, to: { x: 25, y: 10 } },
    ])
  })

  it('tells on each side the figure that is furthest out where the latest is back on the axis', () => {
    const { beyond } = toPanelShape(plotOf(aRow({}, shares(-0.7, -0.9, 2, 0.4))), FRAME, AXIS)
    expect(beyond).toMatchObject([
      { at: 2, side: 'above' },
      { at: -0.9, side: 'below', y: 210 },
    ])
  })

  it('has points only, against 100%, where no baseline is printed', () => {
    const row = aRow({ baseline: null }, [
      aYear(2023, { value: '90', coveredShare: null }),
      aYear(2024, { value: '110', coveredShare: null }),
    ])
    const found = toSharePlot(row)
    expect(found).toMatchObject({ basis: 'of-goal', plot: { path: 'none', start: null, first: 2023, last: 2025 } })
    const { path, start, points } = toPanelShape(plotOf(row), FRAME, AXIS)
    expect([path, start]).toEqual([null, null])
    expect(points.map(({ y }) => y)).toEqual([70, 50])
  })

  it('has a level path where a target asks only to hold', () => {
    const row = aRow({ baseline: { year: 2020, value: '120' } }, [aYear(2021, { value: '80', coveredShare: null })])
    const { path, points } = toPanelShape(plotOf(row), FRAME, AXIS)
    expect(path).toEqual({ from: { x: 10, y: 60 }, to: { x: 60, y: 60 } })
    expect(points.map(({ y }) => y)).toEqual([80])
  })

  it('takes the less demanding end of a range for the target', () => {
    const milestone = { comparator: 'between', value: '40', valueHigh: '80', wordingZh: null } as const
    const ofValue = (better: 'higher' | 'lower') => {
      const found = toSharePlot(aRow({ baseline: null, milestone }, [aYear(2024, { value: '60' })], { better }))
      return 'plot' in found ? found.plot.points[0]?.at : undefined
    }
    expect(ofValue('higher')).toBe(1.5)
    expect(ofValue('lower')).toBe(0.75)
  })

  it.each([
    ['done', aRow({}, [], { kind: 'done' })],
    ['not-quantified', aRow({ milestone: { ...aRow().progress.milestone, value: null } })],
    ['no-axis', aRow({ baseline: null, milestone: { ...aRow().progress.milestone, value: '-18' } })],
    ['no-axis', aRow({ baseline: null }, [], { kind: 'flow' })],
  ])('says in words what cannot be drawn: %s', (undrawn, row) => {
    expect(toSharePlot(row)).toEqual({ undrawn })
  })

  it('reaches as far as the figures of all panels, within limits', () => {
    const axisOf = (...all: number[]) => toShareAxis([plotOf(aRow({}, shares(...all)))])
    expect(axisOf(0.2, 0.4)).toEqual({ low: -0.05, high: 1.1 })
    expect(axisOf(-0.3, 1.4)).toEqual({ low: -0.3, high: 1.4 })
    expect(axisOf(-7, 21)).toEqual({ low: -0.5, high: 1.6 })
    expect(toShareAxis([])).toEqual({ low: -0.05, high: 1.1 })
  })
})

describe('a panel in the unit of its indicator', () => {
  it('draws figures, baseline and target where they are', () => {
    const plot = toValuePlot(aRow({}, [aYear(2024, { value: '60' })]))
    expect(plot).toMatchObject({
      path: 'rising',
      start: { year: 2020, at: 20 },
      goal: { year: 2025, at: 100 },
      points: [{ year: 2024, at: 60 }],
    })
  })

  it('lies on the years and the axis that all panels share', () => {
    const plot = toValuePlot(aRow({}, [aYear(2024, { value: '60' })]))
    if (plot === null) throw new Error('not drawn')
    const shape = toPanelShape(plot, FRAME, { low: 0, high: 200 }, { first: 2010, last: 2035 })
    expect(shape.path).toEqual({ from: { x: 30, y: 190 }, to: { x: 40, y: 110 } })
  })

  it('draws nothing of what is built or not', () => {
    expect(toValuePlot(aRow({}, [], { kind: 'done' }))).toBeNull()
  })
})
