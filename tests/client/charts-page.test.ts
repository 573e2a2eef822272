import { describe, expect, it } from 'vitest'
import { toTargetChart } from '../../client/charts/series-points.ts'
import { targetText } from '../../client/i18n/target.ts'
import { toYearSpans } from '../../client/pages/target/chart-words.ts'
import { toStretches } from '../../client/pages/target/emphasis.ts'
import { toFigureRows } from '../../client/pages/target/figure-rows.ts'
import { toHeadline } from '../../client/pages/target/headline.ts'
import { toHistory } from '../../client/pages/target/history-entries.ts'
import { toPaceSentence } from '../../client/pages/target/pace-sentence.ts'
import { toToleranceSum } from '../../client/pages/target/tolerance.ts'
import { toWording } from '../../client/pages/target/wording.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import type { Language } from '../../server/domain/labels.ts'
import { baselineOf, detailOf, figureOf, milestoneOf } from './chart-fixture.ts'

const wordingOf = (detail: TargetDetail, language: Language = 'zh-CN') =>
  toWording(detail.indicator, language, targetText[language])

const told = (detail: TargetDetail, language: Language = 'zh-CN'): string => {
  const progress = detail.progress[0]
  return progress ? toHeadline(detail, progress, wordingOf(detail, language)) : ''
}

const change = { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', decimals: 1 } as const
const fall = (value: string, measure = 'since:2020') =>
  detailOf(
    [milestoneOf(2030, '-30', { comparator: 'at-most', baseline: baselineOf(2020, '0') })],
    [figureOf(2025, value, { measure })],
    change,
  )

describe('the first line', () => {
  it('tells a fall once, and the distance from the path in points', () => {
    expect(told(fall('-10.5'))).toBe('到 2025 年下降 10.5%，比序时目标 15% 少 4.5 个百分点')
    expect(told(fall('-10.5'), 'en')).toBe('By 2025 down 10.5%, 4.5 points short of the 15% due on the path')
  })

  it('tells a rise where a fall was promised', () => {
    expect(told(fall('2.0'))).toBe('到 2025 年上升 2.0%，而序时目标为下降 15%，相差 17 个百分点')
  })

  it.each([
    [
      'behind',
      detailOf([milestoneOf(2030, '100')], [figureOf(2025, '45')]),
      '2025 年为 45 个，比序时目标 60 个低 15 个',
    ],
    ['achieved', detailOf([milestoneOf(2025, '40')], [figureOf(2025, '45')]), '2025 年为 45 个，已达到目标 40 个'],
    [
      'missed',
      detailOf([milestoneOf(2025, '50')], [figureOf(2025, '45')]),
      '2025 年为 45 个，未达到目标 50 个，差 5 个',
    ],
    ['no figure', detailOf([milestoneOf(2030, '100')], []), '还没有可用的年度数据，2030 年目标是 100 个'],
    [
      'no baseline',
      detailOf([milestoneOf(2030, '100', { baseline: null })], [figureOf(2025, '45')]),
      '2025 年为 45 个，离 2030 年目标 100 个还差 55 个',
    ],
    [
      'moving away',
      detailOf([milestoneOf(2030, '100')], [figureOf(2025, '18')]),
      '2025 年为 18 个，比基期 2020 年的 20 个低 2 个',
    ],
    [
      'on track at a pace that comes late',
      detailOf([milestoneOf(2030, '100')], [figureOf(2024, '50'), figureOf(2025, '58')]),
      '2025 年为 58 个，比序时目标 60 个低 2 个，但照近年速度 2031 年才到',
    ],
    [
      'a sum that holds',
      detailOf([milestoneOf(2030, '10', { baseline: baselineOf(2022, '0') })], [figureOf(2025, '5')], {
        kind: 'cumulative',
      }),
      '到 2025 年累计 5 个，比序时目标 3.75 个多 1.25 个',
    ],
    [
      'a flow',
      detailOf(
        [milestoneOf(2030, '90', { baseline: baselineOf(2021, '0') })],
        [2022, 2023].map((year) => figureOf(year, '5')),
        {
          kind: 'flow',
        },
      ),
      '2022—2023 年累计新增 10 个，比序时目标 20 个少 10 个',
    ],
    [
      'done',
      detailOf([milestoneOf(2030, '1')], [figureOf(2024, '0')], { kind: 'done' }),
      '到 2024 年尚未建成，期限是 2030 年底',
    ],
  ])('answers when the status is %s', (_status, detail, sentence) => {
    expect(told(detail)).toBe(sentence)
  })
})

describe('the pace', () => {
  it('is a factor, and the year in which it leads to the target', () => {
    const figures = [21, 22, 23, 24, 25].map((year) => figureOf(2000 + year, `${20 + (year - 20) * 5}`))
    const detail = detailOf([milestoneOf(2030, '100')], figures)
    const progress = detail.progress[0]
    expect(progress && toPaceSentence(progress, wordingOf(detail))).toBe(
      '须达近年的 2.2 倍。照近年速度，2036 年才到 100 个，晚 6 年。',
    )
  })
})

describe('a pace that is nearly right', () => {
  const toldOf = (value: string): string => {
    const figures = [21, 22, 23, 24].map((year) => figureOf(2000 + year, `${20 + (year - 20) * 6}`))
    const detail = detailOf([milestoneOf(2030, value)], figures)
    const progress = detail.progress[0]
    return progress ? toPaceSentence(progress, wordingOf(detail)) : ''
  }

  it('is not told as the same', () => {
    expect(toldOf('80')).toBe('保持近年的速度即可。照近年速度，正好在 2030 年到 80 个。')
    expect(toldOf('81')).toBe('须达近年的 1.03 倍。照近年速度，2031 年才到 81 个，晚 1 年。')
    expect(toldOf('79')).toBe('为近年的 97%。照近年速度，正好在 2030 年到 79 个。')
  })

  it('needs more than nothing where more than the figure was promised', () => {
    const goal = milestoneOf(2030, '10', { comparator: 'more-than', baseline: baselineOf(2020, '0') })
    const detail = detailOf([goal], [figureOf(2024, '8'), figureOf(2025, '10')])
    const progress = detail.progress[0]
    expect(progress && toPaceSentence(progress, wordingOf(detail))).toBe(
      '正好是 10 个，须超过才算达到目标。照近年速度，2026 年可越过 10 个，早 4 年。',
    )
    expect(told(detail)).toBe('2025 年为 10 个，比序时目标 5 个高 5 个，须超过 10 个')
  })
})

describe('the table beside the chart', () => {
  const rowsOf = (detail: TargetDetail) => {
    const [milestone] = detail.milestones
    const chart = milestone && toTargetChart(detail, milestone.year)
    return milestone && chart ? toFigureRows(detail, chart, milestone) : []
  }

  it('has the baseline, each year, years that nobody reported, and the path up to the milestone', () => {
    const rows = rowsOf(detailOf([milestoneOf(2030, '100')], [figureOf(2021, '24'), figureOf(2023, '36')]))
    expect(rows.map(({ year, role, figure, path, difference }) => [year, role, figure, path, difference])).toEqual([
      [2020, 'baseline', '20', null, null],
      [2021, 'figure', '24', '28', '-4'],
      [2022, 'missing', null, '36', null],
      [2023, 'figure', '36', '44', '-8'],
      [2024, 'ahead', null, '52', null],
      [2025, 'ahead', null, '60', null],
      [2026, 'ahead', null, '68', null],
      [2027, 'ahead', null, '76', null],
      [2028, 'ahead', null, '84', null],
      [2029, 'ahead', null, '92', null],
      [2030, 'goal', null, '100', null],
    ])
  })

  it('shows of a flow what was new and the sum, and no sum for a missing year', () => {
    const goal = milestoneOf(2030, '20', { baseline: baselineOf(2021, '0') })
    const rows = rowsOf(
      detailOf([goal], [figureOf(2022, '1'), figureOf(2023, null), figureOf(2024, '3')], { kind: 'flow' }),
    )
    expect(rows.slice(1, 4).map(({ entered, figure }) => [entered[0]?.value, figure])).toEqual([
      ['1', '1'],
      [null, null],
      ['3', '4'],
    ])
  })
})

describe('a baseline row', () => {
  it('shows nothing of a change that was measured against another year', () => {
    const detail = detailOf(
      [milestoneOf(2025, '-18', { comparator: 'at-most', baseline: baselineOf(2020, '0') })],
      [
        figureOf(2020, '-48.4', { measure: 'since:2005', source: '白皮书' }),
        figureOf(2021, '-3.8', { measure: 'yoy' }),
      ],
      change,
    )
    const [milestone] = detail.milestones
    const chart = milestone && toTargetChart(detail, milestone.year)
    const [first] = milestone && chart ? toFigureRows(detail, chart, milestone) : []
    expect(first).toMatchObject({ role: 'baseline', figure: '0', observations: [] })
  })
})

describe('the tolerance of 左右', () => {
  it('shows its sum', () => {
    const detail = detailOf([milestoneOf(2030, '1000', { comparator: 'about', tolerance: '0.05' })], [])
    const [goal] = detail.milestones
    expect(goal && toToleranceSum(goal, wordingOf(detail))).toMatchObject({
      sum: '1000 − 5% × 1000 = 950',
      isDefault: true,
    })
  })
})

describe('verbs of a plan', () => {
  it.each([
    ['at-least', '达到', '70 个', '70 个'],
    ['more-than', '突破', '超过 70 个', '70 个'],
    ['at-least', '力争达到', '力争 70 个', '70 个'],
    ['at-least', '不少于', '不少于 70 个', '70 个'],
    ['at-least', '以上', '70 个以上', '70 个'],
    ['about', '左右', '70 个左右', '70 个左右'],
  ] as const)('of %s, %s, are no result on a tab and no splice in a sentence', (comparator, wordingZh, tab, told) => {
    const detail = detailOf([milestoneOf(2030, '70', { comparator, wordingZh })], [])
    const [goal] = detail.milestones
    const { goal: onTab, goalTold } = wordingOf(detail)
    expect(goal && [onTab(goal), goalTold(goal)]).toEqual([tab, told])
  })
})

describe('the words of the plan', () => {
  it('are given as printed, with the numbers of this target marked', () => {
    const quote = '到2030年，新认定高新技术企业20家，孵化器10家。'
    const stretches = toStretches(quote, [milestoneOf(2030, '20')])
    expect(stretches.map(({ text }) => text).join('')).toBe(quote)
    expect(stretches.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['2030年', '20家'])
  })
})

describe('changes', () => {
  it('tell what a revision made of a target', () => {
    const detail = detailOf([milestoneOf(2030, '100')], [], {}, [milestoneOf(2030, '80')])
    expect(toHistory(detail, wordingOf(detail)).map(({ what }) => what)).toEqual([
      '2030 年目标由 80 个改为 100 个',
      '录入目标',
    ])
  })

  it('keep the first approval, and of a correction what it replaced', () => {
    const first = figureOf(2024, '5', { id: 1, provisional: true, decidedAt: '2025-04-11T02:00:00.000Z' })
    const second = figureOf(2024, '6', {
      id: 2,
      revision: 2,
      decidedAt: '2025-08-20T02:00:00.000Z',
      correction: { code: 'source-revised', reason: '年终核定数替代初步数。' },
    })
    const detail = { ...detailOf([milestoneOf(2030, '100')], [second]), history: [first, second] }
    expect(toHistory(detail, wordingOf(detail)).map(({ what, reason }) => [what, reason])).toEqual([
      ['2024 年数据由 5 个（初步）更正为 6 个', '来源修订：年终核定数替代初步数。'],
      ['2024 年数据 5 个（初步）审核通过', ''],
      ['录入目标', ''],
    ])
  })

  it('name who entered and who decided to those who may know', () => {
    const figure = figureOf(2024, '5', { enteredBy: 'qh-reporter', decidedBy: 'qh-reviewer' })
    const detail = detailOf([milestoneOf(2030, '100')], [figure])
    const people = { 'qh-reporter': '索南', 'qh-reviewer': '马秀兰' }
    expect(toHistory({ ...detail, people }, wordingOf(detail))[0]?.who).toBe('索南填报，马秀兰审核')
    expect(toHistory(detail, wordingOf(detail))[0]?.who).toBe('')
  })

  it('tell two promises apart that print alike', () => {
    const more = milestoneOf(2030, '10', { comparator: 'more-than', wordingZh: '余' })
    const detail = detailOf([more], [], {}, [{ ...more, comparator: 'at-least' }])
    expect(toHistory(detail, wordingOf(detail))[0]?.what).toBe('2030 年目标由 10 余个（不低于）改为 10 余个（超过）')
  })

  it('name years one after the other as a span', () => {
    expect(toYearSpans([2006, 2007, 2008, 2011], '、')).toBe('2006—2008、2011')
  })
})
