import { describe, expect, it } from 'vitest'
import { roundHalfAway, toDerivedFigure, toFraction, toShare } from '../../server/domain/decimal.ts'

describe('an exact number', () => {
  it.each([
    ['1', 3, 2, '0.33'],
    ['2', 3, 2, '0.67'],
    ['5', 1000, 2, '0.01'],
    ['-5', 1000, 2, '-0.01'],
    ['4', 1000, 2, '0'],
    ['-4', 1000, 2, '0'],
    ['-0', 1, 2, '0'],
    ['144', -10, 2, '-14.4'],
    ['1200', 1, 2, '1200'],
    ['5', 2, 0, '3'],
    ['-5', 2, 0, '-3'],
    ['123456789012345678901234567890', 1, 2, '123456789012345678901234567890'],
  ])('%s ÷ %i at %i places is %s, a half going away from zero', (text, divisor, places, rounded) => {
    expect(roundHalfAway(toFraction(text).div(divisor), places)).toBe(rounded)
  })
  it("is derived to the indicator's decimals and two more, without trailing zeros", () => {
    expect(toDerivedFigure(toFraction('-7.8142336'), 0)).toBe('-7.81')
    expect(toDerivedFigure(toFraction('-7.8142336'), 1)).toBe('-7.814')
    expect(toDerivedFigure(toFraction('60.00'), 1)).toBe('60')
  })
  it('is a share with four places, not clipped', () => {
    expect(toShare(toFraction('0.54265'))).toBe(0.5427)
    expect(toShare(toFraction('-1.23455'))).toBe(-1.2346)
    expect(toShare(toFraction('12.5'))).toBe(12.5)
    expect(Object.is(toShare(toFraction('-0.00004')), 0)).toBe(true)
  })
  it.each([
    ['999999999999999', 999_999_999_999_999],
    ['1000000000000000', 1e15],
    ['1000000000000001', 1e15],
    ['-1000000000000001', -1e15],
    [`${'9'.repeat(400)}`, 1e15],
    [`-${'9'.repeat(400)}`, -1e15],
  ])('is a share that ends at ±10^15, so that it is always a number: %s', (text, share) => {
    expect(toShare(toFraction(text))).toBe(share)
  })
})
