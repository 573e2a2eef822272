import { describe, expect, it } from 'vitest'
import type { Figure } from '../../server/domain/model.ts'
import { progressOf } from '../../server/domain/progress.ts'
import { type Pledge, pledge } from './pledge.ts'

const latestOf = (fields: Pledge) => {
  const { latest, reason } = progressOf(pledge(fields))
  return latest ? `${latest.value} in ${latest.year}` : reason
}

describe('the figures that are used', () => {
  it.each<[string, Pledge, string]>([
    ['the latest one', { figures: { 2022: '8', 2024: '12', 2023: '10' } }, '12 in 2024'],
    ['as it was entered', { figures: { 2024: '12.0' } }, '12.0 in 2024'],
    ["not the baseline year's own", { figures: { 2020: '8' } }, 'no-figure'],
    ["that of the milestone's year", { figures: { 2030: '99' } }, '99 in 2030'],
    ["not one after the milestone's year", { figures: { 2029: '90', 2031: '120' } }, '90 in 2029'],
    [
      'not one after the year that is looked from',
      { figures: { 2024: '12', 2025: '13' }, nowYear: 2024 },
      '12 in 2024',
    ],
    ['that of the year that is looked from', { figures: { 2024: '12', 2025: '13' }, nowYear: 2025 }, '13 in 2025'],
    ['without a baseline any up to the milestone', { baseline: null, figures: { 1999: '8' } }, '8 in 1999'],
    ['of another measure none', { yoy: { 2024: '12' } }, 'no-figure'],
  ])('are %s', (_, fields, latest) => {
    expect(latestOf(fields)).toBe(latest)
  })
})

describe('what is new in each year', () => {
  const flow = { indicator: { kind: 'flow' } } as const
  it('is added to the baseline', () => {
    const { latest } = progressOf(pledge({ ...flow, baseline: [2021, '10'], figures: { 2022: '5', 2023: '7.5' } }))
    expect(latest).toEqual({ year: 2023, value: '22.5', derived: true, revisionIds: [2022, 2023] })
  })
  it('of the baseline year and before is in the baseline already', () => {
    expect(latestOf({ ...flow, baseline: [2021, '10'], figures: { 2020: '1', 2021: '2', 2022: '5' } })).toBe(
      '15 in 2022',
    )
  })
  it('adds nothing for a missing year', () => {
    expect(latestOf({ ...flow, figures: { 2021: '5', 2023: '7' } })).toBe('12 in 2023')
  })
})

describe('a change against a base year', () => {
  const change = { indicator: { kind: 'change', better: 'lower' }, milestone: { value: '-20' } } as const
  const since = (year: number, value: string, base = 2020): Partial<Figure> => ({
    year,
    value,
    measure: `since:${base}`,
  })
  it.each<[string, Pledge, string]>([
    ['is the product of the changes on the year before', { yoy: { 2021: '-10', 2022: '-10' } }, '-19 in 2022'],
    ['adds no percentages', { yoy: { 2021: '100', 2022: '-50' } }, '0 in 2022'],
    ['is taken as entered where it was entered', { more: [since(2022, '-18.0')] }, '-18.0 in 2022'],
    ['goes on from the latest one entered', { yoy: { 2023: '-10' }, more: [since(2022, '-20')] }, '-28 in 2023'],
    ['needs no changes before one entered', { yoy: { 2021: '-5' }, more: [since(2023, '-20')] }, '-20 in 2023'],
    ['is the entered one where a year has both', { yoy: { 2021: '-5' }, more: [since(2021, '-6')] }, '-6 in 2021'],
    ['is broken by a missing year', { yoy: { 2021: '-5', 2023: '-5' } }, 'broken-chain'],
    ['is broken by a missing first year', { yoy: { 2022: '-5' } }, 'broken-chain'],
    ['is broken after one entered', { yoy: { 2024: '-5' }, more: [since(2022, '-20')] }, 'broken-chain'],
    ['is whole again with one entered later', { yoy: { 2021: '-5' }, more: [since(2025, '-20')] }, '-20 in 2025'],
    ['does not use changes of the base year', { yoy: { 2020: '-50', 2021: '-10' } }, '-10 in 2021'],
    ['knows no figure against another year', { more: [since(2024, '-50', 2005)] }, 'no-figure'],
    ['is not disturbed by one', { yoy: { 2021: '-10' }, more: [since(2024, '-50', 2005)] }, '-10 in 2021'],
    ['has nothing without figures', {}, 'no-figure'],
  ])('%s', (_, fields, latest) => {
    expect(latestOf({ ...change, ...fields })).toBe(latest)
  })
  it('rests on the figures that it is made of, and says whether it was entered', () => {
    const chain = pledge({ ...change, yoy: { 2021: '-1', 2023: '-10' }, more: [{ ...since(2022, '-20'), id: 7 }] })
    expect(progressOf(chain).latest).toEqual({ year: 2023, value: '-28', derived: true, revisionIds: [7, 2023] })
    const entered = pledge({ ...change, more: [{ ...since(2022, '-20'), id: 7 }] })
    expect(progressOf(entered).latest).toEqual({ year: 2022, value: '-20', derived: false, revisionIds: [7] })
  })
})
