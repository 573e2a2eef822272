import { describe, expect, it } from 'vitest'
import { toFigureEvents } from '../../client/components/figure-events.ts'
import { toldFigure } from '../../client/components/told-figure.ts'
import { anIndicator } from '../helpers/world.ts'
import { aRevision, aStep } from './review-fixture.ts'

describe('the history of a figure', () => {
  it('tells entry, submission and decision, newest first', () => {
    const events = toFigureEvents([
      aRevision({ id: 5, steps: [aStep('submitted', 'reporter'), aStep('approved', 'reviewer')] }),
    ])
    expect(events.map(({ what, by }) => [what, by])).toEqual([
      ['approved', 'reviewer'],
      ['submitted', 'reporter'],
      ['entered', 'reporter'],
    ])
  })

  it('tells drafts that one person saved over and over as one change, from what stood before', () => {
    const events = toFigureEvents([
      aRevision({ id: 1, value: '40', steps: [aStep('submitted', 'reporter'), aStep('approved', 'reviewer')] }),
      aRevision({ id: 2, value: '4' }),
      aRevision({ id: 3, value: '45' }),
      aRevision({ id: 4, value: '45', note: '已核', steps: [aStep('submitted', 'reporter')] }),
    ])
    const entered = events.flatMap((event) => (event.what === 'entered' ? [event] : []))
    expect(entered.map(({ before, figure, saves }) => [before?.value, figure.value, saves])).toEqual([
      ['40', '45', 3],
      [undefined, '40', 1],
    ])
    expect(entered[0]?.fields).toEqual(['note'])
  })

  it('keeps the drafts of two people apart', () => {
    const events = toFigureEvents([
      aRevision({ id: 1, value: '40' }),
      aRevision({ id: 2, value: '41', enteredBy: 'other' }),
    ])
    expect(events.map(({ by }) => by)).toEqual(['other', 'reporter'])
  })

  it('measures a new figure against what stands, not against a draft that was discarded', () => {
    const [latest] = toFigureEvents([
      aRevision({ id: 1, value: '40', steps: [aStep('submitted', 'reporter'), aStep('approved', 'reviewer')] }),
      aRevision({ id: 2, value: '99', steps: [aStep('discarded', 'reporter')] }),
      aRevision({ id: 3, value: '41' }),
    ])
    expect(latest?.what === 'entered' && latest.before?.value).toBe('40')
  })

  it('tells a return with its comment', () => {
    const [latest] = toFigureEvents([
      aRevision({ id: 1, steps: [aStep('submitted', 'reporter'), aStep('returned', 'reviewer', '请写明文号')] }),
    ])
    expect(latest?.what === 'returned' && latest.comment).toBe('请写明文号')
  })
})

describe('a figure in words', () => {
  it.each([
    [{ value: '9.1' }, { unitZh: '%' }, '9.1%'],
    [{ value: '45' }, {}, '45 家'],
    [{ value: null, missingReason: 'not-yet-published' }, {}, '尚未公布'],
    [{ value: '1' }, { kind: 'done', unitZh: '' }, '已建成'],
    [{ value: '0' }, { kind: 'done', unitZh: '' }, '未建成'],
    [{ value: '-3.8', measure: 'yoy' }, { kind: 'change', unitZh: '%' }, '比上年 −3.8%'],
    [{ value: '-48.4', measure: 'since:2005' }, { kind: 'change', unitZh: '%' }, '比 2005 年 −48.4%'],
  ] as const)('%j of %j is %s', (figure, indicator, said) => {
    expect(toldFigure(aRevision(figure), anIndicator(indicator), 'zh-CN')).toBe(said)
  })
})
