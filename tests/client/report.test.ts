import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Target } from '../../server/contract/target.ts'
import { LANGUAGES } from '../../server/domain/labels.ts'
import { STATUSES } from '../../server/domain/words.ts'
import { reportText } from '../../client/i18n/report.ts'
import { countByStatus, milestoneYears } from '../../client/pages/overview/judged.ts'
import { toAttentionSentence } from '../../client/pages/report/attention-sentence.ts'
import { toDataState } from '../../client/pages/report/data-state.ts'
import { firstLevel, secondLevel, toHan } from '../../client/pages/report/numbering.ts'
import { tight, toDocumentDay } from '../../client/pages/report/official.ts'
import { toChangesSentence, toStageSentence } from '../../client/pages/report/overall-sentences.ts'
import { reportAddress, toParams, toReportQuery } from '../../client/pages/report/query.ts'
import { rowsOf, toAttention } from '../../client/pages/report/rows.ts'
import { toShortQuote } from '../../client/pages/report/short-quote.ts'
import { toParts, toStages } from '../../client/pages/report/stages.ts'
import { summarise } from '../../client/pages/report/summary.ts'
import { aProgress, aTarget } from './sample-targets.ts'

const targets = [
  aTarget('a', [aProgress({ status: 'achieved' }), aProgress({ milestoneYear: 2030, status: 'on-track' })]),
  aTarget('b', [aProgress({ status: 'missed', flags: ['provisional'] })], { planCode: 'plan-b' }),
  aTarget('c', [aProgress({ status: 'behind', flags: ['awaiting-final'], pathShare: 0.9 })]),
  aTarget('d', [aProgress({ status: 'behind', pathShare: 0.7 })]),
  aTarget('e', [aProgress({ milestoneYear: 2030, status: 'moving-away' })], { nextMilestoneYear: 2030 }),
]

/** Every number of a sentence that is not part of a year, a date or a share. */
const countsIn = (sentence: string): number[] =>
  [...sentence.matchAll(/(?<![0-9.])([0-9]{1,3})(?![0-9.年])/g)].map(([, digits]) => Number(digits))

describe('the stages of a report', () => {
  it('are the years in which something is due, or the one that was asked for', () => {
    expect(milestoneYears(targets)).toEqual([2025, 2030])
    expect(toStages(targets, 'all', 2026).map(({ choice, rows }) => [choice, rows.length])).toEqual([
      [2025, 4],
      [2030, 2],
    ])
    expect(toStages(targets, 2030, 2026).map(({ choice }) => choice)).toEqual([2030])
    expect(toStages(targets, 'next', 2026).map(({ rows }) => rows.length)).toEqual([5])
    expect(toStages(targets, 2035, 2026)).toEqual([])
  })

  it('give every milestone to one part, each target’s together, in the order of the plans', () => {
    const parts = toParts(toStages(targets, 'all', 2026), ({ planCode }) => planCode, ['plan-b', 'plan-a'])
    expect(
      parts.map(({ code, rows }) => [code, rows.map(({ target, progress }) => [target.id, progress.milestoneYear])]),
    ).toEqual([
      ['plan-b', [['b', 2025]]],
      [
        'plan-a',
        [
          ['a', 2025],
          ['a', 2030],
          ['c', 2025],
          ['d', 2025],
          ['e', 2030],
        ],
      ],
    ])
  })

  it('put what needs attention worst first, then the nearest deadline, then the smaller share', () => {
    const rows = toStages(targets, 'all', 2026).flatMap((stage) => stage.rows)
    expect(toAttention(rows).map(({ target }) => target.id)).toEqual(['b', 'e', 'd', 'c'])
  })
})

describe('the sentence of a stage', () => {
  const summary = summarise(rowsOf(targets, 2025), 2025, 2026)

  it('names every status that occurs, and what must be known of the figures', () => {
    expect(toStageSentence(summary, undefined, 'zh-CN')).toBe(
      '2025年阶段目标4项，其中：已完成1项，未完成1项，滞后2项。1项还缺2025年年终数，届时再定。未完成的1项中，1项据初步数。',
    )
    expect(toStageSentence(summary, undefined, 'en')).toBe(
      'Milestones of 2025: 4, of which 1 achieved, 1 missed, 2 behind. 1 is to be settled by the final figure of 2025. Of the 1 missed, 1 is so by provisional figures.',
    )
  })

  it('says how they stand together, and what cannot be assessed', () => {
    const none = { reason: 'no-figure', count: 1 } as const
    const together = {
      code: 'plan-a',
      total: 5,
      statuses: countByStatus([]),
      unassessed: [none],
      assessable: 4,
      kept: 1,
      keptShare: 0.25,
      counted: 3,
      uncounted: [],
      mean: 0.8123,
      range: null,
      weighted: 0,
      sample: false,
    }
    expect(toStageSentence(summary, together, 'zh-CN')).toContain(
      '可评估的4项中，已完成或达序时进度的1项；另有1项暂无数据或暂无法评估，不计在内。综合评价为0.8123，即其中3项序时完成率的平均（已完成的和超过1的按1计），1项没有序时完成率的不计。',
    )
    expect(toStageSentence(summary, together, 'en')).toContain(
      'Of 4 that can be assessed 1 is achieved or on track; 1 without data or not assessable is left out',
    )
  })

  it.each(LANGUAGES)('adds up, whatever the statuses are (%s)', (language) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 60 }), (statuses) => {
        const many = statuses.map((status, index) => aTarget(`t${index}`, [aProgress({ status, milestoneYear: 2030 })]))
        const stage = summarise(rowsOf(many, 2030), 2030, 2026)
        // What is early is a part of what is achieved, and told behind the sum.
        const [sum] = toStageSentence({ ...stage, early: 0 }, undefined, language).split(
          language === 'en' ? '. ' : '。',
        )
        const [total, ...parts] = countsIn((sum ?? '').replace('2030', ''))
        expect(total).toBe(statuses.length)
        expect(parts.reduce((all, part) => all + part, 0)).toBe(statuses.length)
      }),
    )
  })
})

describe('the sentence of what changed', () => {
  const counts = { statuses: 0, turnedTo: [], targetsAdded: 0, targetsRevised: 0, figuresAdded: 0, figuresCorrected: 0 }
  const since = '2026-04-30T15:59:59.999Z'

  it('says so where nothing did', () => {
    expect(toChangesSentence({ since, counts }, 'zh-CN')).toBe(
      '自上一填报期结束（2026年4月30日）以来，数据、目标和进展状态均无变化。',
    )
  })

  it('names what occurred alone', () => {
    const some = {
      ...counts,
      statuses: 3,
      turnedTo: [
        { status: 'missed' as const, milestones: 1 },
        { status: 'on-track' as const, milestones: 2 },
      ],
      figuresAdded: 4,
    }
    expect(toChangesSentence({ since, counts: some }, 'zh-CN')).toBe(
      '自上一填报期结束（2026年4月30日）以来，各年份的阶段目标中，3项的进展状态有变化（转为未完成1项，转为达序时进度2项），新增数据4个。',
    )
    expect(toChangesSentence({ since, counts: some }, 'en')).toBe(
      'Since the last round of reporting closed (30 April 2026), of the milestones of all years, 3 changed status (1 to missed, 2 to on track), 4 figures added.',
    )
  })
})

describe('the sentence of a target that needs attention', () => {
  const row = (progress: Parameters<typeof aProgress>[0]) => {
    const target = aTarget('x', [aProgress(progress)])
    return { target, progress: target.progress[0] ?? aProgress() }
  }

  it('says where it is, what is needed a year, and where the recent pace leads', () => {
    const late = row({
      milestoneYear: 2030,
      milestone: { ...aProgress().milestone, year: 2030 },
      latest: { year: 2025, value: '45', derived: false, revisionIds: [1] },
      expected: '60',
      gap: '55',
      requiredPerYear: '11',
      recentPerYear: '5',
      projectedYear: 2036,
    })
    expect(toAttentionSentence(late, 'zh-CN')).toBe(
      '到2025年累计45个，比序时目标60个少15个。余下5年平均每年须增加11个，近年平均每年增加5个，照此2036年才达到目标值，晚6年。',
    )
    expect(toAttentionSentence(late, 'en')).toContain(
      'Needed in each of the 5 years left: +11 teams, recently +5 teams a year, at this pace the target is reached in 2036, 6 years late.',
    )
  })

  it('calls late what is reached after its year alone', () => {
    const inTime = row({
      status: 'behind',
      latest: { year: 2022, value: '60', derived: false, revisionIds: [] },
      requiredPerYear: '13.3',
      recentPerYear: '14',
      projectedYear: 2025,
    })
    expect(toAttentionSentence(inTime, 'zh-CN')).toMatch(/照此2025年可达到目标值。$/)
    expect(toAttentionSentence(inTime, 'en')).toMatch(/the target is reached in 2025\.$/)
  })

  it('says of a missed one when it would be reached, and nothing of what is needed', () => {
    const missed = row({ status: 'missed', projectedYear: 2028 })
    expect(toAttentionSentence(missed, 'zh-CN')).toBe(
      '到2025年累计60个，未达到目标100个，差40个。照近年速度，2028年才达到，晚3年。',
    )
  })

  it('says so where the recent pace leads nowhere', () => {
    const away = row({
      status: 'behind',
      requiredPerYear: '40',
      recentPerYear: '-2',
      projectedYear: null,
      latest: { year: 2024, value: '60', derived: false, revisionIds: [] },
    })
    expect(toAttentionSentence(away, 'zh-CN')).toMatch(/2025年须增加40个，近年平均每年减少2个，照此到不了目标值。$/)
  })
})

describe('the state of the data', () => {
  it('counts each target once, by its latest figure', () => {
    const some = [...targets, aTarget('z', [aProgress({ status: 'no-data', reason: 'no-figure', latest: null })])]
    const { latestYears, missing } = toDataState(some, toStages(some, 'all', 2026))
    expect(latestYears).toEqual([
      { year: 2025, count: 5 },
      { year: null, count: 1 },
    ])
    expect(missing.map(({ target }) => target.id)).toEqual(['z'])
  })
})

describe('what a plan says, in short', () => {
  const goal = (value: string, valueHigh: string | null = null) => ({ ...aProgress().milestone, value, valueHigh })
  const long =
    '到 2030 年，在绿色低碳循环产业发展领域新认定科技“小巨人”企业 5 家、高新技术企业 20 家、科技型企业 40 家，科技企业孵化器 10 家。'

  it.each([
    [long, goal('20'), '家', '……高新技术企业 20 家……'],
    [long, goal('10'), '家', '……科技企业孵化器 10 家'],
    [long, goal('2'), '家', long],
    ['培育建设“双创”示范基地 2 家。', goal('2'), '家', '培育建设“双创”示范基地 2 家。'],
    [
      '专业人才队伍发展壮大，引进 3—5 个国家级“高精尖缺”创新型人才和团队，重点培养 8—10 个重大核心关键技术人才团队',
      goal('8', '10'),
      '个',
      '……重点培养 8—10 个重大核心关键技术人才团队',
    ],
    [long, goal('1'), '', long],
    [`${long}其中重点培育的又有高新技术企业 20 家`, goal('20'), '家', `${long}其中重点培育的又有高新技术企业 20 家`],
  ])('%s', (quote, milestone, unit, short) => {
    expect(toShortQuote(quote, milestone, unit)).toBe(short)
  })
})

describe('the form of the document', () => {
  it('numbers its headings as GB/T 9704 does', () => {
    expect([1, 9, 10, 11, 20, 23].map(toHan)).toEqual(['一', '九', '十', '十一', '二十', '二十三'])
    expect(firstLevel(3, 'zh-CN') + secondLevel(2, 'zh-CN')).toBe('三、（二）')
    expect(firstLevel(3, 'en') + secondLevel(2, 'en')).toBe('3. (b) ')
  })

  it('sets no space between Han characters and digits', () => {
    expect(tight('2025 年为 64 个，未达到目标 65 个')).toBe('2025年为64个，未达到目标65个')
    expect(tight('R&D 投入强度 “A B” 1.0%')).toBe('R&D投入强度“A B”1.0%')
  })

  it('writes the day of Shanghai in words', () => {
    expect(toDocumentDay('2026-06-30T15:59:59.999Z', 'zh-CN')).toBe('2026年6月30日')
    expect(toDocumentDay('2026-06-30T16:00:00.000Z', 'en')).toBe('1 July 2026')
  })
})

describe('the address of a report', () => {
  it.each([
    ['region=63', '/report?region=63'],
    ['region=63&plan=qh-stip-145', '/report?plan=qh-stip-145'],
    ['plan=qh-stip-145&milestone=next&asOf=2026-03-01', '/report?plan=qh-stip-145&milestone=next&asOf=2026-03-01'],
    ['milestone=soon', '/report'],
  ])('%s is %s', (query, address) => {
    const read = toReportQuery(Object.fromEntries(new URLSearchParams(query)))
    expect(reportAddress(read)).toBe(address)
    expect(toReportQuery(toParams(read))).toEqual(read)
  })
})

it('says the same in both languages', () => {
  const shape = (text: object): string[] => Object.keys(text).toSorted()
  expect(shape(reportText.en)).toEqual(shape(reportText['zh-CN']))
  expect(reportText.en.method).toHaveLength(reportText['zh-CN'].method.length)
})

it('counts every status once', () => {
  const all: Target[] = STATUSES.map((status) => aTarget(status, [aProgress({ status })]))
  expect(Object.values(countByStatus(rowsOf(all, 2025)))).toEqual(STATUSES.map(() => 1))
})
