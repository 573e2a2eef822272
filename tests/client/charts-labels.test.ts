import { describe, expect, it } from 'vitest'
import { toValueScale, toYearLabels } from '../../client/charts/axis-scale.ts'
import { type Box, placeLabels, stackLabels, textWidth, type Wish } from '../../client/charts/place-labels.ts'

const BOUNDS: Box = { left: 0, top: 0, width: 400, height: 300 }

const wish = (id: string, x: number, y: number, more: Partial<Wish> = {}): Wish => ({
  id,
  lines: [{ text: '目标 −30%', size: 13, bold: false, colour: '#000' }],
  x,
  y,
  spots: ['above', 'below', 'left', 'right'],
  essential: false,
  ...more,
})

const meet = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height

describe('labels', () => {
  it('never overlap: the less important one goes elsewhere or is left out', () => {
    const placed = placeLabels(
      [1, 2, 3, 4, 5, 6].map((n) => wish(`${n}`, 200, 150)),
      [],
      BOUNDS,
    )
    for (const [index, label] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(meet(label, other)).toBe(false)
    }
    expect(placed[0]?.id).toBe('1')
    expect(placed.length).toBeLessThan(6)
  })

  it('stay inside the drawing', () => {
    for (const { left, width, top, height } of placeLabels([wish('a', 2, 2), wish('b', 398, 298)], [], BOUNDS)) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThanOrEqual(400)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(top + height).toBeLessThanOrEqual(300)
    }
  })

  it('keep off the lines where there is another spot', () => {
    const [placed] = placeLabels(
      [wish('a', 200, 150)],
      [
        [200, 135],
        [205, 135],
      ],
      BOUNDS,
    )
    expect(placed && placed.top > 150).toBe(true)
  })

  it('of one margin stand at the height of their marks, apart where they would touch', () => {
    const placed = stackLabels([wish('low', 300, 104), wish('high', 300, 100)], BOUNDS)
    expect(placed.map(({ id }) => id)).toEqual(['high', 'low'])
    const [high, low] = placed
    expect(high && low && high.top + high.height <= low.top).toBe(true)
  })

  it('count a Han character as wide as it is high', () => {
    expect(textWidth('目标', 10)).toBe(20)
    expect(textWidth('20', 10)).toBeLessThan(12)
  })
})

describe('the value axis', () => {
  it.each([
    [[0, 20], { min: 0, max: 20, step: 5 }],
    [[0, -30], { min: -30, max: 0, step: 10 }],
    [[0, 968], { min: 0, max: 1000, step: 200 }],
    [[0, 3], { min: 0, max: 3, step: 1 }],
  ])('of %j has round marks', (values, scale) => {
    expect(toValueScale(values, { count: 5, mustStartAtZero: true, whole: true })).toMatchObject(scale)
  })

  it('has no fractions of what can only be counted', () => {
    expect(toValueScale([0, 2], { count: 5, mustStartAtZero: true, whole: true }).step).toBe(1)
  })
})

describe('the years below the chart', () => {
  it('are all named where there is room', () => {
    expect(toYearLabels(2020, 2025, [], 60, 44)).toHaveLength(6)
  })

  it('are first the milestone, the latest figure and the baseline where there is not', () => {
    expect(toYearLabels(2005, 2030, [2030, 2024, 2005], 11, 44)).toEqual([2005, 2010, 2015, 2020, 2024, 2030])
  })
})
