import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const judgementOf = (fields: Pledge) => {
  const { status, reason } = progressOf(pledge(fields))
  return reason ? `${status}: ${reason}` : status
}

describe('what is to be built', () => {
  const done = { indicator: { kind: 'done', unitZh: '', unitEn: '' }, baseline: null } as const
  const by = (year: number) => ({ milestone: { year, value: '1' } })
  it.each<[string, Pledge, string]>([
    ['has no data without any figure', by(2030), 'no-data: no-figure'],
    ['is achieved at 1', { ...by(2030), figures: { 2024: '1' } }, 'achieved'],
    ['is on track at 0', { ...by(2030), figures: { 2024: '0' } }, 'on-track'],
    [
      'is on track at 0 while the deadline year lasts',
      { ...by(2025), figures: { 2025: '0' }, nowYear: 2025 },
      'on-track',
    ],
    [
      'is on track at 0 until the final figure is approved',
      { ...by(2025), figures: { 2024: '0' }, nowYear: 2027 },
      'on-track',
    ],
    ['is missed at 0 in the ended deadline year', { ...by(2025), figures: { 2025: '0' } }, 'missed'],
  ])('%s', (_, fields, status) => {
    expect(judgementOf({ ...done, ...fields })).toBe(status)
  })
  it('is not measured from its baseline', () => {
    const early = {
      ...done,
      baseline: [2021, '0'],
      basis: 'start-of-plan',
      ...by(2030),
      figures: { 2020: '1' },
    } as const
    expect(judgementOf(early)).toBe('achieved')
  })
  it.each([
    ['0', 0],
    ['1', 1],
  ])('at %s is covered by %i, and has no path and no pace', (value, coveredShare) => {
    const progress = progressOf(pledge({ ...done, ...by(2030), figures: { 2022: '0', 2024: value } }))
    expect(progress).toMatchObject({ coveredShare, expected: null, pathShare: null, gap: null, second: null })
    expect(progress).toMatchObject({ requiredPerYear: null, recentPerYear: null, projectionRefused: 'kind-done' })
  })
})
