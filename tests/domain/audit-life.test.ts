import { describe, expect, it } from 'vitest'
import { changesOf } from '../../server/domain/audit-life.ts'

const line = (seq: number, action: string, data: Record<string, unknown>) => ({ seq, action, data })
const of = (lines: ReturnType<typeof line>[], seq: number) => changesOf(lines).get(seq)

describe('what a line of the log changed', () => {
  it('is all that the first line says, and then what differs from the line before', () => {
    const lines = [
      line(1, 'observation.enter', { year: 2021, revision: 1, value: '1', note: null }),
      line(4, 'observation.enter', { year: 2021, revision: 2, value: '1.0', note: '核对' }),
    ]
    expect(of(lines, 1)).toEqual([{ field: 'value', old: null, new: '1' }])
    expect(of(lines, 4)).toEqual([
      { field: 'value', old: '1', new: '1.0' },
      { field: 'note', old: null, new: '核对' },
    ])
  })

  it('of a step is the state of its own revision', () => {
    const step = { observationId: 1, comment: null }
    const lines = [
      line(1, 'observation.enter', { value: '1' }),
      line(2, 'observation.submit', step),
      line(3, 'observation.enter', { value: '2' }),
      line(4, 'observation.submit', { ...step, observationId: 3 }),
      line(5, 'observation.withdraw', step),
    ]
    expect(of(lines, 4)).toEqual([{ field: 'state', old: 'draft', new: 'submitted' }])
    expect(of(lines, 5)).toEqual([{ field: 'state', old: 'submitted', new: 'draft' }])
  })

  it('names milestones by their years, and says what is gone', () => {
    const before = {
      milestones: [
        { year: 2025, value: '1' },
        { year: 2030, value: '2', baseline: { year: 2020 } },
      ],
    }
    const after = { milestones: [{ year: 2030, value: '2', baseline: null }] }
    const lines = [before, after, after].map((data, index) => line(index + 1, 'target.revise', data))
    expect(of(lines, 3)).toEqual([])
    expect(of(lines, 2)).toEqual([
      { field: 'milestones.2025.value', old: '1', new: null },
      { field: 'milestones.2030.baseline.year', old: 2020, new: null },
    ])
  })

  it('tells a roll-up where it became another; lines from before there were any say none', () => {
    const before = line(1, 'indicator.add', { code: 'patents', nameZh: '专利' })
    const none = line(2, 'indicator.revise', { nameZh: '专利', rollUp: 'none', weightIndicatorCode: null })
    const sum = line(3, 'indicator.revise', { nameZh: '专利', rollUp: 'sum', weightIndicatorCode: null })
    expect(of([before, none, sum], 2)).toEqual([])
    expect(of([before, none, sum], 3)).toEqual([{ field: 'rollUp', old: 'none', new: 'sum' }])
    expect(of([before, sum], 3)).toEqual([{ field: 'rollUp', old: null, new: 'sum' }])
  })

  it('keeps what a later line cannot say, and holds a weight against weights alone', () => {
    const lines = [
      line(1, 'indicator.add', { code: 'patents', nameZh: '专利', unitZh: '件' }),
      line(2, 'indicator.revise', { code: 'patents', revision: 2, nameZh: '专利数' }),
      line(3, 'target.revise', { id: 'a', ownerZh: '科技厅' }),
      line(4, 'target.weigh', { targetId: 'a', revision: 1, weight: '2' }),
      line(5, 'target.weigh', { targetId: 'a', revision: 2, weight: '3' }),
    ]
    expect(of(lines, 2)).toEqual([{ field: 'nameZh', old: '专利', new: '专利数' }])
    expect(of(lines, 5)).toEqual([{ field: 'weight', old: '2', new: '3' }])
  })

  it('is nothing where a line only tells', () => {
    expect(of([line(1, 'session.start', { username: 'leader' })], 1)).toBeUndefined()
  })

  it('tells lists of codes as one text', () => {
    const before = { roundId: null, revision: 1, regionCodes: ['63'], closesOn: '2026-03-31' }
    const after = { roundId: 1, revision: 2, regionCodes: ['63', '37'], closesOn: '2026-03-31' }
    expect(of([line(1, 'round.revise', before), line(2, 'round.revise', after)], 2)).toEqual([
      { field: 'regionCodes', old: '63', new: '63, 37' },
    ])
  })
})
