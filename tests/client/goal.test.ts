import { describe, expect, it } from 'vitest'
import { differenceUnitOf, toGoalParts } from '../../client/goal.ts'

const teams = { kind: 'cumulative', unitZh: '个', unitEn: 'teams' } as const
const change = { kind: 'change', unitZh: '%', unitEn: '%' } as const
const goal = { comparator: 'at-least', value: '20', valueHigh: null, wordingZh: null } as const

describe('a promised number', () => {
  it('stands bare where the plan prints a bare count', () => {
    expect(toGoalParts(goal, teams, 'zh-CN')).toEqual({ before: '', figure: '20', unit: '个' })
    expect(toGoalParts(goal, teams, 'en')).toEqual({ before: '', figure: '20', unit: 'teams' })
  })

  it.each([
    ['以上', 'at-least', { before: '', figure: '20', unit: '个以上' }],
    ['左右', 'about', { before: '', figure: '20', unit: '个左右' }],
    ['余', 'more-than', { before: '', figure: '20', unit: '余个' }],
    ['力争', 'at-least', { before: '力争', figure: '20', unit: '个' }],
  ] as const)('keeps the printed %s where it was printed', (wordingZh, comparator, parts) => {
    expect(toGoalParts({ ...goal, comparator, wordingZh }, teams, 'zh-CN')).toEqual(parts)
  })

  it('says the comparator in English', () => {
    expect(toGoalParts({ ...goal, comparator: 'about', wordingZh: '左右' }, teams, 'en').before).toBe('about')
  })

  it('prints an interval as the plan does', () => {
    expect(toGoalParts({ ...goal, comparator: 'between', value: '5', valueHigh: '8' }, teams, 'zh-CN').figure).toBe(
      '5—8',
    )
    expect(toGoalParts({ ...goal, comparator: 'between', value: '5', valueHigh: '8' }, teams, 'en').figure).toBe('5–8')
  })

  it('does not say 以上 beside a fall, where more means less', () => {
    const fall = { ...goal, comparator: 'at-most', value: '-65', wordingZh: '以上' } as const
    expect(toGoalParts(fall, change, 'zh-CN')).toEqual({ before: '', figure: '−65', unit: '% 或更低' })
    expect(toGoalParts(fall, change, 'en')).toEqual({ before: '', figure: '−65', unit: '% or lower' })
  })

  it('has no figure where the plan names none, but its words', () => {
    const open = { ...goal, value: null, wordingZh: '持续大幅下降' }
    expect(toGoalParts(open, change, 'zh-CN')).toEqual({ before: '', figure: null, unit: '持续大幅下降' })
  })

  it('differs from a figure in points, not in percent', () => {
    expect(differenceUnitOf(change, 'zh-CN')).toBe('个百分点')
    expect(differenceUnitOf(teams, 'en')).toBe('teams')
  })
})
