import fc from 'fast-check'
import { toFraction } from '../../server/domain/decimal.ts'
import type {
  Baseline,
  Figure,
  FigureText,
  Milestone,
  ProgressInput,
  PromisedMilestone,
} from '../../server/domain/model.ts'
import {
  BASELINE_BASES,
  type Better,
  type Comparator,
  DIRECTIONS,
  KINDS,
  type Kind,
} from '../../server/domain/words.ts'
import { baselineOf, figure, milestone } from './pledge.ts'

// Everything that the API takes, however unlikely: 30 digits, any years, any order.

const digits = (length: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom('0', '0', '1', '2', '5', '8', '9', '9'), ...length })

const edgeFigure = fc.constantFrom(
  ...['0', '-0', '0.0', '1', '-1', '-100', '9'.repeat(30), `-${'9'.repeat(30)}`, `0.${'0'.repeat(28)}1`],
)

/** A canonical figure of at most 30 digits; the longest and the smallest as often as the rest. */
const legalFigure: fc.Arbitrary<FigureText> = fc.oneof(
  edgeFigure,
  fc
    .record({
      minus: fc.boolean(),
      whole: digits({ minLength: 1, maxLength: 15 }),
      rest: digits({ minLength: 0, maxLength: 15 }),
    })
    .map(({ minus, whole, rest }) => `${minus ? '-' : ''}${whole.replace(/^0+(?=.)/, '')}${rest && `.${rest}`}`),
)

const year = fc.oneof(fc.integer({ min: 2000, max: 2035 }), fc.constantFrom(1900, 2035, 2200))
/** The year of most baselines, so that many chains hold. */
const BASE = 2005

const baselineFor = (kind: Kind): fc.Arbitrary<Baseline> =>
  fc.record({
    year: fc.oneof(fc.constant(BASE), year),
    value: kind === 'change' ? fc.constant('0') : legalFigure,
    basis: fc.constantFrom(...BASELINE_BASES),
    quote: fc.constant(null),
    reason: fc.constant(null),
  })

const comparatorsFor = (better: Better): Comparator[] => [
  'more-than',
  'about',
  'between',
  better === 'higher' ? 'at-least' : 'at-most',
]

const milestoneFor = (kind: Kind, better: Better): fc.Arbitrary<Milestone> =>
  fc
    .record({
      year,
      comparator: fc.constantFrom(...comparatorsFor(better)),
      ends: fc.tuple(legalFigure, legalFigure),
      isQuantified: fc.constantFrom(true, true, true, false),
      tolerance: fc.constantFrom(null, '0', '0.1', '1', `0.${'3'.repeat(29)}`),
      baseline: fc.option(baselineFor(kind), { freq: 8 }),
    })
    .map(({ ends: [one, other], isQuantified, comparator, tolerance, ...rest }) => {
      const [low, high] = toFraction(one).lte(toFraction(other)) ? [one, other] : [other, one]
      return milestone({
        ...rest,
        comparator,
        value: isQuantified ? low : null,
        valueHigh: isQuantified && comparator === 'between' ? high : null,
        tolerance: comparator === 'about' ? tolerance : null,
      })
    })

const promisedFor = (kind: Kind, better: Better): fc.Arbitrary<PromisedMilestone> =>
  fc.record({ milestone: milestoneFor(kind, better), baselineSeq: fc.integer({ min: 1, max: 9 }) })

const figureFor = (kind: Kind): fc.Arbitrary<Omit<Figure, 'id' | 'year'>> =>
  fc.record({
    measure: fc.constantFrom(...(kind === 'change' ? ['yoy', 'yoy', 'yoy', `since:${BASE}`] : ['value'])),
    value: kind === 'done' ? fc.constantFrom('0', '1') : legalFigure,
    provisional: fc.boolean(),
    breakSeq: fc.constantFrom(null, null, null, null, 5),
  })

const plain = (value: FigureText) => ({ measure: 'yoy', value, provisional: false, breakSeq: null })

/** One figure a year from the base year on, of a change also the same extreme one each year; or any figures of any years. */
const figuresFor = (kind: Kind): fc.Arbitrary<Figure[]> =>
  fc.oneof(
    fc
      .oneof(
        fc.array(figureFor(kind), { maxLength: 25 }),
        ...(kind === 'change' ? [edgeFigure.map((value) => Array.from({ length: 20 }, () => plain(value)))] : []),
      )
      .map((rows) => rows.map((row, at) => figure({ ...row, year: BASE + 1 + at }))),
    fc
      .uniqueArray(fc.tuple(year, figureFor(kind)), {
        selector: ([ofYear, { measure }]) => `${ofYear} ${measure}`,
        maxLength: 25,
      })
      .map((rows) => rows.map(([ofYear, row]) => figure({ ...row, year: ofYear }))),
  )

export const legalInputs: fc.Arbitrary<ProgressInput> = fc
  .tuple(fc.constantFrom(...KINDS), fc.constantFrom(...DIRECTIONS), fc.integer({ min: 0, max: 6 }))
  .chain(([kind, better, decimals]) =>
    fc.record({
      indicator: fc.constant({ kind, better, decimals, unitZh: '项', unitEn: 'items' }),
      promised: promisedFor(kind, better),
      original: fc.option(promisedFor(kind, better)),
      figures: figuresFor(kind),
      nowYear: year,
    }),
  )

/** Twenty years of the greatest rise that can be entered: a share of more than 10^500. */
export const GREATEST_RISE: ProgressInput = {
  indicator: { kind: 'change', better: 'higher', decimals: 1, unitZh: '%', unitEn: '%' },
  promised: { milestone: milestone({ baseline: baselineOf([BASE, '0']) }), baselineSeq: 1 },
  original: null,
  figures: Array.from({ length: 20 }, (_, at) => figure({ year: BASE + 1 + at, ...plain('9'.repeat(30)) })),
  nowYear: 2026,
}
