import { describe, expect, it } from 'vitest'
import {
  indicatorContradictions,
  indicatorValuesOf,
  lackingOfIndicator,
  NEW_INDICATOR,
  toIndicator,
  toIndicatorChange,
} from '../../client/pages/admin/reference/indicator-values.ts'
import { lackingOfPlan, NEW_PLAN, planContradictions, toPlan } from '../../client/pages/admin/reference/plan-values.ts'
import type { Label } from '../../server/domain/labels.ts'
import { anIndicator } from '../helpers/world.ts'

const say = (label: Label): string => label.en
const WORDS = { needed: 'needed', neededChoice: 'choose', decimalsFault: 'decimals', say }

describe('an indicator that is typed', () => {
  const typed = { ...indicatorValuesOf(anIndicator()), reason: '新方案' }

  it('is sent as it was where nothing is changed', () => {
    expect(toIndicator(typed)).toEqual({ ...anIndicator(), reason: '新方案' })
    expect(lackingOfIndicator(typed, WORDS)).toEqual({})
  })

  it('lacks at first all but what is chosen already', () => {
    expect(Object.keys(lackingOfIndicator(NEW_INDICATOR, WORDS)).toSorted()).toEqual([
      'code',
      'definitionEn',
      'definitionZh',
      'nameEn',
      'nameZh',
      'reason',
      'shortNameEn',
      'shortNameZh',
      'theme',
      'unitEn',
      'unitZh',
    ])
  })

  it('has no unit and no bounds of its own where it is built or not', () => {
    const built = { ...typed, kind: 'done' as const, better: 'lower' as const, unitZh: '个', min: 'x', decimals: '2' }
    expect(lackingOfIndicator(built, WORDS)).toEqual({})
    expect(toIndicator(built)).toMatchObject({
      better: 'higher',
      unitZh: '',
      unitEn: '',
      min: '0',
      max: '1',
      decimals: 0,
    })
    expect(toIndicatorChange(built)).not.toHaveProperty('max')
  })

  it('is bounded the right way round', () => {
    expect(indicatorContradictions({ ...typed, min: '5', max: '５.0' }, say)).toHaveProperty('max')
    expect(indicatorContradictions({ ...typed, min: '5', max: '' }, say)).toEqual({})
    expect(lackingOfIndicator({ ...typed, max: '约5', decimals: '11' }, WORDS)).toMatchObject({
      max: expect.any(String),
      decimals: 'decimals',
    })
  })

  it('is rolled up only as an amount, and weighed only in a mean', () => {
    const mean = { ...typed, rollUp: 'weighted-mean' as const, weightIndicatorCode: 'gdp' }
    expect(toIndicator(mean)).toMatchObject({ rollUp: 'weighted-mean', weightIndicatorCode: 'gdp' })
    expect(toIndicator({ ...mean, rollUp: 'sum' })).toMatchObject({ rollUp: 'sum', weightIndicatorCode: null })
    expect(toIndicator({ ...mean, kind: 'change' })).toMatchObject({ rollUp: 'none', weightIndicatorCode: null })
    expect(lackingOfIndicator({ ...mean, weightIndicatorCode: '' }, WORDS)).toHaveProperty('weightIndicatorCode')
    expect(lackingOfIndicator({ ...mean, kind: 'change', weightIndicatorCode: '' }, WORDS)).toEqual({})
  })

  it('is corrected without what figures rest on', () => {
    const sent = Object.keys(toIndicatorChange(typed))
    for (const field of ['code', 'kind', 'better', 'unitZh', 'unitEn']) expect(sent).not.toContain(field)
  })
})

describe('a plan that is typed', () => {
  const typed = {
    ...NEW_PLAN,
    code: 'new-plan',
    titleZh: '新方案',
    titleEn: 'New plan',
    regionCode: '63',
    issuedYear: '２０２６',
    endYear: '2030',
    sourceFile: 'new.txt',
    reason: '印发',
  }

  it('is sent with years as numbers, and nothing for what it does not print', () => {
    expect(lackingOfPlan(typed, WORDS)).toEqual({})
    expect(toPlan(typed)).toMatchObject({ issuedYear: 2026, startYear: null, endYear: 2030, documentNumber: null })
  })

  it('does not end before it starts, or before it was issued', () => {
    expect(planContradictions({ ...typed, endYear: '2025' }, say)).toHaveProperty('endYear')
    expect(planContradictions({ ...typed, startYear: '2031' }, say)).toHaveProperty('endYear')
    expect(planContradictions({ ...typed, startYear: '2025', endYear: '2025' }, say)).toEqual({})
    expect(planContradictions({ ...typed, endYear: '20' }, say)).toEqual({})
  })
})
