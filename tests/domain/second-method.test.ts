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

describe('at a cut-off', () => {
  const verdictOf = (fields: Pledge) => {
    const { status, pathShare, second, flags } = progressOf(pledge(fields))
    return { status, pathShare, second, disagree: flags.includes('methods-disagree') }
  }
  it.each<[string, Pledge, number, string]>([
    [
      'a rise',
      { baseline: [2025, '1'], milestone: { year: 2026, value: '21' }, figures: { 2026: '20' } },
      0.95,
      'on-track',
    ],
    [
      'the least bit less',
      {
        baseline: [2025, '1'],
        milestone: { year: 2026, value: '21' },
        figures: { 2026: '19.9999999999999999999999999999' },
      },
      0.95,
      'behind',
    ],
    [
      'a fall',
      {
        indicator: { better: 'lower' },
        baseline: [2025, '21'],
        milestone: { year: 2026, value: '1' },
        figures: { 2026: '9' },
      },
      0.6,
      'behind',
    ],
  ])('the first year of one is judged by both methods alike: %s', (_, fields, share, status) => {
    const expected = { status, pathShare: share, second: { id: 'growth-rate', ratio: share, status }, disagree: false }
    expect(verdictOf({ ...fields, nowYear: 2026 })).toStrictEqual(expected)
  })
  it('a growth rate that is exactly the cut-off is not below it', () => {
    // 1.1 a year promised, 1.095 kept: (1.095 − 1) ÷ (1.1 − 1) = 0.95.
    const promise = { baseline: [2020, '1'], milestone: { year: 2023, value: '1.331' }, nowYear: 2022 } as const
    expect(verdictOf({ ...promise, figures: { 2022: '1.199025' } }).second).toMatchObject({ status: 'on-track' })
    expect(verdictOf({ ...promise, figures: { 2022: '1.19902499' } }).second).toMatchObject({ status: 'behind' })
  })
  it('tells the root of a figure that is next to nothing', () => {
    const fall = {
      indicator: { better: 'lower' },
      baseline: [2000, '1'],
      milestone: { year: 2021, value: '0.5' },
    } as const
    const figure = `0.${'0'.repeat(19)}1`
    // 10^−20 after 20 years is a tenth a year.
    expect(secondOf({ ...fall, figures: { 2020: figure }, nowYear: 2021 })?.ratio).toBe(27.7194)
  })
  it('R says in the explanation on which side it lies', () => {
    const { explanationEn } = progressOf(
      pledge({ baseline: [2020, '1'], milestone: { year: 2030, value: '1024' }, figures: { 2021: '1.949999' } }),
    )
    expect(explanationEn).toContain('by the growth rate R ≈ 0.949999, which would be behind')
  })
})
