import { describe, expect, it } from 'vitest'
import type { Problem } from '../../server/contract/problem.ts'
import type { RoundAnswer } from '../../server/contract/round.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { loggedSince } from '../helpers/accounts.ts'
import type { Answer } from '../helpers/app.ts'
import { aDraft, type Desk, openDesk, type Person } from '../helpers/desk.ts'

// The day of the tests is 2026-06-30.

const TERMS = { year: 2025, regionCodes: ['63'], opensOn: '2026-06-30', closesOn: '2026-07-30' }

const errorsOf = ({ body }: { body: unknown }): string[] =>
  ((body as Problem).errors ?? []).map(({ path, code }) => `${path} ${code}`)

async function openAdministration(engine: 'sqlite' | 'postgres'): Promise<Desk & { administrator: Person }> {
  const desk = await openDesk(await databaseOfTest(engine), null)
  return { ...desk, administrator: await desk.as('administrator') }
}

/** The newest lines of the log. */
const logged = async ({ db }: Desk, count: number) => {
  const { seq } = await db.selectFrom('audit_line').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()
  return await loggedSince(db, seq - count)
}

describeOnBothEngines('POST /api/rounds', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db, null))

  it('opens a round for the indicators of the targets, and reporters can enter', async () => {
    const desk = await openAdministration(engine)
    const reporter = await desk.as('qh-reporter')
    expect((await reporter('PUT', '/api/observations', { items: [aDraft()] })).status).toBe(400)
    const opened = await desk.administrator<RoundAnswer>('POST', '/api/rounds', TERMS)
    expect(opened.status).toBe(201)
    expect(opened.body).toMatchObject({ ...TERMS, kind: 'annual', indicatorCodes: null, revision: 1 })
    expect(opened.body.history).toMatchObject([{ revision: 1, by: 'administrator', reason: null }])
    expect((await reporter('PUT', '/api/observations', { items: [aDraft()] })).status).toBe(200)
  })

  it('keeps the reason and the terms in the log, and nothing twice', async () => {
    const desk = await openAdministration(engine)
    const given = { ...TERMS, kind: 'late', regionCodes: ['63', '63'], indicatorCodes: ['patents', 'patents'] }
    const opened = await desk.administrator<RoundAnswer>('POST', '/api/rounds', { ...given, reason: '迟报' })
    expect(opened.body).toMatchObject({ kind: 'late', regionCodes: ['63'], indicatorCodes: ['patents'] })
    expect(await logged(desk, 1)).toMatchObject([{ actor: 'administrator', action: 'round.revise', reason: '迟报' }])
  })

  it.each([
    ['a round that closes before it opens', { closesOn: '2026-06-29' }, 'closesOn closes-before-opens'],
    ['a year after the next', { year: 2028 }, 'year future-year'],
    ['a region that does not exist', { regionCodes: ['63', '99'] }, 'regionCodes.1 unknown-region'],
    ['an indicator that does not exist', { indicatorCodes: ['no-such'] }, 'indicatorCodes.0 unknown-indicator'],
    ['no region', { regionCodes: [] }, 'regionCodes too-small'],
    ['no indicator, where it names some', { indicatorCodes: [] }, 'indicatorCodes too-small'],
    ['a day that no calendar has', { opensOn: '2026-02-30' }, 'opensOn day'],
    ['a kind that is none', { kind: 'monthly' }, 'kind invalid-value'],
    ['a reason of blanks', { reason: ' ' }, 'reason blank-text'],
    ['a field that is none', { state: 'open' }, 'state unknown-field'],
  ])('refuses %s, and opens nothing', async (_what, part, error) => {
    const administrator = await unchanged().as('administrator')
    const refused = await administrator('POST', '/api/rounds', { ...TERMS, ...part })
    expect([refused.status, errorsOf(refused)]).toEqual([400, [error]])
    expect((await administrator<{ total: number }>('GET', '/api/rounds')).body.total).toBe(0)
  })

  it('says every fault at once', async () => {
    const { administrator } = await openAdministration(engine)
    const wrong = { ...TERMS, closesOn: '2026-06-01', year: 2030, regionCodes: ['99'] }
    expect(errorsOf(await administrator('POST', '/api/rounds', wrong))).toEqual([
      'closesOn closes-before-opens',
      'year future-year',
      'regionCodes.0 unknown-region',
    ])
  })

  it('is for administrators', async () => {
    const desk = await openAdministration(engine)
    for (const username of ['qh-reporter', 'qh-reviewer', 'leader', 'auditor']) {
      const person = await desk.as(username)
      expect((await person('POST', '/api/rounds', TERMS)).status, username).toBe(404)
    }
    const payload = TERMS
    expect((await desk.request({ method: 'POST', url: '/api/rounds', payload })).status).toBe(401)
  })
})

describeOnBothEngines('PATCH /api/rounds/:id', (engine) => {
  async function openRound(): Promise<
    Desk & { administrator: Person; id: number; change: (part: object) => Promise<Answer<Record<string, unknown>>> }
  > {
    const desk = await openAdministration(engine)
    const { body } = await desk.administrator<RoundAnswer>('POST', '/api/rounds', { ...TERMS, closesOn: '2026-06-30' })
    const change = (part: object) => desk.administrator('PATCH', `/api/rounds/${body.id}`, part)
    return { ...desk, id: body.id, change }
  }

  it('extends with a reason, and tells how it was before', async () => {
    const { change } = await openRound()
    const extended = await change({ closesOn: '2026-07-14', reason: '统计公报推迟发布', ifRevision: 1 })
    expect(extended.status).toBe(200)
    expect(extended.body).toMatchObject({ closesOn: '2026-07-14', opensOn: TERMS.opensOn, revision: 2 })
    expect(extended.body['history']).toMatchObject([
      { revision: 1, closesOn: '2026-06-30', reason: null },
      { revision: 2, closesOn: '2026-07-14', reason: '统计公报推迟发布', by: 'administrator' },
    ])
  })

  it('is one object in the log from its opening on, whatever year it is of', async () => {
    const desk = await openRound()
    await desk.change({ closesOn: '2026-07-14', reason: '统计公报推迟发布' })
    const lines = await desk.db.selectFrom('audit_line').select('object').where('action', '=', 'round.revise').execute()
    expect(lines.map(({ object }) => object)).toEqual([`round/${desk.id}`, `round/${desk.id}`])
  })

  it('changes regions and indicators, and leaves the rest as it is', async () => {
    const { change } = await openRound()
    const changed = await change({ regionCodes: ['37', '63'], indicatorCodes: ['patents'], reason: '增加山东' })
    expect(changed.body).toMatchObject({ regionCodes: ['37', '63'], indicatorCodes: ['patents'], year: 2025 })
    const back = await change({ indicatorCodes: null, reason: '恢复' })
    expect(back.body).toMatchObject({ regionCodes: ['37', '63'], indicatorCodes: null, revision: 3 })
  })

  it('refuses a change without a reason', async () => {
    const { change } = await openRound()
    const refused = await change({ closesOn: '2026-07-14' })
    expect([refused.status, errorsOf(refused)]).toEqual([400, ['reason invalid-type']])
  })

  it('refuses terms that contradict what stays', async () => {
    const { change } = await openRound()
    expect(errorsOf(await change({ closesOn: '2026-06-29', reason: '缩短' }))).toEqual(['closesOn closes-before-opens'])
    expect(errorsOf(await change({ regionCodes: ['99'], reason: '地区' }))).toEqual(['regionCodes.0 unknown-region'])
  })

  it('does not write over what someone else has just changed', async () => {
    const { change } = await openRound()
    await change({ closesOn: '2026-07-14', reason: '先改', ifRevision: 1 })
    const late = await change({ closesOn: '2026-08-31', reason: '后改', ifRevision: 1 })
    expect([late.status, late.body['code']]).toEqual([409, 'revision-conflict'])
  })

  it('answers 404 for a round that does not exist, and to those whose business it is not', async () => {
    const desk = await openRound()
    const change = { closesOn: '2026-07-14', reason: '延期' }
    for (const id of ['999999', 'x', '-1']) {
      expect((await desk.administrator('PATCH', `/api/rounds/${id}`, change)).status, id).toBe(404)
    }
    const reporter = await desk.as('qh-reporter')
    expect((await reporter('PATCH', `/api/rounds/${desk.id}`, change)).status).toBe(404)
  })
})

describeOnBothEngines('GET /api/rounds', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db, null))

  it('lists the rounds, the one opened last first, page by page', async () => {
    const { administrator, as } = await openAdministration(engine)
    for (const year of [2023, 2024, 2025]) await administrator('POST', '/api/rounds', { ...TERMS, year })
    const reporter = await as('qh-reporter')
    const first = await reporter<{ items: RoundAnswer[]; nextCursor: string }>('GET', '/api/rounds?limit=2')
    expect(first.body.items.map(({ year }) => year)).toEqual([2025, 2024])
    const { body } = await reporter<{ items: RoundAnswer[]; nextCursor: null }>(
      'GET',
      `/api/rounds?limit=2&cursor=${first.body.nextCursor}`,
    )
    expect([body.items.map(({ year }) => year), body.nextCursor]).toEqual([[2023], null])
  })

  describe('is for everyone who is signed in', () => {
    it.each(['qh-reporter', 'qh-reviewer', 'leader', 'auditor'])('%s', async (username) => {
      const person = await unchanged().as(username)
      expect((await person('GET', '/api/rounds')).status).toBe(200)
    })

    it('and for nobody else', async () => {
      expect((await unchanged().get('/api/rounds')).status).toBe(401)
    })
  })
})
