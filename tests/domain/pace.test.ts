import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const paceOf = (fields: Pledge) => {
  const { gap, requiredPerYear, recentPerYear, projectedYear, projectionRefused } = progressOf(pledge(fields))
  return { gap, requiredPerYear, recentPerYear, projectedYear, projectionRefused }
}
const flow = { indicator: { kind: 'flow' } } as const
const fall = { indicator: { better: 'lower' }, baseline: [2020, '100'], milestone: { value: '70' } } as const

describe('the gap and the pace that is required', () => {
  it('are what is left, and that spread over the years left', () => {
    expect(paceOf({ figures: { 2025: '40' } })).toMatchObject({ gap: '60', requiredPerYear: '12' })
  })
  it('are negative on the way down', () => {
    expect(paceOf({ ...fall, figures: { 2025: '90' } })).toMatchObject({ gap: '-20', requiredPerYear: '-4' })
  })
  it('lose the required pace where the milestone is fulfilled', () => {
    expect(paceOf({ figures: { 2025: '110' } })).toMatchObject({ gap: '-10', requiredPerYear: null })
    const about = { milestone: { comparator: 'about' }, figures: { 2025: '96' } } as const
    expect(paceOf(about)).toMatchObject({ gap: '4', requiredPerYear: null })
  })
  it("lose the required pace in the milestone's year", () => {
    expect(paceOf({ figures: { 2030: '90' }, nowYear: 2030 })).toMatchObject({ gap: '10', requiredPerYear: null })
  })
  it('need no baseline', () => {
    const level = { baseline: null, figures: { 2024: '30', 2025: '40' } } as const
    expect(paceOf(level)).toMatchObject({ gap: '60', requiredPerYear: '12', recentPerYear: '10' })
  })
})

describe('the recent pace', () => {
  it.each<[string, Pledge, string | null]>([
    [
      'starts at the baseline where that is five years back',
      { baseline: [2020, '10'], figures: { 2024: '50', 2025: '60' } },
      '10',
    ],
    ['does not go back six years', { baseline: [2019, '10'], figures: { 2021: '40', 2025: '60' } }, '5'],
    [
      'starts at the earliest figure of five years',
      { baseline: [2015, '10'], figures: { 2020: '50', 2022: '0', 2025: '60' } },
      '2',
    ],
    ['is none where the point before is older', { baseline: [2015, '10'], figures: { 2025: '60' } }, null],
    ['is none for a single figure without a baseline', { baseline: null, figures: { 2025: '60' } }, null],
    [
      'does not look at figures before the baseline',
      { baseline: [2023, '40'], figures: { 2021: '0', 2025: '60' } },
      '10',
    ],
    [
      'is the mean of what was new in five years',
      { ...flow, figures: { 2021: '99', 2022: '1', 2023: '2', 2024: '3', 2025: '4', 2026: '5' } },
      '3',
    ],
    ['is the mean of the reported years only', { ...flow, figures: { 2022: '4', 2025: '8' } }, '6'],
    [
      'is in points for a change',
      {
        indicator: { kind: 'change', better: 'lower' },
        milestone: { value: '-40' },
        yoy: { 2021: '-10', 2022: '-10' },
      },
      '-9.5',
    ],
  ])('%s', (_, fields, recentPerYear) => {
    expect(paceOf(fields).recentPerYear).toBe(recentPerYear)
  })
})

describe('the projected year', () => {
  // 10 a year from 0 in 2020.
  const steady = { 2023: '30', 2024: '40', 2025: '50' }
  it.each<[string, Pledge, number | null]>([
    ['is the first whole year at the milestone', { figures: steady }, 2030],
    ['is a whole year later where a little is left', { milestone: { value: '100.1' }, figures: steady }, 2031],
    ['is beyond for "more than"', { milestone: { comparator: 'more-than' }, figures: steady }, 2031],
    [
      'is the next one for "more than" where the value is reached',
      { milestone: { comparator: 'more-than', value: '50' }, figures: steady },
      2026,
    ],
    ['works downwards', { ...fall, figures: { 2024: '92', 2025: '90' } }, 2035],
    [
      'aims at the value of "about", not at its tolerance',
      { milestone: { comparator: 'about' }, figures: steady },
      2030,
    ],
    ['is none at a standstill', { baseline: [2020, '50'], figures: { 2023: '40', 2025: '50' } }, null],
    ['is none on the way back', { baseline: [2020, '60'], figures: { 2023: '60', 2025: '50' } }, null],
    ['is given where the milestone was missed', { milestone: { year: 2025, value: '60' }, figures: steady }, 2026],
    ['is none after the year 9999', { milestone: { value: '100000' }, figures: steady }, null],
  ])('%s', (_, fields, projectedYear) => {
    expect(paceOf(fields)).toMatchObject({ projectedYear, projectionRefused: null })
  })
})

describe('a projection is refused', () => {
  it.each<[string, Pledge, string | null]>([
    [
      'where the milestone is not assessable',
      { baseline: null, figures: { 2023: '1', 2024: '2', 2025: '3' } },
      'not-assessable',
    ],
    ['without data', {}, 'no-data'],
    ['for what is to be built', { indicator: { kind: 'done' }, figures: { 2025: '1' } }, 'kind-done'],
    ['for what is to be built, without data', { indicator: { kind: 'done' } }, 'no-data'],
    ['where the milestone is fulfilled', { figures: { 2023: '100' }, nowYear: 2030 }, 'fulfilled'],
    [
      'where a hold milestone is fulfilled so far',
      { baseline: [2020, '120'], figures: { 2024: '110', 2025: '110' } },
      'fulfilled',
    ],
    ['with two points, the baseline included', { figures: { 2025: '50' } }, 'too-few-figures'],
    ['not with three', { figures: { 2024: '40', 2025: '50' } }, null],
    [
      'where the baseline is older than five years',
      { baseline: [2019, '0'], figures: { 2024: '40', 2025: '50' } },
      'too-few-figures',
    ],
    [
      'not where the third point is five years back',
      { baseline: [2019, '0'], figures: { 2020: '1', 2024: '40', 2025: '50' } },
      null,
    ],
    ['for too few figures before they are outdated', { figures: { 2022: '30' }, nowYear: 2027 }, 'too-few-figures'],
    ['where the figures are outdated', { figures: { 2021: '10', 2022: '30' }, nowYear: 2026 }, 'outdated'],
    [
      'for outdated figures before missing years',
      { ...flow, figures: { 2021: '10', 2023: '30' }, nowYear: 2027 },
      'outdated',
    ],
    ['where a year of a sum is missing', { ...flow, figures: { 2021: '10', 2023: '30' } }, 'incomplete-years'],
    ['not where a year of a level is missing', { figures: { 2021: '10', 2023: '30' } }, null],
  ])('%s', (_, fields, refusal) => {
    const pace = paceOf(fields)
    expect(pace.projectionRefused).toBe(refusal)
    if (refusal) expect(pace.projectedYear).toBeNull()
  })
})
