import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const secondOf = (fields: Pledge) => progressOf(pledge(fields)).second

describe('the growth-rate ratio', () => {
  it.each<[string, Pledge, number, string]>([
    // Doubling in ten years, and in half of them by the square root of two.
    ['is 1 at the growth that is needed', { milestone: { value: '200' }, figures: { 2030: '200' } }, 1, 'on-track'],
    ['is 0 at a standstill', { milestone: { value: '200' }, figures: { 2025: '100' } }, 0, 'far-behind'],
    ['is negative on the way back', { milestone: { value: '200' }, figures: { 2025: '90' } }, -0.2905, 'moving-away'],
    ['is above 1 for one who is ahead', { milestone: { value: '200' }, figures: { 2021: '121' } }, 2.9259, 'on-track'],
    [
      'compares fall with fall',
      { indicator: { better: 'lower' }, milestone: { value: '50' }, figures: { 2030: '50' } },
      1,
      'on-track',
    ],
    [
      'is 0, not -0, at a standstill on the way down',
      { indicator: { better: 'lower' }, milestone: { value: '50' }, figures: { 2025: '100' } },
      0,
      'far-behind',
    ],
    [
      'is negative for a rise where lower is better',
      { indicator: { better: 'lower' }, milestone: { value: '50' }, figures: { 2021: '107' } },
      -1.0453,
      'moving-away',
    ],
  ])('%s', (_, fields, ratio, status) => {
    expect(secondOf({ baseline: [2020, '100'], ...fields })).toStrictEqual({ id: 'growth-rate', ratio, status })
  })
  it('is given beside achieved, too', () => {
    expect(secondOf({ baseline: [2020, '50'], figures: { 2025: '100' } })).toMatchObject({ status: 'on-track' })
  })
  it.each<[string, Pledge]>([
    ['without a baseline', { baseline: null, figures: { 2025: '50' } }],
    ['from zero', { figures: { 2025: '50' } }],
    ['from below zero', { baseline: [2020, '-5'], figures: { 2025: '50' } }],
    ['to a figure of zero', { baseline: [2020, '5'], figures: { 2025: '0' } }],
    [
      'to a milestone of zero',
      { indicator: { better: 'lower' }, baseline: [2020, '5'], milestone: { value: '0' }, figures: { 2025: '3' } },
    ],
    ['for a hold milestone', { baseline: [2020, '100'], figures: { 2025: '50' } }],
    ['for a milestone on the adverse side', { baseline: [2020, '120'], figures: { 2025: '50' } }],
    ['for a running total', { indicator: { kind: 'cumulative' }, baseline: [2020, '5'], figures: { 2025: '50' } }],
    ['for what is new in a year', { indicator: { kind: 'flow' }, baseline: [2020, '5'], figures: { 2025: '50' } }],
    ['without data', { baseline: [2020, '5'] }],
    ['across a break', { baseline: [2020, '5'], more: [{ year: 2025, value: '50', breakSeq: 11 }] }],
  ])('does not exist %s', (_, fields) => {
    expect(secondOf(fields)).toBeNull()
  })
})
