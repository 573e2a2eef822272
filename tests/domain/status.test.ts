import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const judgementOf = (fields: Pledge) => {
  const { status, reason } = progressOf(pledge(fields))
  return reason ? `${status}: ${reason}` : status
}

describe('the path', () => {
  // From 0 in 2020 to 100 in 2030 the expected value of 2025 is 50.
  it.each([
    ['48', 'on-track', 'at 0.95'],
    ['47.5', 'on-track', 'at exactly 0.95'],
    ['47.49', 'behind', 'below 0.95'],
    ['30', 'behind', 'at exactly 0.60'],
    ['29.99', 'far-behind', 'below 0.60'],
    ['0', 'far-behind', 'at exactly 0'],
    ['-0.01', 'moving-away', 'below 0'],
    ['99.99', 'on-track', 'far ahead, but not there'],
    ['100', 'achieved', 'at the milestone'],
  ])('%s in 2025 of 100 by 2030 is %s, %s', (figure, status) => {
    expect(judgementOf({ figures: { 2025: figure } })).toBe(status)
  })
  it.each([
    ['0.5225', 'on-track'],
    ['0.52249999999999999', 'behind'],
    ['0.33', 'behind'],
    ['0.32999999999999999', 'far-behind'],
  ])('to 1.1 by 2030: %s in 2025 is %s, where floats slip', (figure, status) => {
    expect(judgementOf({ milestone: { value: '1.1' }, figures: { 2025: figure } })).toBe(status)
  })
  it.each([
    ['0.3', 'far-behind'],
    ['0.29999999999999999', 'moving-away'],
  ])('from 0.3 to 0.9: %s in 2025 is %s', (figure, status) => {
    expect(judgementOf({ baseline: [2020, '0.3'], milestone: { value: '0.9' }, figures: { 2025: figure } })).toBe(
      status,
    )
  })
  it('tells the expected value and both shares, not clipped', () => {
    const progress = progressOf(pledge({ baseline: [2020, '20'], figures: { 2023: '14' } }))
    expect(progress).toMatchObject({ expected: '44', coveredShare: -0.075, pathShare: -0.25 })
    expect(progressOf(pledge({ figures: { 2023: '120' } }))).toMatchObject({ coveredShare: 1.2, pathShare: 4 })
  })
  it('runs down where lower is better', () => {
    const fall = { indicator: { better: 'lower' }, baseline: [2020, '100'], milestone: { value: '70' } } as const
    expect(judgementOf({ ...fall, figures: { 2025: '85.75' } })).toBe('on-track')
    expect(judgementOf({ ...fall, figures: { 2025: '85.76' } })).toBe('behind')
    expect(judgementOf({ ...fall, figures: { 2025: '101' } })).toBe('moving-away')
  })
  it('ends at the less demanding end of a range', () => {
    const between = { comparator: 'between', value: '50', valueHigh: '80' } as const
    expect(progressOf(pledge({ milestone: between, figures: { 2025: '20' } })).expected).toBe('25')
    const lower = { indicator: { better: 'lower' }, baseline: [2020, '100'], milestone: between } as const
    expect(progressOf(pledge({ ...lower, figures: { 2025: '99' } })).expected).toBe('90')
  })
})

describe('achieved and missed', () => {
  it.each<[string, Pledge, string]>([
    ['achieved before the deadline', { figures: { 2022: '100' } }, 'achieved'],
    [
      'not achieved at the value of "more than"',
      { milestone: { comparator: 'more-than' }, figures: { 2025: '100' } },
      'on-track',
    ],
    ['missed when the year has ended and its figure falls short', { figures: { 2030: '99' }, nowYear: 2031 }, 'missed'],
    ['not missed while the year lasts', { figures: { 2030: '99' }, nowYear: 2030 }, 'on-track'],
    ['not missed before the final figure is approved', { figures: { 2029: '20' }, nowYear: 2032 }, 'far-behind'],
    ['missed on a provisional figure', { more: [{ year: 2030, value: '99', provisional: true }] }, 'missed'],
    ['no longer achieved once the figure falls back', { figures: { 2024: '100', 2025: '49' } }, 'on-track'],
  ])('it is %s', (_, fields, status) => {
    expect(judgementOf(fields)).toBe(status)
  })
})

describe('no data', () => {
  it('is a milestone without any figure', () => {
    expect(judgementOf({})).toBe('no-data: no-figure')
  })
  it('is a change whose latest year cannot be derived, without falling back', () => {
    const change = { indicator: { kind: 'change', better: 'lower' }, milestone: { value: '-18' } } as const
    expect(judgementOf({ ...change, yoy: { 2021: '-4', 2023: '-4' } })).toBe('no-data: broken-chain')
  })
})

describe('not assessable', () => {
  const withBreak = (breakSeq: number) => [{ year: 2023, value: '40', breakSeq }]
  it.each<[string, Pledge, string]>([
    ['without a number', { milestone: { value: null }, figures: { 2025: '40' } }, 'not-assessable: not-quantified'],
    ['without a number, before it is without data', { milestone: { value: null } }, 'not-assessable: not-quantified'],
    ['after a break that the baseline does not know of', { more: withBreak(11) }, 'not-assessable: definition-changed'],
    [
      'also where the latest figure is a later one',
      { more: withBreak(11), figures: { 2025: '100' } },
      'not-assessable: definition-changed',
    ],
    ['not after a break approved before the baseline was revised', { more: withBreak(9) }, 'on-track'],
    [
      'not where the break is after the year looked from',
      { more: withBreak(11), figures: { 2022: '19' }, nowYear: 2022 },
      'on-track',
    ],
    [
      'not where the break is in the baseline year',
      { more: [{ year: 2020, value: '40', breakSeq: 11 }], figures: { 2022: '19' } },
      'on-track',
    ],
    ['a level without a baseline', { baseline: null, figures: { 2025: '40' } }, 'not-assessable: no-baseline'],
    [
      'a running total without a baseline',
      { indicator: { kind: 'cumulative' }, baseline: null, figures: { 2025: '40' } },
      'not-assessable: no-baseline',
    ],
    [
      'a flow without a baseline, whatever its figures',
      { indicator: { kind: 'flow' }, baseline: null, figures: { 2025: '400' } },
      'not-assessable: no-baseline',
    ],
    [
      'a flow without a baseline and without figures',
      { indicator: { kind: 'flow' }, baseline: null },
      'not-assessable: no-baseline',
    ],
    [
      'a change without a baseline',
      { indicator: { kind: 'change' }, baseline: null, yoy: { 2025: '400' } },
      'not-assessable: no-baseline',
    ],
  ])('%s', (_, fields, status) => {
    expect(judgementOf(fields)).toBe(status)
  })
  it.each<[string, Pledge, string]>([
    ['be achieved', { figures: { 2025: '100' } }, 'achieved'],
    ['be missed', { figures: { 2030: '99' }, nowYear: 2031 }, 'missed'],
    ['be without data', {}, 'no-data: no-figure'],
    [
      'be judged across a break, being compared with nothing',
      { more: [{ year: 2025, value: '100', breakSeq: 11 }] },
      'achieved',
    ],
  ])('a level without a baseline can still %s', (_, fields, status) => {
    expect(judgementOf({ baseline: null, ...fields })).toBe(status)
  })
  it('a change whose latest figure against the base year is from after the break can be assessed', () => {
    const change = { indicator: { kind: 'change', better: 'lower' }, milestone: { value: '-20' } } as const
    const yoy = { 2021: '-2', 2022: '-2' }
    const broken = { year: 2023, measure: 'yoy', value: '-2', breakSeq: 11 }
    expect(judgementOf({ ...change, yoy, more: [broken] })).toBe('not-assessable: definition-changed')
    const restarted = [broken, { year: 2024, measure: 'since:2020', value: '-8' }]
    expect(judgementOf({ ...change, yoy, more: restarted })).toBe('on-track')
  })
  it('gives no numbers, and the latest figure only where it was entered', () => {
    const none = {
      expected: null,
      coveredShare: null,
      pathShare: null,
      gap: null,
      requiredPerYear: null,
      recentPerYear: null,
    }
    const level = progressOf(pledge({ figures: { 2022: '20' }, more: withBreak(11) }))
    expect(level).toMatchObject({ ...none, second: null, latest: { year: 2023, value: '40' } })
    const flow = progressOf(pledge({ indicator: { kind: 'flow' }, figures: { 2022: '20' }, more: withBreak(11) }))
    expect(flow).toMatchObject({ ...none, latest: null })
    expect(progressOf(pledge({ milestone: { value: null }, figures: { 2025: '4' } }))).toMatchObject(none)
  })
})
