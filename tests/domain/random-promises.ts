import fc from 'fast-check'
import { roundHalfAway, toFraction } from '../../server/domain/decimal.ts'
import type { Figure, FigureText, Milestone, ProgressInput } from '../../server/domain/model.ts'
import type { Comparator } from '../../server/domain/words.ts'
import { baselineOf, figure, milestone } from './pledge.ts'

/** The year of every baseline. */
export const START = 2020

/** A figure with at most three places, small enough for coincidences: equal figures are an edge too. */
const figureText = fc
  .record({ units: fc.integer({ min: -3000, max: 3000 }), places: fc.integer({ min: 0, max: 3 }) })
  .map(({ units, places }) => toText(units, places))

const toText = (units: number, places: number): FigureText =>
  roundHalfAway(toFraction(String(units)).div(10 ** places), 3)

const figures = fc
  .uniqueArray(fc.tuple(fc.integer({ min: START - 1, max: START + 11 }), figureText, fc.boolean()), {
    selector: ([year]) => year,
    maxLength: 8,
  })
  .map((rows): Figure[] => rows.map(([year, value, provisional]) => figure({ year, value, provisional })))

const rising: fc.Arbitrary<Milestone> = fc
  .record({
    comparator: fc.constantFrom<Comparator>('at-least', 'more-than', 'about', 'between'),
    year: fc.integer({ min: START + 1, max: START + 10 }),
    ends: fc.tuple(figureText, figureText),
    tolerance: fc.constantFrom(null, '0', '0.1'),
    baseline: fc.option(figureText, { freq: 8 }),
  })
  .map(({ comparator, year, ends: [one, other], tolerance, baseline }) => {
    const [low, high] = toFraction(one).lte(toFraction(other)) ? [one, other] : [other, one]
    const valueHigh = comparator === 'between' ? high : null
    return milestone({
      year,
      comparator,
      value: low,
      valueHigh,
      tolerance,
      baseline: baseline === null ? null : baselineOf([START, baseline]),
    })
  })

/** A rising promise of kind level, cumulative or flow, with its figures. */
export const promises: fc.Arbitrary<ProgressInput> = fc
  .record({
    kind: fc.constantFrom('level', 'cumulative', 'flow'),
    promised: rising.map((made) => ({ milestone: made, baselineSeq: 1 })),
    figures,
    nowYear: fc.integer({ min: START, max: START + 13 }),
  })
  .map(({ kind, ...rest }) => ({
    ...rest,
    indicator: { kind, better: 'higher', unitZh: '项', unitEn: 'items', decimals: 1 },
    original: null,
  }))
