import { describe, expect, it } from 'vitest'
import { toFraction } from '../../server/domain/decimal.ts'
import { findGoal, fulfils } from '../../server/domain/goal.ts'
import type { MilestoneGoal } from '../../server/domain/model.ts'
import type { Better } from '../../server/domain/words.ts'
import { milestone, pledge } from './pledge.ts'

describe('a figure fulfils', () => {
  const verdict = (fields: Partial<MilestoneGoal>, better: Better, figure: string) => {
    const goal = findGoal(milestone(fields), pledge({ indicator: { better } }).indicator)
    return goal && fulfils(goal, toFraction(figure))
  }
  it.each<[string, Partial<MilestoneGoal>, Better, string, string]>([
    ['at least 100: from 100 on', { comparator: 'at-least' }, 'higher', '100', '99.9'],
    ['at most 70: up to 70', { comparator: 'at-most', value: '70' }, 'lower', '70', '70.1'],
    ['a fall of at least 18%: from −18 on', { comparator: 'at-most', value: '-18' }, 'lower', '-18', '-17.99'],
    ['more than 100: above it only', { comparator: 'more-than' }, 'higher', '100.01', '100'],
    [
      'beyond −65, lower being better: below it only',
      { comparator: 'more-than', value: '-65' },
      'lower',
      '-65.1',
      '-65',
    ],
    ['about 100: from 5 % below on', { comparator: 'about' }, 'higher', '95', '94.99'],
    ['about 100, within 0.1', { comparator: 'about', tolerance: '0.1' }, 'higher', '90', '89.99'],
    ['about 100, lower being better: up to 5 % above', { comparator: 'about' }, 'lower', '105', '105.01'],
    [
      'about −20, higher being better: 5 % of its size below',
      { comparator: 'about', value: '-20' },
      'higher',
      '-21',
      '-21.1',
    ],
    ['about 100 exactly', { comparator: 'about', tolerance: '0' }, 'higher', '100', '99.9'],
    [
      '5 to 8: from its less demanding end',
      { comparator: 'between', value: '5', valueHigh: '8' },
      'higher',
      '5',
      '4.9',
    ],
    [
      '5 to 8, lower being better: from the upper end',
      { comparator: 'between', value: '5', valueHigh: '8' },
      'lower',
      '8',
      '8.1',
    ],
  ])('%s', (_, fields, better, enough, notEnough) => {
    expect(verdict(fields, better, enough)).toBe(true)
    expect(verdict(fields, better, notEnough)).toBe(false)
  })
  it.each<[string, Partial<MilestoneGoal>, Better, string]>([
    ['about 100 with any more', { comparator: 'about' }, 'higher', '900'],
    ['about 100, lower being better, with any less', { comparator: 'about' }, 'lower', '1'],
    ['5 to 8 beyond 8', { comparator: 'between', value: '5', valueHigh: '8' }, 'higher', '9'],
    ['5 to 8, lower being better, below 5', { comparator: 'between', value: '5', valueHigh: '8' }, 'lower', '4'],
  ])('%s', (_, fields, better, figure) => {
    expect(verdict(fields, better, figure)).toBe(true)
  })
  it('nothing where no number is promised', () => {
    expect(verdict({ value: null }, 'higher', '1')).toBeUndefined()
  })
})
