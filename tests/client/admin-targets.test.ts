import { describe, expect, it } from 'vitest'
import { targetsText } from '../../client/i18n/admin-targets.ts'
import { targetText } from '../../client/i18n/target.ts'
import {
  comparatorsFor,
  contradictionsOf,
  malformedOf,
  type MilestoneValues,
  newMilestone,
  toMilestone,
  toTyped,
  toValues,
} from '../../client/pages/admin/targets/promise-values.ts'
import { consequencesOf, toldChanges } from '../../client/pages/admin/targets/target-changes.ts'
import { lackingOfNew, promiseOf, suggestedId, targetValuesOf } from '../../client/pages/admin/targets/target-values.ts'
import { toWording } from '../../client/pages/target/wording.ts'
import type { Observation } from '../../server/contract/observation.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import type { Label } from '../../server/domain/labels.ts'
import { PROMISE_FLAW_SENTENCES } from '../../server/domain/promise-sentences.ts'
import { aBaseline, aMilestone, anIndicator } from '../helpers/world.ts'
import { aProgress, aTarget } from './sample-targets.ts'

const say = (label: Label): string => label['zh-CN']
const LEVEL = anIndicator()
const CHANGE = anIndicator({ kind: 'change', better: 'lower' })
const DONE = anIndicator({ kind: 'done' })

const typed = (part: Partial<MilestoneValues> = {}): MilestoneValues => ({ ...toValues(aMilestone(), 1), ...part })

describe('a milestone that is typed', () => {
  it.each([
    ['１００．５', '100.5'],
    ['−18', '-18'],
    [' 12,000 ', '12000'],
  ])('is read whatever its digits: %s is %s', (text, figure) => {
    expect(toTyped(text)).toBe(figure)
  })

  it.each([
    aMilestone(),
    aMilestone({ comparator: 'between', valueHigh: '120', wordingZh: '力争' }),
    aMilestone({ comparator: 'about', tolerance: '0.1', deadlineBasis: 'plan-period' }),
    aMilestone({ value: null, baseline: null }),
    aMilestone({ baseline: { ...aBaseline(2021, '0'), basis: 'start-of-plan', quote: null } }),
  ])('is sent as it was where nothing is changed', (milestone) => {
    expect(toMilestone(toValues(milestone, 1), LEVEL)).toEqual(milestone)
  })

  it('leaves out what its comparator, its basis or its kind does not take', () => {
    const full = { valueHigh: '120', tolerance: '0.1', quote: '原文', reason: '理由' }
    expect(toMilestone(typed({ ...full, basis: 'adopted' }), LEVEL)).toMatchObject({
      valueHigh: null,
      tolerance: null,
      baseline: { quote: null, reason: '理由' },
    })
    expect(toMilestone(typed({ baseValue: '7' }), CHANGE).baseline?.value).toBe('0')
    expect(toMilestone(typed({ value: '5', comparator: 'about', basis: 'none' }), DONE)).toMatchObject({
      comparator: 'at-least',
      value: '1',
      tolerance: null,
    })
  })

  it('offers the comparators that go with the better direction', () => {
    expect(comparatorsFor(LEVEL)).toEqual(['at-least', 'more-than', 'about', 'between'])
    expect(comparatorsFor(CHANGE)).toEqual(['more-than', 'about', 'between', 'at-most'])
    expect(comparatorsFor(DONE)).toEqual(['at-least'])
  })

  it('begins, where it is added to totals, where the first one begins', () => {
    expect(newMilestone(LEVEL, '2030', typed({ baseYear: '2021' }), 2)).toMatchObject({
      year: '2030',
      value: '',
      basis: 'printed',
      baseYear: '2021',
    })
  })
})

describe('what is wrong with milestones', () => {
  it('is said at the field that is no year or no figure', () => {
    const wrong = [typed({ year: '二〇三〇', value: '约100' }), typed({ year: '2035', baseYear: '', baseValue: '' })]
    expect(Object.keys(malformedOf(wrong, LEVEL, say)).toSorted()).toEqual([
      'milestones.0.value',
      'milestones.0.year',
      'milestones.1.baseline.value',
      'milestones.1.baseline.year',
    ])
  })

  it('is said in the sentences of the server, at its paths', () => {
    expect(contradictionsOf([typed(), typed()], LEVEL, say)).toEqual({
      'milestones.1.year': PROMISE_FLAW_SENTENCES['milestone-year-twice']['zh-CN'],
    })
    expect(contradictionsOf([typed({ baseYear: '2030' })], LEVEL, say)).toEqual({
      'milestones.0.baseline.year': PROMISE_FLAW_SENTENCES['baseline-not-before']['zh-CN'],
    })
    const total = anIndicator({ kind: 'cumulative' })
    expect(contradictionsOf([typed(), typed({ year: '2035', baseValue: '21' })], total, say)).toEqual({
      milestones: PROMISE_FLAW_SENTENCES['one-start-for-totals']['zh-CN'],
    })
  })

  it('is not said of a milestone that is still being typed', () => {
    const half = typed({ year: '2035', comparator: 'between', value: '1,', valueHigh: '-', baseYear: '20' })
    expect(contradictionsOf([typed(), half], LEVEL, say)).toEqual({})
  })
})

describe('a target that is added', () => {
  it('has a code that follows from plan and indicator', () => {
    expect(suggestedId({ planCode: 'qh-stip-145', indicatorCode: 'rd-intensity' })).toBe('qh-stip-145-rd-intensity')
    expect(suggestedId({ planCode: 'qh-stip-145', indicatorCode: '' })).toBe('')
  })

  it('lacks everything at first, each at its field', () => {
    const words = { needed: 'needed', neededChoice: 'choose', say }
    const empty = {
      ownerZh: '',
      clause: '',
      quote: '',
      sourceFile: '',
      milestones: [],
      correctionCode: '' as const,
      reason: '',
    }
    const nothing = { ...empty, planCode: '', regionCode: '', indicatorCode: '', id: '', isIdOwn: false }
    expect(Object.keys(lackingOfNew(nothing, undefined, words)).toSorted()).toEqual(
      ['clause', 'id', 'indicatorCode', 'planCode', 'quote', 'reason', 'regionCode'].toSorted(),
    )
  })
})

const aDetail = (part: Partial<TargetDetail> = {}): TargetDetail => ({
  ...aTarget('plan-laboratories', [aProgress({ milestoneYear: 2030, status: 'behind' })]),
  indicator: LEVEL,
  milestones: [aMilestone()],
  asOf: '2026-06-30T04:00:00.000Z',
  observations: [
    { id: 9, year: 2025, measure: 'value', value: '45', provisional: false, breakBefore: false } as Observation,
  ],
  history: [],
  people: {},
  revisions: [
    {
      id: 5,
      revision: 1,
      at: '2023-07-01T00:00:00.000Z',
      enteredBy: 'system',
      correction: null,
      sample: false,
      milestones: [aMilestone()],
    },
  ],
  ...part,
})

describe('what a change of a target does', () => {
  const wording = toWording(LEVEL, 'zh-CN', targetText['zh-CN'])
  const words = targetsText['zh-CN'].changes
  const after = (change: Partial<MilestoneValues>, part: { ownerZh?: string; quote?: string } = {}) => {
    const detail = aDetail()
    const values = { ...targetValuesOf(detail), ...part }
    return { ...promiseOf({ ...values, milestones: [typed(change)] }, LEVEL), sourceFile: detail.sourceFile }
  }

  it('is nothing where nothing is changed', () => {
    expect(toldChanges(aDetail(), after({}), wording, words)).toEqual([])
  })

  it('is told in old and new, as the history of the target will tell it', () => {
    expect(toldChanges(aDetail(), after({ value: '80', baseYear: '2021' }), wording, words)).toEqual([
      '2030 年目标由 100 家改为 80 家',
      '2030 年目标的基期由 2020 年 20 家改为 2021 年 20 家',
    ])
  })

  it('tells changed words and evidence as well', () => {
    const changed = after({ quote: '另一句', deadlineBasis: 'plan-period' }, { ownerZh: '科技厅', quote: '全句' })
    expect(toldChanges(aDetail(), changed, wording, words)).toEqual([
      '2030 年目标的期限依据有修改',
      '2030 年目标的基期依据有修改',
      '责任单位由 未载明 改为 科技厅',
      '方案原文有修改',
    ])
  })

  it('turns a status by the method, and calls the milestone revised', () => {
    expect(consequencesOf(aDetail(), after({ value: '60' }).milestones)).toEqual([
      { year: 2030, isRevised: true, before: 'behind', after: 'on-track' },
    ])
  })

  it('calls nothing revised that only says the same in other words, or is again what it was first', () => {
    expect(consequencesOf(aDetail(), after({ value: '100.0', wordingZh: '以上' }).milestones)).toMatchObject([
      { isRevised: false },
    ])
    const lowered = aDetail({
      revisions: [
        ...aDetail().revisions,
        { ...aDetail().revisions[0]!, id: 7, revision: 2, milestones: [aMilestone({ value: '80' })] },
      ],
      milestones: [aMilestone({ value: '80' })],
    })
    expect(consequencesOf(lowered, [aMilestone()])).toMatchObject([{ isRevised: false }])
  })
})
