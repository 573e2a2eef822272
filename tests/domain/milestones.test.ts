import { describe, expect, it } from 'vitest'
import { nextMilestone, promisedMilestones } from '../../server/domain/milestones.ts'
import type { Milestone } from '../../server/domain/model.ts'
import type { Status } from '../../server/domain/words.ts'
import { baselineOf, milestone } from './pledge.ts'

describe('the next milestone', () => {
  const judged = (...rows: [number, Status][]) => rows.map(([milestoneYear, status]) => ({ milestoneYear, status }))
  it.each([
    ['the nearest that is open', judged([2025, 'behind'], [2030, 'on-track']), 2025],
    ['the nearest in whatever order they come', judged([2030, 'on-track'], [2025, 'behind']), 2025],
    ['not one that is achieved', judged([2025, 'achieved'], [2030, 'on-track']), 2030],
    ['not one that is missed', judged([2025, 'missed'], [2030, 'no-data']), 2030],
    ['one that cannot be assessed is open', judged([2025, 'not-assessable'], [2030, 'on-track']), 2025],
    ['the last where all are decided', judged([2025, 'missed'], [2030, 'achieved']), 2030],
  ])('is %s', (_, progress, year) => {
    expect(nextMilestone(progress).milestoneYear).toBe(year)
  })
  it('does not exist without a milestone', () => {
    expect(() => nextMilestone([])).toThrow(RangeError)
  })
})

describe('a milestone that was revised', () => {
  const first = milestone({ year: 2025, value: '100', baseline: baselineOf([2020, '20']) })
  const trackOf = (...versions: Milestone[][]) =>
    promisedMilestones(versions.map((milestones, at) => ({ seq: (at + 1) * 10, milestones })))
  const onlyOf = (...versions: Milestone[]) => trackOf(...versions.map((version) => [version]))[0]

  it('has no original while it is what it was from the start', () => {
    expect(onlyOf(first)).toEqual({ promised: { milestone: first, baselineSeq: 10 }, original: null })
  })
  it.each<[string, Partial<Milestone>]>([
    ['year', { year: 2026 }],
    ['value', { value: '90' }],
    ['upper end', { valueHigh: '120' }],
    ['comparator', { comparator: 'more-than' }],
    ['tolerance', { tolerance: '0.1' }],
    ['baseline year', { baseline: baselineOf([2021, '20']) }],
    ['baseline value', { baseline: baselineOf([2020, '21']) }],
    ['baseline basis', { baseline: baselineOf([2020, '20'], 'adopted') }],
    ['baseline at all', { baseline: null }],
  ])('keeps what was first promised where it differs in its %s', (_, change) => {
    expect(onlyOf(first, { ...first, ...change })?.original).toEqual({ milestone: first, baselineSeq: 10 })
  })
  it.each<[string, Partial<Milestone>]>([
    ['its number is written with more zeros', { value: '100.0' }],
    ['its wording changes', { wordingZh: '力争' }],
    ['the deadline is found printed', { deadlineBasis: 'plan-period' }],
    ['its baseline gets a quote', { baseline: { ...baselineOf([2020, '20.0']), quote: '2020 年为 20 家' } }],
  ])('promises the same where %s', (_, change) => {
    expect(onlyOf(first, { ...first, ...change })).toMatchObject({ promised: { baselineSeq: 10 }, original: null })
  })
  it('about 100 within the default tolerance is about 100 within 0.05', () => {
    const about = milestone({ comparator: 'about' })
    expect(onlyOf(about, { ...about, tolerance: '0.05' })?.original).toBeNull()
  })
  it('is compared with the first revision, not with the one before', () => {
    const lowered = { ...first, value: '90' }
    expect(onlyOf(first, lowered, lowered)?.original?.milestone).toBe(first)
  })
  it('that returns to what was first promised has no original', () => {
    expect(onlyOf(first, { ...first, value: '90' }, first)?.original).toBeNull()
  })
  it('has its baseline since the revision that changed it last', () => {
    const restated = { ...first, baseline: baselineOf([2020, '22']) }
    expect(onlyOf(first, restated, { ...restated, value: '90' })?.promised.baselineSeq).toBe(20)
  })
  it('does not have a baseline from before it was given up and taken again', () => {
    expect(onlyOf(first, { ...first, baseline: null }, first)?.promised.baselineSeq).toBe(30)
  })
})

describe('what a milestone was before', () => {
  const in2025 = milestone({ year: 2025, value: '50' })
  const in2030 = milestone({ year: 2030, value: '100' })
  const in2028 = milestone({ year: 2028, value: '80' })
  const track = (first: Milestone[], second: Milestone[]) =>
    promisedMilestones([
      { seq: 10, milestones: first },
      { seq: 20, milestones: second },
    ]).map(({ original, promised }) => [
      promised.milestone.year,
      original?.milestone.year ?? null,
      promised.baselineSeq,
    ])

  it('is the one of the same year, wherever it stood', () => {
    expect(track([in2030, in2025], [{ ...in2025, value: '45' }, in2030])).toEqual([
      [2025, 2025, 10],
      [2030, null, 10],
    ])
  })
  it('is the one at the same position where the deadline moved', () => {
    expect(track([in2025, in2030], [in2025, { ...in2030, year: 2035 }])).toEqual([
      [2025, null, 10],
      [2035, 2030, 10],
    ])
  })
  it('is none where a milestone was put between others', () => {
    expect(track([in2025, in2030], [in2025, in2028, in2030])).toEqual([
      [2025, null, 10],
      [2028, null, 20],
      [2030, null, 10],
    ])
  })
  it('is the promise of the revision that added it', () => {
    const lowered = { ...in2028, value: '70' }
    const tracked = promisedMilestones([
      { seq: 10, milestones: [in2025] },
      { seq: 20, milestones: [in2025, in2028] },
      { seq: 30, milestones: [in2025, lowered] },
    ])
    expect(tracked[1]?.original).toEqual({ milestone: in2028, baselineSeq: 20 })
  })
})
