import { describe, expect, it } from 'vitest'
import type { Due, DueItem } from '../../server/contract/due.ts'
import type { ReviewList } from '../../server/contract/review.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addRound, aDraft, type Desk, openDesk } from '../helpers/desk.ts'
import { addIndicator, addTarget, PLAN, record } from '../helpers/world.ts'

// The day of the tests is 2026-06-30.

const itemsFor = async (desk: Desk, username: string): Promise<DueItem[]> => {
  const person = await desk.as(username)
  const { status, body } = await person<Due>('GET', '/api/due')
  expect(status).toBe(200)
  return body.items
}

describeOnBothEngines('GET /api/due', (engine) => {
  it('says what is missing of the own region, and moves it on as it is entered and submitted', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    const reporter = await desk.as('qh-reporter')
    const missing = [{ indicatorCode: 'laboratories', measure: 'value' }]
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ asked: 1, missing, draft: [], when: 'open' }])
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ missing: [], draft: missing, when: 'open' }])
    await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ draft: [], submitted: missing, when: 'done' }])
    expect(await itemsFor(desk, 'qh-reviewer')).toMatchObject([{ submitted: missing }])
  })

  it('shows what was returned to its reporter, and counts what was approved', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    const reporter = await desk.as('qh-reporter')
    const reviewer = await desk.as('qh-reviewer')
    const submit = async (value: string): Promise<number[]> => {
      await reporter('PUT', '/api/observations', { items: [aDraft({ value })] })
      await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })
      const { body } = await reviewer<ReviewList>('GET', '/api/reviews')
      return body.items.map(({ observation }) => observation.id)
    }
    await reviewer('POST', '/api/reviews', {
      decision: 'return',
      observationIds: await submit('45'),
      comment: '请核对',
    })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([
      { returned: [{ indicatorCode: 'laboratories' }], missing: [], approved: 0, when: 'open' },
    ])
    await reviewer('POST', '/api/reviews', { decision: 'approve', observationIds: await submit('46') })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ returned: [], approved: 1, when: 'done' }])
  })

  describe.each([
    ['coming', { opensOn: '2026-07-01', closesOn: '2026-07-31' }],
    ['open', { opensOn: '2026-06-30', closesOn: '2026-07-08' }],
    ['due-soon', { opensOn: '2026-06-01', closesOn: '2026-07-07' }],
    ['due-soon', { opensOn: '2026-06-01', closesOn: '2026-06-30' }],
    ['overdue', { opensOn: '2026-06-01', closesOn: '2026-06-29' }],
  ])('a round with a figure missing is %s', (when, days) => {
    it(`from ${days.opensOn} to ${days.closesOn}`, async () => {
      const desk = await openDesk(await databaseOfTest(engine), days)
      expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ when }])
    })
  })

  it('a revision asks for nothing in particular, and is open as long as it lasts', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    await addRound(desk.db, { kind: 'revision', closesOn: '2026-08-31' })
    await addRound(desk.db, { kind: 'revision', closesOn: '2026-06-29' })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([
      { when: 'done', asked: 0 },
      { when: 'open', asked: 0, missing: [] },
    ])
  })

  it('asks for a change against the year before, and for an indicator without a target where the round says so', async () => {
    const desk = await openDesk(await databaseOfTest(engine), null)
    await addIndicator(desk.db, { code: 'intensity', kind: 'change', better: 'lower', min: null })
    await addRound(desk.db, { indicatorCodes: ['intensity', 'patents'] })
    const [item] = await itemsFor(desk, 'qh-reporter')
    expect(item?.missing).toEqual([
      { indicatorCode: 'intensity', measure: 'yoy' },
      { indicatorCode: 'patents', measure: 'value' },
    ])
  })

  it('asks once for an indicator of which two plans have targets', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    await record(desk.db, { action: 'plan.add', data: { ...PLAN, code: 'other-plan' } })
    await addTarget(desk.db, { id: 'other-laboratories', planCode: 'other-plan' })
    expect(await itemsFor(desk, 'qh-reporter')).toMatchObject([{ asked: 1 }])
  })

  it('tells an administrator of all regions, a reporter of the own', async () => {
    const desk = await openDesk(await databaseOfTest(engine), { regionCodes: ['37', '63'] })
    expect((await itemsFor(desk, 'administrator')).map(({ regionCode }) => regionCode)).toEqual(['37', '63'])
    expect((await itemsFor(desk, 'sd-reporter')).map(({ regionCode }) => regionCode)).toEqual(['37'])
  })

  it('is not for leaders and auditors, nor for those who are not signed in', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    for (const username of ['leader', 'auditor']) {
      const person = await desk.as(username)
      expect((await person('GET', '/api/due')).status).toBe(404)
    }
    expect((await desk.get('/api/due')).status).toBe(401)
  })
})
