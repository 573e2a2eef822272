import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { pledge } from './pledge.ts'

describe('the worked examples of the method', () => {
  it('20 in 2020, 100 by 2030: 45 in 2025 is behind, although the growth-rate method disagrees', () => {
    const input = pledge({ baseline: [2020, '20'], figures: { 2025: '45' } })
    expect(progressOf(input)).toMatchObject({
      status: 'behind',
      reason: null,
      flags: ['methods-disagree'],
      latest: { year: 2025, value: '45', derived: false, revisionIds: [2025] },
      expected: '60',
      coveredShare: 0.3125,
      pathShare: 0.625,
      gap: '55',
      requiredPerYear: '11',
      recentPerYear: '5',
      second: { id: 'growth-rate', ratio: 1.0084, status: 'on-track' },
      method: { id: 'linear-path', version: '1.0' },
    })
  })

  it('0 in 2020, 100 by 2030: 5 in 2025 is far behind, and a growth rate has no start', () => {
    const input = pledge({ baseline: [2020, '0'], figures: { 2025: '5' } })
    expect(progressOf(input)).toMatchObject({ status: 'far-behind', flags: [], pathShare: 0.1, second: null })
  })

  it('100 in 2020, at most 70 by 2030: 85 in 2025 is on track', () => {
    const input = pledge({
      indicator: { better: 'lower' },
      baseline: [2020, '100'],
      milestone: { value: '70' },
      figures: { 2025: '85' },
    })
    const progress = progressOf(input)
    expect(progress).toMatchObject({ status: 'on-track', pathShare: 1, flags: ['methods-disagree'] })
    expect(progress.second).toEqual({ id: 'growth-rate', ratio: 0.9127, status: 'behind' })
  })

  it('carbon dioxide per GDP: -7.81 % by 2024 against the -18 % of 2025 is far behind', () => {
    const input = pledge({
      indicator: { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%' },
      milestone: { year: 2025, value: '-18' },
      yoy: { 2021: '-3.8', 2022: '-0.8', 2023: '0', 2024: '-3.4' },
      nowYear: 2025,
    })
    const expected = {
      status: 'far-behind',
      flags: [] as string[],
      latest: { year: 2024, value: '-7.81', derived: true, revisionIds: [2021, 2022, 2023, 2024] },
      expected: '-14.4',
      pathShare: 0.5427,
      gap: '-10.19',
      requiredPerYear: '-10.19',
      recentPerYear: '-1.95',
      second: null,
    }
    expect(progressOf(input)).toMatchObject(expected)
    expect(progressOf({ ...input, nowYear: 2026 })).toMatchObject({ ...expected, flags: ['awaiting-final'] })
  })
})
