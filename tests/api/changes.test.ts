import { expect, it } from 'vitest'
import type { Changes } from '../../server/contract/changes.ts'
import type { Milestone } from '../../server/domain/model.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import {
  aBaseline,
  addApproved,
  addDraft,
  addGround,
  addIndicator,
  addTarget,
  aMilestone,
  PLAN,
  record,
} from '../helpers/world.ts'

const on = (day: string): Date => new Date(`${day}T02:00:00.000Z`)

/** Laboratories: 20 in 2020, 60 promised for 2025 and 100 for 2030. */
const of2025 = aMilestone({ year: 2025, value: '60' })
const of2030 = aMilestone({ year: 2030, value: '100' })
const revised = (milestones: Milestone[]) => ({
  milestones,
  correction: { code: 'typing' as const, reason: '漏了一个零' },
})

/** Of a figure, to readers who are not signed in: the lines that entered and approved it, and no names. */
const unnamed = (seq: number, approvedSeq: number) => ({ seq, approvedSeq, enteredBy: null, decidedBy: null })

const getChanges = async ({ get }: TestApp, query: string): Promise<Changes> => {
  const { status, body, text } = await get<Changes>(`/api/changes?${query}`)
  expect(status, text).toBe(200)
  return body
}

describeOnBothEngines('GET /api/changes', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await record(db, {
      action: 'region.add',
      data: { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null },
    })
    await record(db, { action: 'plan.add', data: { ...PLAN, code: 'other-plan', regionCode: '37' } })
    await addIndicator(db)
    await addIndicator(db, { code: 'patents' })
    await addTarget(db, { milestones: [of2025, of2030] })
    await addApproved(db, { year: 2024, value: '52' }, on('2025-03-01'))
    // After 2025-06-30: a figure of Shandong and its target, a correction, a figure that nobody promised, a draft.
    const shandong = { regionCode: '37', planCode: 'other-plan', id: 'sd-laboratories' }
    await addTarget(db, { ...shandong, milestones: [of2030], sample: true }, on('2025-09-01'))
    await addApproved(db, { regionCode: '37', year: 2024, value: '52', sample: true }, on('2025-09-02'))
    await addApproved(
      db,
      { year: 2024, value: '30', revision: 2, correction: { code: 'source-revised', reason: '统计公报改了' } },
      on('2025-10-01'),
    )
    await addApproved(
      db,
      { indicatorCode: 'patents', year: 2024, value: null, missingReason: 'not-yet-published' },
      on('2025-11-01'),
    )
    await addDraft(db, { year: 2025, value: '99' }, on('2026-02-01'))
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, value: '50' }, of2030]) }, on('2026-03-01'))
    await addAccount(db, { username: 'leader', role: 'leader' }, on('2026-03-02'))
    return { ...(await openApp(db)), leader: await signIn(db, 'leader') }
  })

  it('names both moments, and the method in force on both', async () => {
    const { since, asOf, method } = await getChanges(world(), 'since=2025-06-30&asOf=2026-01-31')
    expect({ since, asOf }).toEqual({ since: '2025-06-30T15:59:59.999Z', asOf: '2026-01-31T15:59:59.999Z' })
    const version = { id: 'linear-path', version: '1.0' }
    expect(method).toEqual({ before: version, after: version })
  })

  it('lists the statuses that turned, with what they were and why', async () => {
    const { statuses } = await getChanges(world(), 'since=2025-06-30&region=63&asOf=2026-01-31')
    const laboratories = {
      targetId: 'plan-laboratories',
      planCode: 'plan',
      regionCode: '63',
      indicatorCode: 'laboratories',
      before: { status: 'on-track', reason: null },
      after: { status: 'far-behind', reason: null },
      causes: ['figure'],
    }
    expect(statuses).toEqual([
      { ...laboratories, milestoneYear: 2025 },
      { ...laboratories, milestoneYear: 2030 },
    ])
  })

  it('lists every approved revision of a figure, newest first, with what it replaced and why', async () => {
    const { figures } = await getChanges(world(), 'since=2025-06-30')
    expect(figures).toEqual([
      {
        regionCode: '63',
        indicatorCode: 'patents',
        year: 2024,
        measure: 'value',
        change: 'added',
        at: '2025-11-01T02:00:00.000Z',
        before: null,
        after: { value: null, missingReason: 'not-yet-published', provisional: false, breakBefore: false },
        correction: null,
        sample: false,
        targetIds: [],
        ...unnamed(19, 21),
      },
      {
        regionCode: '63',
        indicatorCode: 'laboratories',
        year: 2024,
        measure: 'value',
        change: 'corrected',
        at: '2025-10-01T02:00:00.000Z',
        before: { value: '52', missingReason: null, provisional: false, breakBefore: false },
        after: { value: '30', missingReason: null, provisional: false, breakBefore: false },
        correction: { code: 'source-revised', reason: '统计公报改了' },
        sample: false,
        targetIds: ['plan-laboratories'],
        ...unnamed(16, 18),
      },
      {
        regionCode: '37',
        indicatorCode: 'laboratories',
        year: 2024,
        measure: 'value',
        change: 'added',
        at: '2025-09-02T02:00:00.000Z',
        before: null,
        after: { value: '52', missingReason: null, provisional: false, breakBefore: false },
        correction: null,
        sample: true,
        targetIds: ['sd-laboratories'],
        ...unnamed(13, 15),
      },
    ])
  })

  it('lists every revision of a target, newest first, old milestones beside new ones', async () => {
    const { targets } = await getChanges(world(), 'since=2025-06-30')
    expect(
      targets.map(({ targetId, change, at, moved, correction, sample }) => [
        targetId,
        change,
        at,
        moved,
        correction,
        sample,
      ]),
    ).toEqual([
      [
        'plan-laboratories',
        'revised',
        '2026-03-01T02:00:00.000Z',
        true,
        { code: 'typing', reason: '漏了一个零' },
        false,
      ],
      ['sd-laboratories', 'added', '2025-09-01T02:00:00.000Z', false, null, true],
    ])
    expect(targets[0]).toMatchObject({
      milestonesBefore: [of2025, of2030],
      milestonesAfter: [{ ...of2025, value: '50' }, of2030],
    })
    expect(targets[1]).toMatchObject({ milestonesBefore: null, milestonesAfter: [of2030] })
  })

  it('counts what it lists; what is new is no status that turned', async () => {
    const { counts } = await getChanges(world(), 'since=2025-06-30&asOf=2026-01-31')
    expect(counts).toEqual({
      statuses: 2,
      turnedTo: [{ status: 'far-behind', milestones: 2 }],
      targetsAdded: 1,
      targetsRevised: 0,
      figuresAdded: 2,
      figuresCorrected: 1,
    })
  })

  it('gives the counts alone where it is asked to be brief', async () => {
    const whole = await getChanges(world(), 'since=2025-06-30')
    expect(await getChanges(world(), 'since=2025-06-30&brief=1')).toEqual({
      ...whole,
      statuses: [],
      grounds: [],
      targets: [],
      figures: [],
    })
  })

  it.each([
    ['region=37', ['sd-laboratories'], ['37/laboratories']],
    ['region=63', ['plan-laboratories'], ['63/patents', '63/laboratories']],
    ['plan=plan', ['plan-laboratories'], ['63/laboratories']],
    ['target=sd-laboratories', ['sd-laboratories'], ['37/laboratories']],
    ['target=sd-laboratories&region=63', [], []],
    ['target=no-such-target', [], []],
  ])('keeps to %s', async (query, targetIds, series) => {
    const { targets, figures, statuses } = await getChanges(world(), `since=2025-06-30&${query}`)
    expect(targets.map(({ targetId }) => targetId)).toEqual(targetIds)
    expect(figures.map(({ regionCode, indicatorCode }) => `${regionCode}/${indicatorCode}`)).toEqual(series)
    for (const { targetId } of statuses) expect(targetIds).toContain(targetId)
  })

  it('has nothing to list between a day and itself, today as well', async () => {
    for (const days of ['since=2025-10-01&asOf=2025-10-01', 'since=2026-06-30&asOf=2026-06-30', 'since=2026-06-30']) {
      const { statuses, targets, figures } = await getChanges(world(), days)
      expect([...statuses, ...targets, ...figures], days).toEqual([])
    }
  })

  it('takes a day before everything: then all is new, and no status turned', async () => {
    const { statuses, targets, figures, counts } = await getChanges(world(), 'since=1990-01-01')
    expect(targets).toHaveLength(3)
    expect(figures).toHaveLength(4)
    expect(counts.statuses).toBe(0)
    expect(statuses.map(({ before, causes }) => [before, causes])).toEqual(Array(3).fill([null, expect.anything()]))
    for (const { causes } of statuses) expect(causes).toContain('target')
  })

  it.each([
    ['since=2026-01-02&asOf=2026-01-01', 'since', 'since-after-as-of', 'This day is after the one'],
    ['since=2026-07-01', 'since', 'since-after-as-of', 'This day is after the one'],
    ['since=2026-02-30', 'since', 'as-of', 'Not an existing date'],
    ['since=yesterday', 'since', 'as-of', 'Not an existing date'],
    ['since=2025-01-01&asOf=2026-07-01', 'asOf', 'as-of-future', 'has not come yet'],
    ['since=2025-01-01&status=missed', 'status', 'unknown-field', 'no such field'],
  ])('refuses %s with a sentence', async (query, path, code, message) => {
    const { status, body } = await world().get(`/api/changes?${query}`, { 'accept-language': 'en' })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path, code, message: expect.stringContaining(message) }] })
  })

  it('asks for a day to compare with', async () => {
    const { status, body } = await world().get('/api/changes')
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'since' }] })
  })

  it('names who entered, revised and approved to readers who are signed in, and to no one else', async () => {
    const address = '/api/changes?since=1990-01-01'
    const { text } = await world().get(address)
    for (const name of ['tester', 'checker']) expect(text).not.toContain(name)
    const { body } = await world().get<Changes>(address, world().leader)
    expect(body.figures.at(-1)).toMatchObject({ enteredBy: 'tester', decidedBy: 'checker' })
    expect(body.targets.at(-1)).toMatchObject({ enteredBy: 'tester' })
    const csv = await world().get('/api/changes.csv?since=1990-01-01', world().leader)
    expect(csv.text).toMatch(/^figure,.*,tester,checker,[0-9]+,[0-9]+\r$/m)
  })

  it('changes.csv, whole: a line per field that became another', async () => {
    const { status, headers, text } = await world().get('/api/changes.csv?since=2025-06-30')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="changes-as-of-2026-06-30.csv"',
    })
    const lines = [
      'what,change,at,target_id,region_code,indicator_code,year,measure,field,old,new,causes,reason_code,reason,sample,entered_by,approved_by,seq,approved_seq',
      'status,turned,,plan-laboratories,63,laboratories,2025,,status,on-track,far-behind,figure,,,,,,,',
      'status,turned,,plan-laboratories,63,laboratories,2030,,status,on-track,far-behind,figure,,,,,,,',
      'status,added,,sd-laboratories,37,laboratories,2030,,status,,on-track,figure;target,,,,,,,',
      'target,revised,2026-03-01T02:00:00.000Z,plan-laboratories,63,laboratories,2025,,value,60,50,,typing,漏了一个零,false,,,23,',
      'target,added,2025-09-01T02:00:00.000Z,sd-laboratories,37,laboratories,2030,,comparator,,at-least,,,,true,,,12,',
      'target,added,2025-09-01T02:00:00.000Z,sd-laboratories,37,laboratories,2030,,value,,100,,,,true,,,12,',
      'target,added,2025-09-01T02:00:00.000Z,sd-laboratories,37,laboratories,2030,,baseline_year,,2020,,,,true,,,12,',
      'target,added,2025-09-01T02:00:00.000Z,sd-laboratories,37,laboratories,2030,,baseline_value,,20,,,,true,,,12,',
      'target,added,2025-09-01T02:00:00.000Z,sd-laboratories,37,laboratories,2030,,baseline_basis,,printed,,,,true,,,12,',
      'figure,added,2025-11-01T02:00:00.000Z,,63,patents,2024,value,missing_reason,,not-yet-published,,,,false,,,19,21',
      'figure,added,2025-11-01T02:00:00.000Z,,63,patents,2024,value,provisional,,false,,,,false,,,19,21',
      'figure,added,2025-11-01T02:00:00.000Z,,63,patents,2024,value,break_before,,false,,,,false,,,19,21',
      'figure,corrected,2025-10-01T02:00:00.000Z,plan-laboratories,63,laboratories,2024,value,value,52,30,,source-revised,统计公报改了,false,,,16,18',
      'figure,added,2025-09-02T02:00:00.000Z,sd-laboratories,37,laboratories,2024,value,value,,52,,,,true,,,13,15',
      'figure,added,2025-09-02T02:00:00.000Z,sd-laboratories,37,laboratories,2024,value,provisional,,false,,,,true,,,13,15',
      'figure,added,2025-09-02T02:00:00.000Z,sd-laboratories,37,laboratories,2024,value,break_before,,false,,,,true,,,13,15',
    ]
    expect(text).toBe(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`)
  })

  it('a correction that only says that the years before are not comparable is told as that, in API and CSV', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addApproved(db, { year: 2024, value: '7' }, on('2025-03-01'))
    const correction = { code: 'definition-changed' as const, reason: '口径变了' }
    await addApproved(db, { year: 2024, value: '7', breakBefore: true, revision: 2, correction }, on('2025-10-01'))
    const app = await openApp(db)
    const { figures } = await getChanges(app, 'since=2025-06-30')
    expect(figures).toMatchObject([
      { before: { value: '7', breakBefore: false }, after: { value: '7', breakBefore: true } },
    ])
    const { text } = await app.get('/api/changes.csv?since=2025-06-30')
    expect(text.split('\r\n').filter((line) => line.startsWith('figure'))).toEqual([
      expect.stringMatching(/,2024,value,break_before,false,true,,definition-changed,口径变了,/),
    ])
  })

  it('counts the figures of a target that a plan has got since it was asked', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addIndicator(db, { code: 'patents' })
    await addTarget(db, { milestones: [of2025] })
    await addApproved(db, { year: 2023, value: '40' }, on('2025-09-01'))
    await addApproved(db, { indicatorCode: 'patents', year: 2023, value: '7' }, on('2025-09-02'))
    const app = await openApp(db)
    const added = async () => (await getChanges(app, 'since=2025-06-30&plan=plan')).counts.figuresAdded
    expect(await added()).toBe(1)
    await addTarget(db, { id: 'plan-patents', indicatorCode: 'patents', milestones: [of2025] }, on('2025-10-01'))
    expect(await added()).toBe(2)
  })

  it('changes.csv takes the same filters, and leaves the mark out when asked', async () => {
    const { text } = await world().get('/api/changes.csv?since=2025-06-30&asOf=2026-01-31&region=63&bom=0')
    expect(text.startsWith('what,change,at')).toBe(true)
    expect(text).not.toContain('sd-laboratories')
    expect(text).not.toContain('typing')
  })
})

describeOnBothEngines('why a status turned', (engine) => {
  /** A promise of 60 by 2025 from 20 in 2020, and 52 counted by 2024: on track. */
  async function open(milestones: Milestone[] = [of2025]) {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db, { milestones })
    await addApproved(db, { year: 2024, value: '52' }, on('2025-03-01'))
    return { db, app: await openApp(db) }
  }

  const turned = async (app: TestApp, query: string) =>
    (await getChanges(app, query)).statuses.map(({ milestoneYear, before, after, causes }) => [
      milestoneYear,
      before?.status ?? null,
      after?.status ?? null,
      causes,
    ])

  it('a figure that was added', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '61' }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([[2025, 'on-track', 'achieved', ['figure']]])
  })

  it('a figure that was corrected', async () => {
    const { db, app } = await open()
    const correction = { code: 'typing' as const, reason: '看错一行' }
    await addApproved(db, { year: 2024, value: '15', revision: 2, correction }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([
      [2025, 'on-track', 'moving-away', ['figure']],
    ])
  })

  it('a milestone that was lowered', async () => {
    const { db, app } = await open()
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, value: '45' }]) }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([[2025, 'on-track', 'achieved', ['target']]])
  })

  it('a baseline that was revised', async () => {
    const { db, app } = await open()
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, baseline: aBaseline(2020, '49') }]) }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([
      [2025, 'on-track', 'far-behind', ['target']],
    ])
  })

  it('a deadline that was moved: one milestone is gone, another there', async () => {
    const { db, app } = await open()
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, year: 2027 }]) }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([
      [2025, 'on-track', null, ['target']],
      [2027, null, 'on-track', ['target']],
    ])
  })

  it('the year alone: the deadline year ended, and its figure was there already', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '59' }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-31&asOf=2026-01-01')).toEqual([[2025, 'on-track', 'missed', ['year']]])
  })

  it('figure and year together, where the last figure came in after the year had ended', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '59' }, on('2026-03-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2026-03-31')).toEqual([
      [2025, 'on-track', 'missed', ['figure', 'year']],
    ])
  })

  it('the figure alone, where it is of a year that began only meanwhile', async () => {
    const { db, app } = await open([of2030])
    await addApproved(db, { year: 2026, value: '99' }, on('2026-06-20'))
    await addApproved(db, { year: 2025, value: '98' }, on('2026-06-20'))
    expect(await turned(app, 'since=2024-12-31&asOf=2026-06-30')).toEqual([[2030, 'no-data', 'on-track', ['figure']]])
  })

  it('the figure, where the promise was revised too and had no part in it', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '61' }, on('2025-12-20'))
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, value: '59' }]) }, on('2025-12-21'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([[2025, 'on-track', 'achieved', ['figure']]])
  })

  it('figure and promise, where each would have been enough', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '61' }, on('2025-12-20'))
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, value: '50' }]) }, on('2025-12-21'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([
      [2025, 'on-track', 'achieved', ['figure', 'target']],
    ])
  })

  it('figure and promise, where only both together are', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '56' }, on('2025-12-20'))
    await addTarget(db, { revision: 2, ...revised([{ ...of2025, value: '55' }]) }, on('2025-12-21'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([
      [2025, 'on-track', 'achieved', ['figure', 'target']],
    ])
  })

  it('nothing, where figures came in and the status stayed', async () => {
    const { db, app } = await open()
    await addApproved(db, { year: 2025, value: '59' }, on('2025-12-20'))
    expect(await turned(app, 'since=2025-12-01&asOf=2025-12-31')).toEqual([])
  })

  it('a revision that leaves the promise as it is moves nothing', async () => {
    const { db, app } = await open()
    const correction = { code: 'late-return' as const, reason: '补责任单位' }
    await addTarget(
      db,
      { revision: 2, ownerZh: '科技厅', milestones: [{ ...of2025, value: '60.0' }], correction },
      on('2025-12-20'),
    )
    const { targets, counts } = await getChanges(app, 'since=2025-12-01')
    expect(targets.map(({ change, moved }) => [change, moved])).toEqual([['revised', false]])
    expect(counts.targetsRevised).toBe(0)
    const { text } = await app.get('/api/changes.csv?since=2025-12-01&asOf=2025-12-31&bom=0')
    expect(text.split('\r\n')[1]).toMatch(/^target,revised,.*,2025,,value,60,60\.0,,late-return,补责任单位,false,,,9,$/)
  })
})
