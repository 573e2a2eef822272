import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const judgementOf = (fields: Pledge) => {
  const { status, reason } = progressOf(pledge(fields))
  return reason ? `${status}: ${reason}` : status
}

describe('a hold milestone', () => {
  const hold = { baseline: [2020, '120'] } as const
  it.each<[string, Pledge, string]>([
    ['is on track while fulfilled', { ...hold, figures: { 2025: '100' } }, 'on-track'],
    ['is a hold also where it equals the baseline', { baseline: [2020, '100'], figures: { 2025: '100' } }, 'on-track'],
    ["is achieved with the deadline year's figure", { ...hold, figures: { 2030: '100' } }, 'achieved'],
    ["is missed where the ended deadline year's figure is not enough", { ...hold, figures: { 2030: '99' } }, 'missed'],
    ['is behind where the last change went the right way', { ...hold, figures: { 2024: '90', 2025: '95' } }, 'behind'],
    ['is moving away where the last change did not', { ...hold, figures: { 2024: '97', 2025: '95' } }, 'moving-away'],
    ['is moving away at a standstill', { ...hold, figures: { 2024: '95', 2025: '95' } }, 'moving-away'],
    ['has its baseline for the point before the first figure', { ...hold, figures: { 2025: '95' } }, 'moving-away'],
    [
      'is no milestone for the path just above the baseline',
      { baseline: [2020, '99.9'], figures: { 2025: '100' } },
      'achieved',
    ],
  ])('%s', (_, fields, status) => {
    expect(judgementOf(fields)).toBe(status)
  })
  it('expects its own value, and has no shares and no second method', () => {
    const progress = progressOf(pledge({ ...hold, milestone: { value: '100.0' }, figures: { 2025: '110' } }))
    expect(progress).toMatchObject({ expected: '100.0', coveredShare: null, pathShare: null, second: null })
  })
  it('works downwards too', () => {
    const lower = { indicator: { better: 'lower' }, baseline: [2020, '50'], milestone: { value: '60' } } as const
    expect(judgementOf({ ...lower, figures: { 2025: '60' } })).toBe('on-track')
    expect(judgementOf({ ...lower, figures: { 2024: '66', 2025: '61' } })).toBe('behind')
    expect(judgementOf({ ...lower, figures: { 2024: '61', 2025: '66' } })).toBe('moving-away')
  })
})
