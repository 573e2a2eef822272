import { expect, it } from 'vitest'
import type { Due } from '../../server/contract/due.ts'
import type { SavedList } from '../../server/contract/entry.ts'
import type { Problem } from '../../server/contract/problem.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { aDraft, addRound, openDesk } from '../helpers/desk.ts'
import { addApproved } from '../helpers/world.ts'

const errorsOf = ({ body }: { body: Record<string, unknown> }): string[] =>
  ((body as unknown as Problem).errors ?? []).map(({ path, code }) => `${path} ${code}`)

describeOnBothEngines('PUT /api/observations', (engine) => {
  it('saves a draft as it was typed, and answers who saved it and when', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const { status, body } = await reporter<SavedList>('PUT', '/api/observations', {
      items: [aDraft({ value: '45.0', note: '快报', provisional: true })],
    })
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      { value: '45.0', state: 'draft', revision: 1, provisional: true, note: '快报', enteredBy: 'qh-reporter' },
    ])
  })

  it('writes one audit line for each figure that changed, and none for one that is saved already', async () => {
    const { db, as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const count = async (): Promise<number> =>
      (await db.selectFrom('audit_line').select('seq').where('action', '=', 'observation.enter').execute()).length
    const before = await count()
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    await reporter('PUT', '/api/observations', { items: [aDraft({ ifRevision: 0 })] })
    expect(await count()).toBe(before + 1)
    const { body } = await reporter<SavedList>('PUT', '/api/observations', { items: [aDraft({ value: '46' })] })
    expect(body.items[0]).toMatchObject({ value: '46', revision: 2 })
    expect(await count()).toBe(before + 2)
  })

  it('saves all or nothing, and names every field that is wrong', async () => {
    const { db, as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const items = [
      aDraft(),
      aDraft({ indicatorCode: 'unheard-of' }),
      aDraft({ year: 2027 }),
      aDraft({ measure: 'yoy', year: 2024 }),
      aDraft({ year: 2023, value: null }),
      aDraft({ year: 2022, missingReason: 'not-collected' }),
      aDraft(),
    ]
    const answer = await reporter('PUT', '/api/observations', { items })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer)).toEqual(
      expect.arrayContaining([
        'items.1.indicatorCode unknown-indicator',
        'items.2.year future-year',
        'items.3.measure measure-does-not-fit',
        'items.4.missingReason missing-reason-needed',
        'items.5.missingReason missing-with-value',
        'items.6.indicatorCode figure-twice',
      ]),
    )
    expect(await db.selectFrom('observation_revision').select('seq').where('year', '=', 2025).execute()).toEqual([])
  })

  it.each([
    ['1,000', 'items.0.value', 'figure'],
    ['１２', 'items.0.value', 'figure'],
    ['1e3', 'items.0.value', 'figure'],
    ['9'.repeat(31), 'items.0.value', 'figure'],
  ])('refuses %s, which is no canonical decimal', async (value, path, code) => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const answer = await reporter('PUT', '/api/observations', { items: [aDraft({ value })] })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer)[0]?.startsWith(path)).toBe(true)
    expect(code).toBe('figure')
  })

  it('refuses text that cannot be stored, naming the field', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const answer = await reporter('PUT', '/api/observations', {
      items: [aDraft({ note: 'a\0b' }), aDraft({ source: '  ' })],
    })
    expect(errorsOf(answer)).toEqual(['items.0.note unstorable-text', 'items.1.source blank-text'])
  })

  it('takes a figure that is missing with its reason, which is not zero', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const { body } = await reporter<SavedList>('PUT', '/api/observations', {
      items: [aDraft({ value: null, missingReason: 'not-yet-published' })],
    })
    expect(body.items[0]).toMatchObject({ value: null, missingReason: 'not-yet-published' })
  })

  it('shows the second of two what the first saved, and overwrites nothing silently', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const [first, second] = [await as('qh-reporter'), await as('qh-second')]
    await first('PUT', '/api/observations', { items: [aDraft({ ifRevision: 0 })] })
    const answer = await second('PUT', '/api/observations', { items: [aDraft({ value: '50', ifRevision: 0 })] })
    expect(answer.status).toBe(409)
    expect(errorsOf(answer)).toEqual(['items.0 revision-conflict'])
    const sheet = await second<{ rows: { pending: { value: string; enteredBy: string } }[] }>(
      'GET',
      '/api/sheets/63/2025',
    )
    expect(sheet.body.rows[0]?.pending).toMatchObject({ value: '45', enteredBy: 'qh-reporter' })
    const insisting = await second('PUT', '/api/observations', { items: [aDraft({ value: '50', ifRevision: 1 })] })
    expect(insisting.status).toBe(200)
  })

  it('is nothing for another region, which is as if it did not exist', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const stranger = await as('sd-reporter')
    expect((await stranger('PUT', '/api/observations', { items: [aDraft()] })).status).toBe(404)
  })

  it('marks what is entered in a demo as sample data', async () => {
    const db = await databaseOfTest(engine)
    const { as } = await openDesk(db)
    const reporter = await as('qh-reporter')
    const { body } = await reporter<SavedList>('PUT', '/api/observations', { items: [aDraft()] })
    expect(body.items[0]?.sample).toBe(false)
  })
})

describeOnBothEngines('entering outside of an open round says which it is', (engine) => {
  it.each([
    ['not yet open', { opensOn: '2026-08-01', closesOn: '2026-09-01' }, 'entry-not-yet-open'],
    ['closed', { opensOn: '2026-01-01', closesOn: '2026-06-29' }, 'entry-closed'],
    ['another year', { year: 2024 }, 'entry-no-round'],
    ['only some indicators', { indicatorCodes: ['patents'] }, 'entry-no-round'],
  ])('%s', async (_case, round, code) => {
    const { as } = await openDesk(await databaseOfTest(engine), round)
    const reporter = await as('qh-reporter')
    const answer = await reporter('PUT', '/api/observations', { items: [aDraft()] })
    expect(errorsOf(answer)).toEqual([`items.0.year ${code}`])
  })

  it('an indicator that no target is about and no round asks for', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const answer = await reporter('PUT', '/api/observations', { items: [aDraft({ indicatorCode: 'patents' })] })
    expect(errorsOf(answer)).toEqual(['items.0.year entry-not-asked'])
  })

  it('the last day is still open, and a round that asks for more takes more', async () => {
    const { as } = await openDesk(await databaseOfTest(engine), {
      closesOn: '2026-06-30',
      indicatorCodes: ['laboratories', 'patents'],
    })
    const reporter = await as('qh-reporter')
    const items = [aDraft(), aDraft({ indicatorCode: 'patents' })]
    expect((await reporter('PUT', '/api/observations', { items })).status).toBe(200)
  })

  it('what is approved is locked in a late round, and corrected with a reason in a revision', async () => {
    const db = await databaseOfTest(engine)
    const { as } = await openDesk(db, { kind: 'late' })
    await addApproved(db)
    const reporter = await as('qh-reporter')
    const correction = { code: 'typing', reason: '多写了一位' }
    const late = await reporter('PUT', '/api/observations', { items: [aDraft({ value: '44', correction })] })
    expect(errorsOf(late)).toEqual(['items.0.year entry-locked'])
    await addRound(db, { kind: 'revision' })
    const bare = await reporter('PUT', '/api/observations', { items: [aDraft({ value: '44' })] })
    expect(errorsOf(bare)).toEqual(['items.0.correction correction-needed'])
    const corrected = await reporter<SavedList>('PUT', '/api/observations', {
      items: [aDraft({ value: '44', correction })],
    })
    expect(corrected.body.items[0]).toMatchObject({ value: '44', revision: 2, state: 'draft', correction })
    const inForce = await reporter<{ items: { value: string }[] }>('GET', '/api/observations?region=63&year=2025')
    expect(inForce.body.items.map(({ value }) => value)).toEqual(['45'])
  })

  it('what is approved as not yet published is filled in in a late round, with a reason', async () => {
    const db = await databaseOfTest(engine)
    const desk = await openDesk(db, { opensOn: '2026-01-01', closesOn: '2026-01-31' })
    await addApproved(db, { value: null, missingReason: 'not-yet-published' })
    const reporter = await desk.as('qh-reporter')
    const correction = { code: 'late-return', reason: '统计公报已经发布' }
    const body = { items: [aDraft({ value: '45', correction })] }
    const put = async () => await reporter('PUT', '/api/observations', body)
    expect(errorsOf(await put())).toEqual(['items.0.year entry-locked'])
    const roundId = await addRound(db, { kind: 'late', opensOn: '2026-09-01', closesOn: '2026-09-30' })
    expect(errorsOf(await put())).toEqual(['items.0.year entry-not-yet-open'])
    await addRound(db, { roundId, revision: 2, kind: 'late', opensOn: '2026-06-01', closesOn: '2026-09-30' })
    const due = await reporter<Due>('GET', '/api/due')
    expect(due.body.items).toMatchObject([
      { kind: 'late', missing: [{ indicatorCode: 'laboratories' }], approved: 0, when: 'open' },
      { kind: 'annual', missing: [], approved: 1, when: 'done' },
    ])
    expect((await put()).status).toBe(200)
    expect((await reporter<Due>('GET', '/api/due')).body.items).toMatchObject([{ missing: [] }, { missing: [] }])
    expect((await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })).status).toBe(200)
  })

  it('what was never approved needs no reason for a correction', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const reporter = await as('qh-reporter')
    const correction = { code: 'typing', reason: '多写了一位' }
    const answer = await reporter('PUT', '/api/observations', { items: [aDraft({ correction })] })
    expect(errorsOf(answer)).toEqual(['items.0.correction correction-not-asked'])
  })
})

describeOnBothEngines('DELETE /api/observations', (engine) => {
  it('takes a draft back; what was approved before stays in force', async () => {
    const db = await databaseOfTest(engine)
    const { as } = await openDesk(db)
    await addApproved(db)
    const reporter = await as('qh-reporter')
    const correction = { code: 'typing', reason: '多写了一位' }
    await reporter('PUT', '/api/observations', { items: [aDraft({ value: '44', correction })] })
    const item = { regionCode: '63', indicatorCode: 'laboratories', year: 2025 }
    expect((await reporter('DELETE', '/api/observations', { items: [{ ...item, ifRevision: 1 }] })).status).toBe(409)
    expect((await reporter('DELETE', '/api/observations', { items: [{ ...item, ifRevision: 2 }] })).status).toBe(200)
    const { body } = await reporter<{ rows: { pending: unknown; approved: { value: string }; revision: number }[] }>(
      'GET',
      '/api/sheets/63/2025',
    )
    expect(body.rows[0]).toMatchObject({ pending: null, approved: { value: '45' }, revision: 2 })
    expect((await reporter('DELETE', '/api/observations', { items: [item] })).status).toBe(409)
    const anew = aDraft({ value: '43', correction, ifRevision: 2 })
    expect((await reporter('PUT', '/api/observations', { items: [anew] })).status).toBe(200)
  })
})
