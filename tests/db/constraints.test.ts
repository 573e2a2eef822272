import { expect, it } from 'vitest'
import type { Indicator } from '../../server/contract/reference.ts'
import type { Milestone } from '../../server/domain/model.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { aBaseline, addApproved, addDraft, addGround, addIndicator, addTarget, aMilestone } from '../helpers/world.ts'

const baseline = aBaseline(2020, '20')

/** How the engines, and the look-up of an indicator's kind, refuse. */
const REFUSAL = /constraint|already has this row|no result/i

const REFUSED_MILESTONES: [why: string, milestone: Partial<Milestone>, indicator?: Partial<Indicator>][] = [
  ['at-least where lower is better', {}, { better: 'lower' }],
  ['at-most where higher is better', { comparator: 'at-most' }],
  ['an interval without an upper end', { comparator: 'between' }],
  ['an interval whose upper end is not larger', { comparator: 'between', value: '8', valueHigh: '8' }],
  ['an upper end without an interval', { valueHigh: '120' }],
  ['about without a tolerance', { comparator: 'about' }],
  ['a tolerance above 1', { comparator: 'about', tolerance: '1.05' }],
  ['a tolerance without about', { tolerance: '0.05' }],
  ['an interval without a number', { comparator: 'between', value: null, valueHigh: '8' }],
  ['a value that is not canonical', { value: '1e3' }],
  ['a value with a leading zero', { value: '0100' }],
  ['a value of more than 30 digits', { value: '1'.repeat(31) }],
  ['a baseline that is not before the milestone', { baseline: { ...baseline, year: 2030 } }],
  ['a printed baseline without its quote', { baseline: { ...baseline, quote: null } }],
  ['an adopted baseline without a reason', { baseline: { ...baseline, basis: 'adopted', quote: null } }],
  ['a start of the plan other than 0', { baseline: { ...baseline, basis: 'start-of-plan', quote: null } }],
  ['a change from a baseline other than 0', {}, { kind: 'change', unitZh: '%', unitEn: '%' }],
  ['built or not with a goal other than 1', { value: '2', baseline: null }, { kind: 'done', unitZh: '', unitEn: '' }],
]

const REFUSED_FIGURES: [why: string, figure: Partial<EnteredFigure>, indicator?: Partial<Indicator>][] = [
  ['neither a value nor a reason why not', { value: null }],
  ['a value and a reason why there is none', { missingReason: 'not-collected' }],
  [
    'a break of the series at a year without a value',
    { value: null, missingReason: 'not-collected', breakBefore: true },
  ],
  ['an unknown reason', { value: null, missingReason: 'forgotten' as never }],
  ['a value that is not canonical', { value: '−3' }],
  ['a year that no plan can mean', { year: 25 }],
  ['a yearly change of what is no change', { measure: 'yoy' }],
  ['a plain value of a change', {}, { kind: 'change', unitZh: '%', unitEn: '%' }],
  ['a measure of no known form', { measure: 'since:20' }, { kind: 'change', unitZh: '%', unitEn: '%' }],
  ['half built', { value: '0.5' }, { kind: 'done', unitZh: '', unitEn: '' }],
  ['an unknown region', { regionCode: '99' }],
  ['an unknown indicator', { indicatorCode: 'nothing' }],
  ['a correction without a sentence', { revision: 2, correction: { code: 'typing', reason: '' } }],
]

describeOnBothEngines('the database refuses what must never be stored', (engine) => {
  it.each(REFUSED_MILESTONES)('a milestone: %s', async (_why, milestone, indicator = {}) => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, indicator)
    await expect(addTarget(db, { milestones: [aMilestone(milestone)] })).rejects.toThrow(REFUSAL)
    expect(await db.selectFrom('target').selectAll().execute()).toEqual([])
  })

  it.each(REFUSED_FIGURES)('a figure: %s', async (_why, figure, indicator = {}) => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, indicator)
    await expect(addDraft(db, figure)).rejects.toThrow(REFUSAL)
    expect(await db.selectFrom('observation_revision').selectAll().execute()).toEqual([])
  })

  it('a second target of the same plan, region and indicator', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    await expect(addTarget(db, { id: 'another' })).rejects.toThrow(REFUSAL)
  })

  it('the same revision of a figure twice', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addApproved(db)
    await expect(addDraft(db, { value: '46' })).rejects.toThrow(REFUSAL)
  })

  it('a conflict with a target that does not exist', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const conflict = {
      clause: '三',
      quote: '八十家',
      sourceFile: 'plan.txt',
      noteZh: '数不同',
      noteEn: 'Differs',
      targetId: 'nowhere',
    }
    await expect(addTarget(db, { conflicts: [conflict] })).rejects.toThrow(REFUSAL)
  })

  it('takes what is canonical, to the last of 30 digits', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const values = ['0', '-0.5', '1.0', '123456789012345678901234567890', '-12345678901234567890.1234567890']
    for (const [index, value] of values.entries()) await addDraft(db, { year: 2001 + index, value })
    const rows = await db.selectFrom('observation_revision').select('value').orderBy('year').execute()
    expect(rows.map((row) => row.value)).toEqual(values)
  })
})
