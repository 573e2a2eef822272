import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDerivedFigure, toFraction } from '../../server/domain/decimal.ts'
import { rollUpFlaws } from '../../server/domain/roll-up-flaws.ts'
import { isComplete, type RegionFigure, type RolledRegion, rollUpOf } from '../../server/domain/roll-up.ts'

const figure = (value: string | null, part: Partial<RegionFigure> = {}): RegionFigure => ({
  value,
  missingReason: value === null ? 'not-collected' : null,
  provisional: false,
  breakBefore: false,
  sample: false,
  ...part,
})

interface Given {
  own?: string | RegionFigure | null
  weight?: string
  below?: Record<string, Given>
}

/** `{own: '3', weight: '2', below: {…}}` as a region; `own: null` is missing with a reason. */
const region = (code: string, { own, weight, below = {} }: Given): RolledRegion => ({
  code,
  own: own === undefined ? undefined : typeof own === 'string' || own === null ? figure(own) : own,
  weight: weight === undefined ? undefined : figure(weight),
  children: Object.entries(below).map(([name, given]) => region(name, given)),
})

const told = (given: Record<string, Given>, rule: 'sum' | 'weighted-mean') => {
  const rolled = rollUpOf(region('top', { own: '999', below: given }), rule)
  if (rolled === null) return null
  const { value, covered, of, lacking, partial } = rolled
  return {
    value: toDerivedFigure(value, 2),
    covered: `${covered}/${of}`,
    lacking: lacking.map(({ code, reason }) => `${code} ${reason}`),
    partial,
  }
}

describe('a sum of the regions below', () => {
  it.each<[string, Record<string, Given>, ReturnType<typeof told>]>([
    [
      'adds exact decimals',
      { a: { own: '0.1' }, b: { own: '0.2' } },
      { value: '0.3', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'names who has no figure, and never counts them as zero',
      { a: { own: '5' }, b: {}, c: { own: null } },
      { value: '5', covered: '1/3', lacking: ['b no-figure', 'c not-collected'], partial: [] },
    ],
    [
      'takes who has no figure of its own from those below it',
      { a: { own: '5' }, b: { below: { b1: { own: '2' }, b2: { own: '3' } } } },
      { value: '10', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'says who is in it with a part of those below only',
      { a: { own: '5' }, b: { below: { b1: { own: '2' }, b2: {} } } },
      { value: '7', covered: '2/2', lacking: [], partial: ['b'] },
    ],
    [
      'takes a figure of its own before those below it',
      { a: { own: '5', below: { a1: { own: '1' } } } },
      { value: '5', covered: '1/1', lacking: [], partial: [] },
    ],
    [
      'takes figures below where its own is missing with a reason',
      { a: { own: null, below: { a1: { own: '1' } } } },
      { value: '1', covered: '1/1', lacking: [], partial: [] },
    ],
    [
      'tells a zero from nothing',
      { a: { own: '0' }, b: {} },
      { value: '0', covered: '1/2', lacking: ['b no-figure'], partial: [] },
    ],
    ['is none without any figure', { a: {}, b: { below: { b1: {} } } }, null],
    ['is none without regions below', {}, null],
  ])('%s', (_law, given, expected) => {
    expect(told(given, 'sum')).toEqual(expected)
  })
})

describe('a mean weighted by another indicator', () => {
  it.each<[string, Record<string, Given>, ReturnType<typeof told>]>([
    [
      'weighs each figure',
      { a: { own: '1', weight: '300' }, b: { own: '2', weight: '100' } },
      { value: '1.25', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'is rounded as derived figures are, half away from zero',
      { a: { own: '1', weight: '1' }, b: { own: '2', weight: '2' } },
      { value: '1.6667', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'leaves out what nothing weighs, and says so',
      { a: { own: '1', weight: '4' }, b: { own: '9' }, c: { own: '9', weight: '-1' }, d: { weight: '3' } },
      { value: '1', covered: '1/4', lacking: ['b no-weight', 'c no-weight', 'd no-figure'], partial: [] },
    ],
    [
      'weighs who was rolled up by the weights of its parts',
      { a: { own: '1', weight: '2' }, b: { below: { b1: { own: '4', weight: '1' }, b2: { own: '7', weight: '1' } } } },
      { value: '3.25', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'or by a weight of its own',
      { a: { own: '1', weight: '2' }, b: { weight: '6', below: { b1: { own: '5', weight: '1' } } } },
      { value: '4', covered: '2/2', lacking: [], partial: [] },
    ],
    [
      'says that nothing weighs the figures below',
      { a: { own: '1', weight: '2' }, b: { below: { b1: { own: '5' } } } },
      { value: '1', covered: '1/2', lacking: ['b no-weight'], partial: [] },
    ],
    ['is none where all weigh nothing', { a: { own: '1', weight: '0' } }, null],
  ])('%s', (_law, given, expected) => {
    expect(told(given, 'weighted-mean')).toEqual(expected)
  })

  it('carries every mark of what is in it, of the weights too', () => {
    const marked: RolledRegion = {
      ...region('top', {}),
      children: [
        { ...region('a', { own: figure('1', { breakBefore: true }) }), weight: figure('1', { provisional: true }) },
        { ...region('b', { own: figure('2', { sample: true }) }), weight: figure('1') },
      ],
    }
    const { provisional, breakBefore, sample } = rollUpOf(marked, 'weighted-mean') ?? {}
    expect({ provisional, breakBefore, sample }).toEqual({ provisional: true, breakBefore: true, sample: true })
    expect(rollUpOf(region('top', { below: { a: { own: '1' } } }), 'sum')).toMatchObject({
      provisional: false,
      breakBefore: false,
      sample: false,
    })
  })
})

describe('laws of roll-ups', () => {
  const value = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => `${hundredths / 100}`)
  const weight = fc.integer({ min: 1, max: 1000 }).map(String)
  const leaf = fc.record({ own: value, weight })
  const leaves = fc.array(leaf, { minLength: 1, maxLength: 6 })
  const named = (all: readonly Given[]) => Object.fromEntries(all.map((one, at) => [`r${at}`, one]))
  const rolled = (all: readonly Given[], rule: 'sum' | 'weighted-mean') => {
    const found = rollUpOf(region('top', { below: named(all) }), rule)
    if (found === null) throw new Error('nothing was rolled up')
    return found
  }

  it.each(['sum', 'weighted-mean'] as const)('%s: one of parts is that of the whole', (rule) => {
    fc.assert(
      fc.property(fc.array(leaves, { minLength: 1, maxLength: 4 }), (groups) => {
        const parts = groups.map((group) => ({ below: named(group) }))
        expect(rolled(parts, rule).value.equals(rolled(groups.flat(), rule).value)).toBe(true)
      }),
    )
  })

  it.each(['sum', 'weighted-mean'] as const)('%s: the order of the regions does not matter', (rule) => {
    fc.assert(
      fc.property(leaves, (all) => {
        expect(rolled(all, rule).value.equals(rolled(all.toReversed(), rule).value)).toBe(true)
      }),
    )
  })

  it('a mean lies between the smallest and the largest figure', () => {
    fc.assert(
      fc.property(leaves, (all) => {
        const { value: mean } = rolled(all, 'weighted-mean')
        const figures = all.map(({ own }) => toFraction(own))
        expect(figures.some((one) => one.lte(mean)) && figures.some((one) => one.gte(mean))).toBe(true)
      }),
    )
  })

  it('everyone below is either in it or named, and it is complete where nobody is named', () => {
    const maybe = fc.record({
      own: fc.option(value, { nil: undefined }),
      weight: fc.option(weight, { nil: undefined }),
    })
    fc.assert(
      fc.property(
        fc.array(maybe, { maxLength: 6 }),
        fc.constantFrom('sum' as const, 'weighted-mean' as const),
        (all, rule) => {
          const given = all.map(({ own, weight }) => ({ ...(own && { own }), ...(weight && { weight }) }))
          const found = rollUpOf(region('top', { below: named(given) }), rule)
          if (found === null) return
          expect(found.covered + found.lacking.length).toBe(all.length)
          expect(isComplete(found)).toBe(found.lacking.length === 0)
        },
      ),
    )
  })
})

describe('how an indicator is declared to be rolled up', () => {
  const kinds = new Map([
    ['gdp', 'level'],
    ['fall', 'change'],
  ] as const)
  const declared = { code: 'rd', kind: 'level', rollUp: 'none', weightIndicatorCode: null } as const

  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a sum', { rollUp: 'sum' }, []],
    ['a mean with what weighs it', { rollUp: 'weighted-mean', weightIndicatorCode: 'gdp' }, []],
    ['a sum of changes', { kind: 'change', rollUp: 'sum' }, ['rollUp roll-up-and-kind']],
    ['a sum of what is built or not', { kind: 'done', rollUp: 'sum' }, ['rollUp roll-up-and-kind']],
    ['a mean without what weighs it', { rollUp: 'weighted-mean' }, ['weightIndicatorCode weight-needed']],
    ['a weight of a sum', { rollUp: 'sum', weightIndicatorCode: 'gdp' }, ['weightIndicatorCode weight-not-taken']],
    ['a weight of nothing', { weightIndicatorCode: 'gdp' }, ['weightIndicatorCode weight-not-taken']],
    [
      'itself as weight',
      { rollUp: 'weighted-mean', weightIndicatorCode: 'rd' },
      ['weightIndicatorCode weight-of-itself'],
    ],
    [
      'a weight that does not exist',
      { rollUp: 'weighted-mean', weightIndicatorCode: 'no-such' },
      ['weightIndicatorCode unknown-indicator'],
    ],
    [
      'a change as weight',
      { rollUp: 'weighted-mean', weightIndicatorCode: 'fall' },
      ['weightIndicatorCode weight-kind'],
    ],
  ])('%s: %j', (_what, part, flaws) => {
    const found = rollUpFlaws({ ...declared, ...part }, (code) => new Map<string, 'level' | 'change'>(kinds).get(code))
    expect(found.map(({ path, code }) => `${path} ${code}`)).toEqual(flaws)
  })
})
