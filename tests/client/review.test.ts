import { describe, expect, it } from 'vitest'
import { conflicting } from '../../client/pages/review/conflicting.ts'
import { statedFinding, submissionOf, verdictOf } from '../../client/pages/review/findings.ts'
import { heirOf, neighbour, NOTHING, rangeToggled, toggled } from '../../client/pages/review/selection.ts'
import { summarise } from '../../client/pages/review/summary.ts'
import { totalsOf } from '../../client/pages/review/totals.ts'
import { leadingTurn, turningsOf } from '../../client/pages/review/turns.ts'
import { toShown, toView, viewAddress, yearsOf } from '../../client/pages/review/view.ts'
import { toldDay, toldDifference, toldGap, toldGoal, toldScale } from '../../client/pages/review/wording.ts'
import { reviewText } from '../../client/i18n/review.ts'
import { aBaseline, aMilestone, anIndicator } from '../helpers/world.ts'
import { anItem, anObservation, approvedIn, aRevision, aStep, aTurn } from './review-fixture.ts'

const NOW_YEAR = 2026
const ids = (items: readonly { observation: { id: number } }[]): number[] =>
  items.map(({ observation }) => observation.id)
const numbered = (id: number, part: Parameters<typeof anItem>[0] = {}) =>
  anItem({ observation: anObservation({ id }), ...part })

describe('what approving would turn', () => {
  it('counts milestones by year and by what they turn from and to, the worst news first', () => {
    const items = [
      numbered(1, { turns: [aTurn({ targetId: 'a', before: 'no-data', after: 'achieved' })] }),
      numbered(2, { turns: [aTurn({ targetId: 'b', before: 'behind', after: 'missed' })] }),
      numbered(3, { turns: [aTurn({ targetId: 'c', before: 'on-track', after: 'missed' })] }),
      numbered(4, { turns: [aTurn({ targetId: 'd', milestoneYear: 2030, before: 'behind', after: 'on-track' })] }),
    ]
    expect(turningsOf(items)).toEqual([
      { milestoneYear: 2025, from: 'going', to: 'missed', count: 2 },
      { milestoneYear: 2025, from: 'no-data', to: 'achieved', count: 1 },
      { milestoneYear: 2030, from: 'behind', to: 'on-track', count: 1 },
    ])
    expect(reviewText['zh-CN'].consequence(turningsOf(items))).toBe(
      '通过后，2025 年将有 2 项由在途转为未完成，1 项由暂无数据转为已完成；2030 年将有 1 项由滞后转为达序时进度。',
    )
  })

  it('counts a milestone once, as the figure of the latest year leaves it', () => {
    const of = (year: number, after: 'behind' | 'missed') =>
      anItem({ observation: anObservation({ id: year, year }), turns: [aTurn({ before: 'on-track', after })] })
    expect(turningsOf([of(2025, 'missed'), of(2024, 'behind')])).toEqual([
      { milestoneYear: 2025, from: 'going', to: 'missed', count: 1 },
    ])
  })

  it('says so where nothing turns', () => {
    expect(reviewText['zh-CN'].consequence(turningsOf([anItem({ turns: [] })]))).toBe(
      '通过后，没有目标的进展状态会变。',
    )
  })

  it('tells a row by the milestone that turns, else by the nearest that is not yet past', () => {
    const [near, far] = [
      aTurn({ before: 'missed' }),
      aTurn({ milestoneYear: 2030, before: 'on-track', after: 'behind' }),
    ]
    expect(leadingTurn(anItem({ turns: [near, far] }))).toBe(far)
    expect(leadingTurn(anItem({ turns: [aTurn({ milestoneYear: 2030, after: 'behind' }), near] }))).toBe(near)
    expect(leadingTurn(anItem({ turns: [] }))).toBeUndefined()
  })
})

describe('the first sentence', () => {
  it('counts questions and answers, corrections, second submissions and own entries, and leaves own entries out of what turns', () => {
    const earlier = [approvedIn(2023, '40'), approvedIn(2024, '45')]
    const returned = aRevision({ id: 3, steps: [aStep('submitted', 'r'), aStep('returned', 'v', '文号')] })
    const summary = summarise(
      [
        numbered(1, { observation: anObservation({ id: 1, note: '已核对' }), earlier }),
        numbered(2, { approved: approvedIn(2025, '44'), turns: [] }),
        numbered(4, { revisions: [returned], turns: [] }),
        numbered(5, { own: true }),
      ],
      NOW_YEAR,
    )
    expect(summary).toMatchObject({ total: 4, year: 2025, corrections: 1, again: 1, own: 1 })
    expect(summary.verdicts).toMatchObject({ explained: 1, open: 0 })
    expect(summary.turnings).toHaveLength(1)
    expect(reviewText['zh-CN'].notes(summary)).toBe(
      '1 项曾有疑问，填报员已说明；1 项是对旧数据的更正；1 项退回后再次提交；1 项由您填报，须由另一名审核员审核。',
    )
  })

  it('names no year where figures of several wait', () => {
    const items = [numbered(1), anItem({ observation: anObservation({ id: 2, year: 2023 }) })]
    expect(summarise(items, NOW_YEAR).year).toBeUndefined()
    expect(reviewText['zh-CN'].headline('青海省', undefined, 2)).toBe('青海省：2 项待审')
    expect(reviewText.en.headline('Qinghai', 2025, 1)).toBe('Qinghai 2025: 1 figure to decide')
  })
})

describe('checks and answers', () => {
  it.each([
    [[], null, 'clear'],
    [['asked'], '已核对', 'explained'],
    [['asked'], null, 'open'],
    [['asked', 'refused'], '已核对', 'against'],
  ] as const)('findings %j with the note %s are %s', (severities, note, verdict) => {
    expect(
      verdictOf(
        severities.map((severity) => ({ severity })),
        note,
      ),
    ).toBe(verdict)
  })

  it('states what is and leaves out what the reporter was asked to do', () => {
    const finding = {
      code: 'same-as-last-year',
      severity: 'asked',
      value: '1.5',
      last: { year: 2024, value: '1.5' },
    } as const
    expect(statedFinding(finding, 'zh-CN')).toBe('与 2024 年的 1.5 完全相同。')
    expect(statedFinding(finding, 'en')).toBe('Exactly the same as 1.5 in 2024.')
  })

  it('counts submissions since the last approval', () => {
    const approved = aRevision({ id: 1, state: 'approved', steps: [aStep('submitted', 'r'), aStep('approved', 'v')] })
    const returned = aRevision({ id: 2, state: 'returned', steps: [aStep('submitted', 'r'), aStep('returned', 'v')] })
    expect(submissionOf({ revisions: [] })).toBe(1)
    expect(submissionOf({ revisions: [returned] })).toBe(2)
    expect(submissionOf({ revisions: [returned, approved] })).toBe(1)
  })
})

describe('the order of the rows', () => {
  const items = [
    numbered(1, { own: true }),
    numbered(2, { turns: [aTurn({ before: 'behind', after: 'behind' })] }),
    numbered(3, { turns: [aTurn({ before: 'no-data', after: 'achieved' })] }),
    anItem({ observation: anObservation({ id: 4, year: 2023 }) }),
  ]

  it('puts rows that turn a status first, the worst news first, and own entries last', () => {
    expect(ids(toShown(items, { year: undefined, onlyTurning: false }))).toEqual([4, 3, 2, 1])
  })

  it('narrows to a year and to what turns a status; both live in the address', () => {
    expect(ids(toShown(items, { year: 2023, onlyTurning: false }))).toEqual([4])
    expect(ids(toShown(items, { year: 2025, onlyTurning: true }))).toEqual([3, 1])
    expect(viewAddress(toView({ year: '2025', only: 'turning' }))).toBe('/review?year=2025&only=turning')
    expect(viewAddress(toView({ year: 'x', only: 'y' }))).toBe('/review')
    expect(yearsOf(items)).toEqual([
      { year: 2025, count: 3 },
      { year: 2023, count: 1 },
    ])
  })
})

describe('choosing rows', () => {
  const rows = [10, 20, 30, 40]

  it('makes a range what its last row becomes, in both directions', () => {
    const chosen = rangeToggled(toggled(NOTHING, 20, true), rows, 20, 40, true)
    expect(chosen).toEqual(new Set([20, 30, 40]))
    expect([...rangeToggled(chosen, rows, 30, 20, false)]).toEqual([40])
  })

  it('chooses one row where no row was chosen before, or that row is gone', () => {
    expect([...rangeToggled(NOTHING, rows, undefined, 30, true)]).toEqual([30])
    expect([...rangeToggled(NOTHING, rows, 99, 30, true)]).toEqual([30])
  })

  it('stays at the ends when it moves', () => {
    expect([neighbour(rows, 10, -1), neighbour(rows, 10, 1), neighbour(rows, 40, 1)]).toEqual([10, 20, 40])
  })

  it('goes to the next row that stays when rows leave, else to the last', () => {
    expect(heirOf(rows, [20, 30])).toBe(40)
    expect(heirOf(rows, [30, 40])).toBe(20)
    expect(heirOf(rows, rows)).toBeUndefined()
  })
})

describe('a conflict', () => {
  it('names the figures by their places in the request', () => {
    const problem = { type: '', title: '', status: 409, detail: '', code: 'already-decided', requestId: '' }
    const errors = [{ path: 'observationIds.1', code: 'already-decided', message: '' }]
    expect(ids(conflicting({ ...problem, errors }, [numbered(1), numbered(2)]))).toEqual([2])
    expect(conflicting(problem, [numbered(1)])).toEqual([])
  })
})

describe('the words of a row', () => {
  const percent = anIndicator({ unitZh: '%', unitEn: '%' })

  it('tells unit, year and measure', () => {
    expect(toldScale(anObservation(), anIndicator({ kind: 'flow' }), 'zh-CN')).toBe('家，2025 年新增')
    expect(toldScale(anObservation({ measure: 'yoy' }), percent, 'zh-CN')).toBe('%，2025 年比上年')
    expect(toldScale(anObservation({ value: null }), percent, 'zh-CN')).toBe('2025 年')
  })

  it('tells differences with their sign, of percentages in points, and that nothing changed', () => {
    expect(toldDifference('9.1', '8.7', percent, 'zh-CN')).toBe('+0.4 个百分点')
    expect(toldDifference('60', '61', anIndicator(), 'zh-CN')).toBe('−1')
    expect(toldDifference('60', '60.0', anIndicator(), 'zh-CN')).toBe('不变')
    expect(toldDifference(null, '60', anIndicator(), 'zh-CN')).toBe('')
  })

  it('tells how far the target is, whichever direction is better', () => {
    expect(toldGap('0.9', percent, 'zh-CN')).toBe('离目标 0.9 个百分点')
    expect(toldGap('-3', anIndicator(), 'zh-CN')).toBe('超过目标 3 家')
    expect(toldGap('-3', anIndicator({ better: 'lower' }), 'zh-CN')).toBe('离目标 3 家')
    expect(toldGap('0', anIndicator(), 'zh-CN')).toBe('与目标相同')
  })

  it('tells the promise without a word that would be read as a result', () => {
    expect(toldGoal(aMilestone({ value: '5', wordingZh: '以上' }), anIndicator(), 'zh-CN')).toBe('5 家以上')
    expect(toldGoal(aMilestone({ value: '1.0', wordingZh: '达到' }), percent, 'zh-CN')).toBe('1.0%')
  })

  it('leaves out the year of a day of this year', () => {
    expect(toldDay('2026-03-17T02:00:00.000Z', '2026-06-30T00:00:00.000Z', 'zh-CN')).toBe('3 月 17 日')
    expect(toldDay('2025-12-31T17:00:00.000Z', '2027-06-30T00:00:00.000Z', 'en')).toBe('1 Jan 2026')
  })

  it('adds up what is new in each year, exactly', () => {
    const item = anItem({
      indicator: anIndicator({ kind: 'flow' }),
      observation: anObservation({ value: '0.2' }),
      earlier: [approvedIn(2021, '9'), approvedIn(2023, '0.1')],
    })
    expect(totalsOf(item, aMilestone({ baseline: aBaseline(2021, '0') }))).toEqual({ before: '0.1', after: '0.3' })
    expect(totalsOf(item, aMilestone({ baseline: null }))).toBeNull()
  })
})
