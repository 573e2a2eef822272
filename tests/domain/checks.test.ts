import { describe, expect, it } from 'vitest'
import { checkFigure } from '../../server/domain/checks/checks.ts'
import { tellFinding } from '../../server/domain/checks/telling.ts'
import type { Language } from '../../server/domain/labels.ts'
import {
  assertBreaksEndComparison,
  assertEveryFindingIsTold,
  assertGravestOnly,
  assertSuggestionsAreFigures,
  codesOf,
  entered,
  type Scene,
} from './checked-figures.ts'

type Row = [what: string, value: string | null, scene: Scene, codes: string[]]

const CUMULATIVE = { kind: 'cumulative', decimals: 0, min: '0' } as const
const FLOW = { kind: 'flow', decimals: 0, min: '0' } as const
const SHARE = { unitZh: '%', unitEn: '%', min: '0', max: '100' } as const
const CUT = { kind: 'change', better: 'lower', decimals: 1, min: '-100' } as const
const DONE = { kind: 'done', decimals: 0, min: '0', max: '1', unitZh: '', unitEn: '' } as const

const check = (rows: Row[]) =>
  it.each(rows)('%s', (_, value, scene, codes) => {
    expect(codesOf(value, scene)).toEqual(codes)
  })

describe('malformed, and refused while typing', () => {
  check([
    ['a figure of this year is well formed', '5', { figure: { year: 2026 } }, []],
    ['a future year', '5', { figure: { year: 2027 } }, ['future-year']],
    ['a missing figure of a future year', null, { figure: { year: 2027 } }, ['future-year']],
    ['a change of a level', '5', { figure: { measure: 'yoy' } }, ['measure-does-not-fit']],
    ['a value of a change', '5', { indicator: CUT, figure: { measure: 'value' } }, ['measure-does-not-fit']],
    ['a change on the year before', '-5', { indicator: CUT, figure: { measure: 'yoy' } }, []],
    ['a change against an earlier year', '-5', { indicator: CUT, figure: { measure: 'since:2020' } }, []],
    [
      'a change against the same year',
      '-5',
      { indicator: CUT, figure: { measure: 'since:2025' } },
      ['measure-does-not-fit'],
    ],
    ['half built', '0.5', { indicator: DONE }, ['not-built-or-not']],
    ['built in another form', '1.0', { indicator: DONE }, ['not-built-or-not']],
    ['built', '1', { indicator: DONE }, []],
    ['a missing figure', null, { before: ['5'] }, []],
  ])
})

describe('refused at submission', () => {
  check([
    ['a share above 100', '100.1', { indicator: SHARE }, ['outside-bounds']],
    ['a share of exactly 100', '100', { indicator: SHARE }, []],
    ['a level below its least', '-1', { indicator: { min: '0' } }, ['outside-bounds']],
    ['a cut of more than everything', '-100.1', { indicator: CUT }, ['outside-bounds']],
    ['a negative flow, said once', '-1', { indicator: FLOW }, ['negative-flow']],
    ['a negative running total', '-1', { indicator: { kind: 'cumulative', min: null } }, ['negative-flow']],
    ['a running total below the last', '62', { indicator: CUMULATIVE, before: ['60', '63'] }, ['falling-total']],
    [
      'a running total below one two years ago',
      '62',
      { indicator: CUMULATIVE, before: ['63', null] },
      ['falling-total'],
    ],
    [
      'a running total above a later one',
      '71',
      { indicator: CUMULATIVE, before: ['63'], others: [{ year: 2026, value: '70' }] },
      ['falling-total'],
    ],
    [
      'a running total that stands still is asked',
      '63',
      { indicator: CUMULATIVE, before: ['63'] },
      ['same-as-last-year'],
    ],
    [
      'a running total that a later one equals',
      '70',
      { indicator: CUMULATIVE, before: ['63'], others: [{ year: 2026, value: '70' }] },
      [],
    ],
    [
      'a running total after a break',
      '5',
      { indicator: CUMULATIVE, before: ['63'], figure: { breakBefore: true } },
      [],
    ],
    [
      'a running total before a break',
      '71',
      { indicator: CUMULATIVE, others: [{ year: 2026, value: '7', breakBefore: true }] },
      [],
    ],
    ['a flow may fall', '1', { indicator: FLOW, before: ['3', '2'] }, []],
  ])
})

describe('about a power of ten of the last figure', () => {
  check([
    ['ten times', '289.30', { before: ['28.90'] }, ['scale-jump']],
    ['a tenth', '2.893', { before: ['28.90'] }, ['scale-jump']],
    ['a hundred times', '2893', { before: ['28.90'] }, ['scale-jump']],
    ['ten thousand times', '289300', { before: ['28.90'] }, ['scale-jump']],
    ['a hundred million times', '2893000000', { before: ['28.90'] }, ['scale-jump']],
    ['15 % beyond ten times', '11.5', { indicator: FLOW, before: ['1.00'] }, ['scale-jump']],
    ['more than that, of a flow', '11.51', { indicator: { ...FLOW, decimals: 2 }, before: ['1.00'] }, []],
    ['15 % short of ten times', '8.5', { indicator: { ...FLOW, decimals: 1 }, before: ['1.0'] }, ['scale-jump']],
    ['nothing and something', '10', { indicator: FLOW, before: ['0'] }, []],
    ['on the other side of zero', '-10', { before: ['1'], indicator: { better: 'lower' } }, ['far-from-history']],
    ['a small change in percent', '-0.4', { indicator: CUT, before: ['-3.8'] }, []],
    ['a large change in percent', '-34', { indicator: CUT, before: ['-3.4'] }, ['scale-jump']],
    ['a change of 10 % is large', '-10', { indicator: CUT, before: ['-1.0'] }, ['scale-jump']],
    [
      'without an earlier figure, the next later one',
      '289',
      { others: [{ year: 2026, value: '28.9' }] },
      ['scale-jump'],
    ],
    ['after a break', '289', { before: ['28.9'], figure: { breakBefore: true } }, []],
    [
      'across an earlier break',
      '289',
      { before: ['28.9', null], others: [{ year: 2025, measure: 'other', breakBefore: true }] },
      [],
    ],
  ])
  it.each([
    ['289.30', '28.90', '28.93'],
    ['2.890', '28.90', '28.9'],
    ['2810', '267', '281'],
    ['28', '267', '280'],
    ['281', '28', null],
    ['281', '28.0', '28.1'],
  ])('%s after %s suggests %s: no more digits after the point than the series has', (value, last, suggestion) => {
    const [finding] = checkFigure(entered(value, { before: [last], indicator: { decimals: 0 } }))
    expect(finding).toMatchObject({ code: 'scale-jump', suggestion })
  })
  it('suggests nothing beyond the bounds, and suggests beside a bound that is passed', () => {
    expect(checkFigure(entered('9', { indicator: { ...SHARE, max: '80' }, before: ['90.00'] }))).toMatchObject([
      { code: 'scale-jump', suggestion: null },
    ])
    expect(checkFigure(entered('891', { indicator: SHARE, before: ['88.60'] }))).toMatchObject([
      { code: 'outside-bounds', bound: '100', suggestion: '89.1' },
    ])
  })
})

describe('far from its own history', () => {
  const COUNT = { decimals: 0 }
  const RESTLESS = Array.from({ length: 14 }, (_, index) => (index % 2 === 0 ? '50' : '100'))
  const CALM = Array.from({ length: 10 }, (_, index) => `${101 + index}`)
  check([
    // Changes of 2, 3, 1 and 2: usually 2, so that a change of more than 10 is far, if it is more than 20 %.
    ['as every year', '30', { indicator: COUNT, before: ['20', '22', '25', '26', '28'] }, []],
    ['exactly 5 times the usual change', '38', { indicator: COUNT, before: ['20', '22', '25', '26', '28'] }, []],
    ['beyond it', '39', { indicator: COUNT, before: ['20', '22', '25', '26', '28'] }, ['far-from-history']],
    ['beyond it over two years', '39', { indicator: COUNT, before: ['20', '22', '25', '26', '28', null] }, []],
    [
      'beyond it, but within 20 % of the last',
      '1015',
      { indicator: COUNT, before: ['1000', '1001', '1002', '1003'] },
      [],
    ],
    [
      'a far fall is not asked again for its direction',
      '10',
      { indicator: COUNT, before: ['20', '22', '25', '26', '28'] },
      ['far-from-history'],
    ],
    ['a series that never changed allows five units', '5', { indicator: FLOW, before: ['1', '1', '1', '1'] }, []],
    ['and no more', '7', { indicator: FLOW, before: ['1', '1', '1', '1'] }, ['far-from-history']],
    [
      'three earlier figures of a running total are too few',
      '50',
      { indicator: CUMULATIVE, before: ['3', '9', '13'] },
      [],
    ],
    ['a level of few figures, within 5 times', '5', { before: ['1.00'] }, []],
    ['a level of few figures, beyond', '5.01', { before: ['1.00'] }, ['far-from-history']],
    ['a level of few figures, below a fifth', '0.19', { before: ['1.00'] }, ['far-from-history']],
    [
      'four earlier figures after a break count alone',
      '39',
      { indicator: COUNT, before: ['20', '22', '25'], others: [{ year: 2024, value: '28', breakBefore: true }] },
      [],
    ],
    // Changes of 1, 1, 3 and 3: usually 2.
    [
      'the median of an even number',
      '39',
      { indicator: COUNT, before: ['20', '21', '22', '25', '28'] },
      ['far-from-history'],
    ],
    // 2 a year, although 4 from one figure to the next.
    [
      'changes are those of a year',
      '43',
      { indicator: COUNT, before: ['20', null, '24', null, '28', null, '32'] },
      ['far-from-history'],
    ],
    ['exactly 20 % of the last figure', '1200', { indicator: COUNT, before: ['997', '998', '999', '1000'] }, []],
    [
      'the latest ten figures count, however the years before were',
      '140',
      { indicator: COUNT, before: [...RESTLESS, ...CALM] },
      ['far-from-history'],
    ],
    ['built or not has no history', '1', { indicator: DONE, before: ['0', '0', '0', '0'] }, []],
  ])
})

describe('against the better direction', () => {
  check([
    ['a lower level where higher is better', '61.30', { before: ['62.18'] }, ['worse-direction']],
    [
      'a higher level where lower is better',
      '62.18',
      { indicator: { better: 'lower' }, before: ['61.30'] },
      ['worse-direction'],
    ],
    ['a better level', '62.18', { before: ['61.30'] }, []],
    ['a smaller flow', '1', { indicator: FLOW, before: ['3'] }, []],
    [
      'a rise on the year before where a fall is wanted',
      '0.5',
      { indicator: CUT, before: ['-3.4'] },
      ['worse-direction'],
    ],
    ['a smaller fall', '-0.5', { indicator: CUT, before: ['-3.4'] }, []],
    ['no change', '0', { indicator: CUT, before: ['-3.4'] }, []],
    ['a rise against a base year', '0.5', { indicator: CUT, figure: { measure: 'since:2020' } }, ['worse-direction']],
    [
      'less of a fall against a base year than before',
      '-5.0',
      { indicator: CUT, figure: { measure: 'since:2020' }, before: ['-5.9'] },
      ['worse-direction'],
    ],
    ['built, and now not built', '0', { indicator: DONE, before: ['1'] }, ['worse-direction']],
    ['not built again', '0', { indicator: DONE, before: ['0'] }, []],
  ])
})

describe('the form of the number', () => {
  check([
    ['a fraction of an enterprise', '5.5', { indicator: { decimals: 0 }, before: ['5'] }, ['fraction-of-count']],
    ['a whole number with zeros', '6.0', { indicator: { decimals: 0 }, before: ['5'] }, []],
    ['a ratio that has the unit of a count', '5.5', { indicator: { decimals: 2 }, before: ['5.01'] }, []],
    ['money', '5.5', { indicator: { decimals: 0, unitZh: '亿元' }, before: ['5.0'] }, []],
    ['more digits than the series', '20.125', { before: ['20.1', '20.12'] }, ['more-decimals']],
    ['more zeros than the series', '20.50', { before: ['20.1', '20.2'] }, []],
    ['no series', '20.125', {}, []],
  ])
})

describe('exactly last year’s figure', () => {
  check([
    ['the same', '20.12', { before: ['20.12'] }, ['same-as-last-year']],
    ['the same number in another form', '20.120', { before: ['20.12'] }, ['same-as-last-year']],
    ['the same as two years ago', '20.12', { before: ['20.12', null] }, []],
    ['the same flow', '1', { indicator: FLOW, before: ['1'] }, ['same-as-last-year']],
    ['nothing new, again', '0', { indicator: FLOW, before: ['0'] }, []],
    ['not built, again', '0', { indicator: DONE, before: ['0'] }, []],
    ['the same change', '-3.8', { indicator: CUT, before: ['-3.8'] }, ['same-as-last-year']],
    [
      'the same as a figure that itself follows a break',
      '20.12',
      { others: [{ value: '20.12', breakBefore: true }] },
      ['same-as-last-year'],
    ],
    [
      'the same as a figure of another measure',
      '-3.8',
      { indicator: CUT, others: [{ value: '-3.8', measure: 'since:2020' }] },
      [],
    ],
    ['the same after a break', '20.12', { before: ['20.12'], figure: { breakBefore: true } }, []],
  ])
})

describe('a correction', () => {
  check([
    ['that keeps the value is asked nothing', '20.12', { before: ['20.12'], replaced: '20.120' }, []],
    [
      'that changes it is asked as any figure',
      '20.12',
      { before: ['20.12'], replaced: '20.13' },
      ['same-as-last-year'],
    ],
    [
      'that keeps what is refused is refused',
      '62',
      { indicator: CUMULATIVE, before: ['63'], replaced: '62' },
      ['falling-total'],
    ],
  ])
})

describe('what is said', () => {
  const told = (language: Language, value: string, scene: Scene) =>
    checkFigure(entered(value, scene)).map((finding) => tellFinding(finding, language))
  const tenTimes: Scene = { before: ['28.90'] }
  const same: Scene = { before: ['20.12'] }
  it('is what is, then what to do', () => {
    expect(told('zh-CN', '20.12', same)).toEqual(['与 2024 年的 20.12 完全相同。确实没有变化，请在此说明后再提交。'])
    expect(told('en', '20.12', same)).toEqual([
      'Exactly the same as 20.12 in 2024. If nothing changed, say so here before submitting.',
    ])
    expect(told('zh-CN', '289.30', tenTimes)).toEqual([
      '是 2024 年 28.90 的 10.0 倍，可能多写了一位。要改成 28.93，还是确为 289.30？',
    ])
    expect(told('en', '289.30', tenTimes)).toEqual([
      'This is 10.0 times the 28.90 in 2024: perhaps one digit too many. Is it 28.93, or really 289.30?',
    ])
    expect(told('zh-CN', '2.89', tenTimes)).toEqual([
      '2024 年的 28.90 是它的 10.0 倍，可能少写了一位。要改成 28.9，还是确为 2.89？',
    ])
  })
  it.each<[string, Scene, string]>([
    ['101', { indicator: SHARE }, '101 高于上限 100%。请核对后重填。'],
    ['891', { indicator: SHARE, before: ['88.60'] }, '891 高于上限 100%。是否应为 89.1？请核对后重填。'],
    ['-1', { indicator: FLOW }, '当年新增不能小于 0。请核对；没有新增，请填 0。'],
    [
      '62',
      { indicator: CUMULATIVE, before: ['63'] },
      '累计值不能减少，现低于 2024 年的 63。若填了当年新增，请改填累计值；若 2024 年有误，请先更正该年；口径有变，请注明口径变更。',
    ],
    [
      '39',
      { indicator: { decimals: 0 }, before: ['20', '22', '25', '26', '28'] },
      '比 2024 年的 28 多 11，以往每年变动一般在 2 左右。请核对；确实如此，请在此说明。',
    ],
    [
      '61.30',
      { before: ['62.18'] },
      '比 2024 年的 62.18 有所下降，而这项指标以提高为好。请核对；确实如此，请在此说明。',
    ],
    ['0.5', { indicator: CUT, before: ['-3.4'] }, '0.5% 是上升，而这项指标以降低为好。请核对；确实如此，请在此说明。'],
    ['0', { indicator: DONE, before: ['1'] }, '2024 年已填建成，现填未建成。请核对；确实如此，请在此说明。'],
    ['20.125', { before: ['20.12'] }, '有 3 位小数，其他年份至多 2 位。请核对；确实如此，请在此说明。'],
  ])('of %s with %j', (value, scene, sentence) => {
    expect(told('zh-CN', value, scene)).toEqual([sentence])
  })
})

describe('for any figures of up to 30 digits', () => {
  const RUNS = 2000
  it('no check fails, and each finding is told in both languages', () => assertEveryFindingIsTold(RUNS))
  it('only the gravest kind is said, and nothing twice', () => assertGravestOnly(RUNS))
  it('a suggestion is a figure within the bounds', () => assertSuggestionsAreFigures(RUNS))
  it('nothing is compared across a break', () => assertBreaksEndComparison(RUNS))
})
