import { describe, expect, it } from 'vitest'
import {
  alreadyOpen,
  contradictionsOf,
  extendedDay,
  lackingOf,
  newRoundValues,
  type RoundValues,
  termsOf,
  valuesOf,
} from '../../client/pages/admin/rounds/round-terms.ts'
import { inOrder, summaryOf } from '../../client/pages/admin/rounds/round-progress.ts'
import { daysBetween, plusDays } from '../../server/domain/days.ts'
import { isDay, standOf } from '../../client/round-days.ts'
import type { RoundAnswer } from '../../server/contract/round.ts'
import type { Label } from '../../server/domain/labels.ts'

const TODAY = '2026-06-30'
const say = (label: Label): string => label.en
const WORDS = { needed: 'needed', neededSome: 'some', say }

const aRound = (part: Partial<RoundAnswer> = {}): RoundAnswer => ({
  id: 1,
  year: 2025,
  kind: 'annual',
  regionCodes: ['63'],
  indicatorCodes: null,
  opensOn: '2026-06-01',
  closesOn: '2026-07-31',
  revision: 1,
  history: [],
  ...part,
})

const values = (part: Partial<RoundValues> = {}): RoundValues => ({ ...newRoundValues(TODAY, ['37', '63']), ...part })

describe('days of a round', () => {
  it.each([
    ['2026-06-29', { is: 'coming', opensOn: '2026-06-30', inDays: 1 }],
    ['2026-06-30', { is: 'open', closesOn: '2026-07-13', daysLeft: 13 }],
    ['2026-07-13', { is: 'open', closesOn: '2026-07-13', daysLeft: 0 }],
    ['2026-07-14', { is: 'closed', closesOn: '2026-07-13', daysAgo: 1 }],
  ])('both its ends belong to it: on %s', (today, stand) => {
    expect(standOf({ opensOn: '2026-06-30', closesOn: '2026-07-13' }, today)).toEqual(stand)
  })

  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-2-3', false],
    ['', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })

  it('are counted over the ends of months and years', () => {
    expect(plusDays('2026-12-25', 14)).toBe('2027-01-08')
    expect(daysBetween('2026-12-25', '2027-01-08')).toBe(14)
  })
})

describe('a round that is opened', () => {
  it('is for the figures of last year, of everyone, from today on for a month', () => {
    expect(values()).toMatchObject({ year: '2025', kind: 'annual', opensOn: TODAY, closesOn: '2026-07-30' })
    expect(lackingOf(values(), false, WORDS)).toEqual({})
  })

  it.each([
    ['a year', { year: '去年' }, 'year'],
    ['a region', { regionCodes: [] }, 'regionCodes'],
    ['an indicator, where it asks for some', { scope: 'some' as const }, 'indicatorCodes'],
    ['an opening day', { opensOn: '' }, 'opensOn'],
    ['a closing day', { closesOn: '' }, 'closesOn'],
  ])('needs %s', (_what, part, path) => {
    expect(Object.keys(lackingOf(values(part), false, WORDS))).toEqual([path])
  })

  it('needs no reason; to change it needs one', () => {
    expect(lackingOf(valuesOf(aRound()), true, WORDS)).toEqual({ reason: 'needed' })
  })

  it('does not close before it opens', () => {
    expect(contradictionsOf(values({ closesOn: '2026-06-29' }), say)).toHaveProperty('closesOn')
    expect(contradictionsOf(values({ closesOn: TODAY }), say)).toEqual({})
    expect(contradictionsOf(values({ closesOn: '' }), say)).toEqual({})
  })

  it('is sent without the indicators that were chosen before it was for all again', () => {
    const given = { indicatorCodes: ['patents'], reason: ' ' }
    expect(termsOf(values({ ...given, scope: 'targets' }))).toMatchObject({ indicatorCodes: null })
    expect(termsOf(values({ ...given, scope: 'some' }))).toMatchObject({ indicatorCodes: ['patents'] })
    expect(termsOf(values(given))).not.toHaveProperty('reason')
  })

  it('names the rounds for the same figures that are not over', () => {
    const rounds = [
      aRound(),
      aRound({ id: 2, kind: 'late' }),
      aRound({ id: 3, year: 2024 }),
      aRound({ id: 4, regionCodes: ['42'] }),
      aRound({ id: 5, closesOn: '2026-06-29' }),
    ]
    expect(alreadyOpen(values(), rounds, TODAY)).toEqual([{ round: rounds[0], shared: ['63'] }])
  })
})

describe('an extension', () => {
  it('is for two weeks from the closing day, or from today where that has passed', () => {
    expect(extendedDay({ closesOn: '2026-07-31' }, TODAY)).toBe('2026-08-14')
    expect(extendedDay({ closesOn: '2026-01-31' }, TODAY)).toBe('2026-07-14')
  })
})

describe('the first sentence about rounds', () => {
  it('tells how many are open, when the first closes, and what they miss', () => {
    const summary = { overdue: 1, overdueRegions: 1, soon: 0, soonRegions: 0, left: 4, leftRegions: 2, waiting: 0 }
    const rounds = [aRound(), aRound({ id: 2, closesOn: '2026-07-05' }), aRound({ id: 3, opensOn: '2026-07-01' })]
    expect(summaryOf(rounds, { today: TODAY, summary })).toEqual({
      open: 2,
      daysLeft: 5,
      coming: 1,
      left: 4,
      regions: 2,
      overdue: 1,
    })
  })
})

describe('the list of rounds', () => {
  it('has the open ones first, the one that closes first at the top; then those to come, then the newest that are over', () => {
    const rounds = [
      aRound({ id: 1, closesOn: '2026-01-31', opensOn: '2026-01-01' }),
      aRound({ id: 2, closesOn: '2026-03-31', opensOn: '2026-01-01' }),
      aRound({ id: 3, opensOn: '2026-07-01' }),
      aRound({ id: 4, closesOn: '2026-08-31' }),
      aRound({ id: 5, closesOn: '2026-07-15' }),
    ]
    expect(inOrder(rounds, TODAY).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1])
  })
})
