import { describe, expect, it } from 'vitest'
import { toTargetChart } from '../../client/charts/series-points.ts'
import { targetText } from '../../client/i18n/target.ts'
import { toYearSpans } from '../../client/pages/target/chart-words.ts'
import { toStretches } from '../../client/pages/target/emphasis.ts'
import { toFigureRows } from '../../client/pages/target/figure-rows.ts'
import { toHeadline } from '../../client/pages/target/headline.ts'
import { toHistory } from '../../client/pages/target/history-entries.ts'
import { toPaceSentence } from '../../client/pages/target/pace-sentence.ts'
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
    expect(told(fall('-10.5'))).toBe('到 2025 年下降 10.5%，比路径应到的 15% 少 4.5 个百分点')
    expect(told(fall('-10.5'), 'en')).toBe('By 2025 down 10.5%, 4.5 points short of the 15% due on the path')
  })

  it('tells a rise where a fall was promised', () => {
    expect(told(fall('2.0'))).toBe('到 2025 年上升 2.0%，而路径应下降 15%，相差 17 个百分点')
  })

  it.each([
    [
      'behind',
      detailOf([milestoneOf(2030, '100')], [figureOf(2025, '45')]),
      '2025 年为 45 个，比路径应到的 60 个低 15 个',
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
      'a flow',
      detailOf(
        [milestoneOf(2030, '90', { baseline: baselineOf(2021, '0') })],
        [2022, 2023].map((year) => figureOf(year, '5')),
        {
          kind: 'flow',
        },
      ),
      '2022—2023 年累计新增 10 个，比路径应到的 20 个少 10 个',
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

describe('the table beside the chart', () => {
  const rowsOf = (detail: TargetDetail) => {
    const [milestone] = detail.milestones
    const chart = milestone && toTargetChart(detail, milestone.year)
    return milestone && chart ? toFigureRows(detail, chart, milestone) : []
  }

  it('has the baseline, each year, years that nobody reported, and the milestone', () => {
    const rows = rowsOf(detailOf([milestoneOf(2030, '100')], [figureOf(2021, '24'), figureOf(2023, '36')]))
    expect(rows.map(({ year, role, figure, path, difference }) => [year, role, figure, path, difference])).toEqual([
      [2020, 'baseline', '20', null, null],
      [2021, 'figure', '24', '28', '-4'],
      [2022, 'missing', null, '36', null],
      [2023, 'figure', '36', '44', '-8'],
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

  it('name years one after the other as a span', () => {
    expect(toYearSpans([2006, 2007, 2008, 2011], '、')).toBe('2006—2008、2011')
  })
})
