import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { FLAGS } from '../../server/domain/words.ts'
import { baselineOf, milestone, type Pledge, pledge } from './pledge.ts'

const flagsOf = (fields: Pledge) => progressOf(pledge(fields)).flags.join(';')
const change = { indicator: { kind: 'change', better: 'lower' }, milestone: { year: 2025, value: '-18' } } as const
const flow = { indicator: { kind: 'flow' } } as const
const done = { indicator: { kind: 'done' }, baseline: null, milestone: { year: 2025, value: '1' } } as const

describe('a flag says', () => {
  it.each<[string, Pledge, string]>([
    ['nothing where nothing is to be said', { figures: { 2024: '40', 2025: '50' } }, ''],

    [
      'met, then lost: an earlier figure fulfilled, the latest does not',
      { figures: { 2023: '100', 2025: '90' } },
      'met-then-lost',
    ],
    [
      'met, then lost, of what was built and is gone',
      { ...done, figures: { 2023: '1', 2024: '0' }, nowYear: 2025 },
      'met-then-lost',
    ],
    ['no loss where only the baseline fulfilled', { baseline: [2020, '120'], figures: { 2025: '90' } }, ''],
    [
      'no loss by a year that is told only across a break',
      {
        ...change,
        yoy: { 2021: '-1' },
        more: [
          { year: 2022, measure: 'yoy', value: '-30', breakSeq: 11 },
          { year: 2023, measure: 'since:2020', value: '-8' },
        ],
      },
      '',
    ],
    ['no loss by a figure before the baseline', { figures: { 2019: '100', 2025: '50' } }, ''],

    ['slipping: fulfilled, and worse than the point before', { figures: { 2024: '120', 2025: '110' } }, 'slipping'],
    ['slipping from the baseline', { baseline: [2020, '120'], figures: { 2025: '110' } }, 'slipping'],
    ['slipping without a baseline', { baseline: null, figures: { 2024: '120', 2025: '110' } }, 'slipping'],
    ['no slipping at a standstill', { figures: { 2024: '110', 2025: '110' } }, ''],

    [
      'awaiting: the year has ended without its figure',
      { milestone: { year: 2025 }, figures: { 2024: '80' }, nowYear: 2026 },
      'awaiting-final',
    ],
    ['awaiting also without any data', { milestone: { year: 2025 }, nowYear: 2026 }, 'awaiting-final'],
    [
      'awaiting also what was met before',
      { milestone: { year: 2025 }, figures: { 2024: '100' }, nowYear: 2026 },
      'awaiting-final',
    ],
    ['no waiting while the year lasts', { milestone: { year: 2025 }, figures: { 2024: '80' }, nowYear: 2025 }, ''],
    ['no waiting with the figure', { milestone: { year: 2025 }, figures: { 2025: '80' } }, ''],
    ['no waiting where the final figure is there and its chain is broken', { ...change, yoy: { 2025: '-4' } }, ''],
    [
      'awaiting where the final figure is against another year',
      { ...change, more: [{ year: 2025, measure: 'since:2005', value: '-50' }] },
      'awaiting-final',
    ],

    ['no age of two years', { figures: { 2022: '20' }, nowYear: 2025 }, ''],
    ['outdated: three years behind the last ended year', { figures: { 2022: '20' }, nowYear: 2026 }, 'outdated'],
    [
      'outdated against the deadline, not against now',
      { milestone: { year: 2025 }, figures: { 2023: '60' }, nowYear: 2030 },
      'awaiting-final',
    ],
    [
      'outdated three years before the deadline',
      { milestone: { year: 2025 }, figures: { 2022: '60' }, nowYear: 2030 },
      'awaiting-final;outdated',
    ],

    ['provisional of the latest figure', { more: [{ year: 2025, value: '50', provisional: true }] }, 'provisional'],
    [
      'nothing provisional of an earlier level',
      { figures: { 2025: '50' }, more: [{ year: 2024, value: '40', provisional: true }] },
      '',
    ],
    [
      'provisional of any year in a sum',
      { ...flow, figures: { 2022: '20' }, more: [{ year: 2021, value: '10', provisional: true }] },
      'provisional',
    ],
    [
      'provisional of any year in a chain',
      { ...change, yoy: { 2022: '-4' }, more: [{ year: 2021, measure: 'yoy', value: '-4', provisional: true }] },
      'provisional',
    ],
    [
      'nothing provisional of a year that the chain does without',
      {
        ...change,
        more: [
          { year: 2021, measure: 'yoy', value: '-4', provisional: true },
          { year: 2022, measure: 'since:2020', value: '-8' },
        ],
      },
      '',
    ],

    [
      'assumed: the baseline is the start of the plan',
      { basis: 'start-of-plan', figures: { 2025: '50' } },
      'assumed-baseline',
    ],
    ['assumed: the baseline was adopted', { basis: 'adopted', figures: { 2025: '50' } }, 'assumed-baseline'],
    [
      'nothing assumed of what is to be built',
      { ...done, baseline: [2020, '0'], basis: 'start-of-plan', figures: { 2025: '1' } },
      '',
    ],

    ['incomplete: a year of a sum is missing', { ...flow, figures: { 2021: '20', 2023: '20' } }, 'incomplete-years'],
    ['incomplete: its first year is missing', { ...flow, figures: { 2022: '40' } }, 'incomplete-years'],
    ['no missing years of a level', { figures: { 2022: '40' } }, ''],

    [
      'disagreement where the growth rate would give another status',
      { baseline: [2020, '20'], figures: { 2025: '45' } },
      'methods-disagree',
    ],
    ['no disagreement where it gives the same', { baseline: [2020, '20'], figures: { 2025: '60' } }, ''],
    ['no disagreement beside achieved', { baseline: [2020, '20'], figures: { 2025: '100' } }, ''],
    [
      'no disagreement beside missed',
      { baseline: [2020, '20'], milestone: { year: 2025 }, figures: { 2025: '45' } },
      '',
    ],
  ])('%s', (_, fields, flags) => {
    expect(flagsOf(fields)).toBe(flags)
  })

  it('revised: the first revision promised something else, judged by the same figures', () => {
    const first = milestone({ value: '200', baseline: baselineOf([2020, '0']) })
    const input = { ...pledge({ figures: { 2025: '50' } }), original: { milestone: first, baselineSeq: 1 } }
    const { baseline, ...goal } = first
    expect(progressOf(input)).toMatchObject({ status: 'on-track', flags: ['target-revised'] })
    expect(progressOf(input).original).toEqual({ milestone: goal, baseline, status: 'far-behind' })
  })
  it('revised, although the original cannot be assessed since the definition changed', () => {
    const first = milestone({ baseline: baselineOf([2020, '0']) })
    const input = pledge({ more: [{ year: 2025, value: '60', breakSeq: 9 }] })
    const revised = { ...input, original: { milestone: first, baselineSeq: 1 } }
    expect(progressOf(revised)).toMatchObject({ status: 'on-track', original: { status: 'not-assessable' } })
  })
  it('everything in the order of the method', () => {
    const input = pledge({
      ...flow,
      basis: 'adopted',
      milestone: { year: 2025 },
      figures: { 2021: '100' },
      more: [{ year: 2022, value: '-10', provisional: true }],
      nowYear: 2026,
    })
    const revised = { ...input, original: { milestone: milestone({}), baselineSeq: 1 } }
    const { flags } = progressOf(revised)
    expect(flags).toEqual([
      'met-then-lost',
      'awaiting-final',
      'outdated',
      'provisional',
      'assumed-baseline',
      'target-revised',
    ])
    expect(flags).toEqual(FLAGS.filter((flag) => flags.includes(flag)))
  })
})
