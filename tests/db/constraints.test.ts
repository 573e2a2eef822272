import { expect, it } from 'vitest'
import type { Indicator } from '../../server/contract/reference.ts'
import type { Milestone } from '../../server/domain/model.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import {
  aBaseline,
  addApproved,
  addDraft,
  addGround,
  addIndicator,
  addTarget,
  aMilestone,
  record,
  aConflict,
} from '../helpers/world.ts'

const baseline = aBaseline(2020, '20')

/** A CHECK, a foreign key or a unique key of the table itself. */
const BY_TABLE = /constraint/i

const DONE = { kind: 'done', unitZh: '', unitEn: '' } as const
const CHANGE = { kind: 'change', unitZh: '%', unitEn: '%' } as const

type RefusedMilestone = [why: string, milestone: Partial<Milestone>, indicator?: Partial<Indicator>, by?: RegExp]
const REFUSED_MILESTONES: RefusedMilestone[] = [
  ['at-least where lower is better', {}, { better: 'lower' }],
  ['at-most where higher is better', { comparator: 'at-most' }],
  ['an interval without an upper end', { comparator: 'between' }],
  ['an interval whose upper end is smaller', { comparator: 'between', value: '8', valueHigh: '7' }, {}, /not larger/],
  [
    'an interval of one point',
    { comparator: 'between', value: '8', valueHigh: '8.0' },
    {},
    /upper end of 2030 is not larger/,
  ],
  ['an upper end without an interval', { valueHigh: '120' }],
  ['about without a tolerance', { comparator: 'about' }],
  [
    'a tolerance above 1',
    { comparator: 'about', tolerance: '1.0000000000000000000000001' },
    {},
    /tolerance of 2030 is above 1/,
  ],
  ['a negative tolerance', { comparator: 'about', tolerance: '-0.05' }],
  ['a tolerance without about', { tolerance: '0.05' }],
  ['an interval without a number', { comparator: 'between', value: null, valueHigh: '8' }],
  ['a value that is not canonical', { value: '1e3' }],
  ['a value with a leading zero', { value: '0100' }],
  ['a value of more than 30 digits', { value: '1'.repeat(31) }],
  ['a baseline that is not before the milestone', { baseline: { ...baseline, year: 2030 } }],
  ['a printed baseline without its quote', { baseline: { ...baseline, quote: null } }],
  ['an adopted baseline without a reason', { baseline: { ...baseline, basis: 'adopted', quote: null } }],
  ['a start of the plan other than 0', { baseline: { ...baseline, basis: 'start-of-plan', quote: null } }],
  ['a change from a baseline other than 0', {}, CHANGE],
  ['built or not with a goal other than 1', { value: '2', baseline: null }, DONE],
  ['built or not without a goal', { value: null, baseline: null }, DONE],
  ['more than built', { value: '1', comparator: 'more-than', baseline: null }, DONE],
]

type RefusedFigure = [why: string, figure: Partial<EnteredFigure>, indicator?: Partial<Indicator>, by?: RegExp]
const REFUSED_FIGURES: RefusedFigure[] = [
  ['neither a value nor a reason why not', { value: null }],
  ['a value and a reason why there is none', { missingReason: 'not-collected' }],
  [
    'a break of the series at a year without a value',
    { value: null, missingReason: 'not-collected', breakBefore: true },
  ],
  ['a provisional figure without a value', { value: null, missingReason: 'not-collected', provisional: true }],
  ['an unknown reason', { value: null, missingReason: 'forgotten' as never }],
  ['a value that is not canonical', { value: '−3' }],
  ['a value with NUL in it', { value: '5\0' }, {}, /value: text with NUL/],
  ['a source with half a character', { source: '年\uD800报' }, {}, /source: text with NUL or half a character/],
  ['a year that no plan can mean', { year: 25 }],
  ['a yearly change of what is no change', { measure: 'yoy' }],
  ['a plain value of a change', {}, CHANGE],
  ['a measure of no known form', { measure: 'since:20' }, CHANGE],
  ['a change against a later year', { measure: 'since:2025' }, CHANGE],
  ['half built', { value: '0.5' }, DONE],
  ['an unknown region', { regionCode: '99' }],
  ['an unknown indicator', { indicatorCode: 'nothing' }, {}, /no result/],
  ['a second revision before the first', { revision: 2 }, {}, /counted from 1 on/],
  ['a correction of nothing', { correction: { code: 'typing', reason: '看错' } }],
]

describeOnBothEngines('the database refuses what must never be stored', (engine) => {
  it.each(REFUSED_MILESTONES)('a milestone: %s', async (_why, milestone, indicator = {}, by = BY_TABLE) => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, indicator)
    await expect(addTarget(db, { milestones: [aMilestone(milestone)] })).rejects.toThrow(by)
    expect(await db.selectFrom('target').selectAll().execute()).toEqual([])
  })

  it.each(REFUSED_FIGURES)('a figure: %s', async (_why, figure, indicator = {}, by = BY_TABLE) => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, indicator)
    await expect(addDraft(db, figure)).rejects.toThrow(by)
    expect(await db.selectFrom('observation_revision').selectAll().execute()).toEqual([])
  })

  it.each(['zz', '6', '633', '63 ', ''])('a region with the code %j', async (code) => {
    const db = await databaseOfTest(engine)
    const data = { code, nameZh: '某地', nameEn: 'Somewhere', parentCode: null }
    await expect(record(db, { action: 'region.add', data })).rejects.toThrow(BY_TABLE)
  })

  it.each(['A B', '=cmd|x', '-x', 'x-', 'x--y', 'Ä', ''])('an indicator with the code %j', async (code) => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await expect(addIndicator(db, { code })).rejects.toThrow(BY_TABLE)
  })

  it('natural bounds the wrong way round, to the last of 30 digits', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const [low, high] = ['100000000000000000000000000001', '100000000000000000000000000002']
    await expect(addIndicator(db, { min: high, max: low })).rejects.toThrow('not larger than the lower')
    await addIndicator(db, { min: low, max: high })
  })

  it('a target without a milestone, a running total with two starts, and a conflict with oneself', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, { kind: 'cumulative' })
    await expect(addTarget(db, { milestones: [] })).rejects.toThrow('no milestone')
    const starts = [aMilestone({ year: 2025 }), aMilestone({ baseline: aBaseline(2021, '20') })]
    await expect(addTarget(db, { milestones: starts })).rejects.toThrow('one start')
    const conflict = aConflict({ targetId: 'plan-laboratories' })
    await expect(addTarget(db, { conflicts: [conflict] })).rejects.toThrow('conflict with itself')
  })

  it('a revision that takes a target to another plan, region or indicator', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addIndicator(db, { code: 'centres' })
    await addTarget(db)
    const moved = { revision: 2, indicatorCode: 'centres', correction: { code: 'typing', reason: '看错' } } as const
    await expect(addTarget(db, moved)).rejects.toThrow('keeps its plan, region and indicator')
  })

  it('steps out of order: a decision on what was not submitted, a second one, a withdrawal of what is decided', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const data = { observationId: await addDraft(db), comment: '请核对' }
    const inOrder = 'submitted, and then decided or withdrawn'
    await expect(record(db, { action: 'observation.approve', data })).rejects.toThrow(inOrder)
    await record(db, { action: 'observation.submit', data })
    await record(db, { action: 'observation.return', data })
    await expect(record(db, { action: 'observation.approve', data })).rejects.toThrow(inOrder)
    await record(db, { action: 'observation.submit', data })
    await record(db, { action: 'observation.approve', data })
    await expect(record(db, { action: 'observation.approve', data })).rejects.toThrow(inOrder)
    await expect(record(db, { action: 'observation.withdraw', data })).rejects.toThrow(inOrder)
  })

  it('a second target of the same plan, region and indicator', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    await expect(addTarget(db, { id: 'another' })).rejects.toThrow(/constraint|already has this row/i)
  })

  it('the same revision of a figure twice', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addApproved(db)
    await expect(addDraft(db, { value: '46' })).rejects.toThrow(/already has this row|counted from 1 on/)
  })

  it('a conflict with a target that does not exist', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const conflict = aConflict({ targetId: 'nowhere' })
    await expect(addTarget(db, { conflicts: [conflict] })).rejects.toThrow(BY_TABLE)
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
