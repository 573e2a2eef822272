import { describe, expect, it } from 'vitest'
import { nextMilestone, promisedMilestones } from '../../server/domain/milestones.ts'
import type { Milestone } from '../../server/domain/model.ts'
import { progressOf } from '../../server/domain/progress.ts'
import type { Status } from '../../server/domain/words.ts'
import { baselineOf, milestone, pledge } from './pledge.ts'

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

describe('a promise that was dropped', () => {
  const of = (year: number, value = String(year - 2000), fields: Partial<Milestone> = {}) =>
    milestone({ year, value, ...fields })
  const originals = (...versions: Milestone[][]) =>
    promisedMilestones(versions.map((milestones, at) => ({ seq: (at + 1) * 10, milestones }))).map(
      ({ promised, original }) => [
        promised.milestone.year,
        original && `${original.milestone.value} by ${original.milestone.year}, ${original.baselineSeq}`,
      ],
    )

  it.each<[string, Milestone[][], ReturnType<typeof originals>]>([
    ['is seen at the next one', [[of(2025), of(2030)], [of(2030)]], [[2030, '25 by 2025, 10']]],
    ['is seen at the last one where none follows', [[of(2025), of(2030)], [of(2025)]], [[2025, '30 by 2030, 10']]],
    [
      'is seen at the next one where another was added after that',
      [
        [of(2025), of(2030)],
        [of(2030), of(2035)],
      ],
      [
        [2030, '25 by 2025, 10'],
        [2035, null],
      ],
    ],
    [
      'went on where only its year moved',
      [
        [of(2025), of(2030)],
        [of(2027), of(2030)],
      ],
      [
        [2027, '25 by 2025, 10'],
        [2030, null],
      ],
    ],
    [
      'went on under an earlier year, too',
      [
        [of(2025), of(2030)],
        [of(2024), of(2030)],
      ],
      [
        [2024, '25 by 2025, 10'],
        [2030, null],
      ],
    ],
    [
      'went on as the last of those that were put in its place',
      [[of(2030)], [of(2028), of(2035)]],
      [
        [2028, null],
        [2035, '30 by 2030, 10'],
      ],
    ],
    [
      'leaves alone a milestone that was itself revised',
      [
        [of(2025), of(2030), of(2035)],
        [of(2030, '29'), of(2035)],
      ],
      [
        [2030, '30 by 2030, 10'],
        [2035, '25 by 2025, 10'],
      ],
    ],
    [
      'has no place of its own where every milestone was revised',
      [[of(2025), of(2030)], [of(2030, '29')]],
      [[2030, '30 by 2030, 10']],
    ],
    [
      'is told as it was first promised',
      [[of(2025), of(2030)], [of(2025, '24'), of(2030)], [of(2030)]],
      [[2030, '25 by 2025, 10']],
    ],
    ['is told through every year to which it moved', [[of(2025)], [of(2026)], [of(2027)]], [[2027, '25 by 2025, 10']]],
    [
      'is forgiven where it is made again',
      [[of(2025), of(2030)], [of(2030)], [of(2025), of(2030)]],
      [
        [2025, null],
        [2030, null],
      ],
    ],
    [
      'is compared with what is promised later for its year',
      [[of(2025), of(2030)], [of(2030)], [of(2025, '24'), of(2030)]],
      [
        [2025, '25 by 2025, 10'],
        [2030, null],
      ],
    ],
  ])('%s', (_, versions, expected) => {
    expect(originals(...versions)).toEqual(expected)
  })
  it('has its baseline only since it was made again', () => {
    const kept = of(2030)
    const tracked = promisedMilestones([
      { seq: 10, milestones: [of(2025), kept] },
      { seq: 20, milestones: [kept] },
      { seq: 30, milestones: [of(2025), kept] },
    ])
    expect(tracked.map(({ promised }) => promised.baselineSeq)).toEqual([30, 10])
  })
  it('is flagged, and judged beside the milestone in force', () => {
    const from = { baseline: baselineOf([2020, '20']) }
    const [tracked] = promisedMilestones([
      { seq: 10, milestones: [of(2025, '50', from), of(2030, '100', from)] },
      { seq: 20, milestones: [of(2030, '100', from)] },
    ])
    const input = pledge({ figures: { 2025: '45' }, nowYear: 2026 })
    const { flags, original } = progressOf({ ...input, ...tracked })
    expect(flags).toContain('target-revised')
    expect(original).toMatchObject({ milestone: { year: 2025, value: '50' }, status: 'missed' })
  })
})
