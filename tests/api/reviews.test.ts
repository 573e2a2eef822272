import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { recordChange } from '../../server/audit/record.ts'
import type { SavedList, Sheet } from '../../server/contract/entry.ts'
import type { Problem } from '../../server/contract/problem.ts'
import type { ReviewList } from '../../server/contract/review.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addRound, aDraft, type Desk, openDesk, type Person } from '../helpers/desk.ts'
import { aBaseline, addIndicator, addTarget, aMilestone, record } from '../helpers/world.ts'

const SHEET = { regionCode: '63', year: 2025 }
const errorsOf = ({ body }: { body: Record<string, unknown> }): string[] =>
  ((body as unknown as Problem).errors ?? []).map(({ path, code }) => `${path} ${code}`)

/** The laboratories of 2025, entered and submitted; answers the id. */
async function submit(reporter: Person, part: Record<string, unknown> = {}): Promise<number> {
  const saved = await reporter<SavedList>('PUT', '/api/observations', { items: [aDraft(part)] })
  expect(saved.status).toBe(200)
  const submitted = await reporter<SavedList>('POST', '/api/submissions', SHEET)
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  return submitted.body.items[0]?.id ?? 0
}

async function openReview(engine: 'sqlite' | 'postgres'): Promise<Desk & { reporter: Person; reviewer: Person }> {
  const desk = await openDesk(await databaseOfTest(engine))
  return { ...desk, reporter: await desk.as('qh-reporter'), reviewer: await desk.as('qh-reviewer') }
}

describeOnBothEngines('POST /api/submissions', (engine) => {
  it('submits the drafts, and leaves nothing to submit', async () => {
    const { reporter } = await openReview(engine)
    await submit(reporter)
    const again = await reporter('POST', '/api/submissions', SHEET)
    expect([again.status, again.body['code']]).toEqual([422, 'nothing-to-submit'])
  })

  it('refuses with every check that fails, and submits nothing then', async () => {
    const { reporter, db } = await openReview(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft({ value: '-1' })] })
    const answer = await reporter('POST', '/api/submissions', SHEET)
    expect([answer.status, answer.body['code']]).toEqual([422, 'checks-failed'])
    expect(errorsOf(answer)).toContain('laboratories/value outside-bounds')
    const steps = db
      .selectFrom('audit_line')
      .select('seq')
      .where('actor', '=', 'qh-reporter')
      .where('action', '=', 'observation.submit')
    expect(await steps.execute()).toEqual([])
  })

  it('asks where a figure is unlikely, and goes on with a note', async () => {
    const { reporter } = await openReview(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft({ value: '40' })] })
    const asked = await reporter('POST', '/api/submissions', SHEET)
    expect(asked.status).toBe(422)
    expect(errorsOf(asked)).toEqual(['laboratories/value same-as-last-year'])
    await submit(reporter, { value: '40', note: '当年没有新建' })
  })

  it('is withdrawn until it is decided, and is a draft again', async () => {
    const { reporter, reviewer } = await openReview(engine)
    const id = await submit(reporter)
    const change = await reporter('PUT', '/api/observations', { items: [aDraft({ value: '46' })] })
    expect(errorsOf(change)).toEqual(['items.0.indicatorCode under-review'])
    const withdrawn = await reporter<SavedList>('DELETE', '/api/submissions', SHEET)
    expect(withdrawn.body.items[0]).toMatchObject({ id, state: 'draft' })
    expect((await reviewer('POST', '/api/reviews', { decision: 'approve', observationIds: [id] })).status).toBe(409)
    await submit(reporter, { value: '46' })
    expect((await reporter('DELETE', '/api/submissions', SHEET)).status).toBe(200)
    expect((await reporter('DELETE', '/api/submissions', SHEET)).body['code']).toBe('nothing-to-withdraw')
  })

  it('is not withdrawn when its round has closed: it could not be submitted again', async () => {
    const { reporter, db } = await openReview(engine)
    const id = await submit(reporter)
    const { id: roundId } = await db.selectFrom('round').select('id').executeTakeFirstOrThrow()
    await addRound(db, { roundId, revision: 2, closesOn: '2026-02-20' })
    const answer = await reporter('DELETE', '/api/submissions', SHEET)
    expect([answer.status, answer.body['code'], ...errorsOf(answer)]).toEqual([
      409,
      'entry-closed',
      'laboratories/value entry-closed',
    ])
    const sheet = await reporter<Sheet>('GET', '/api/sheets/63/2025')
    expect(sheet.body.rows[0]?.pending).toMatchObject({ id, state: 'submitted' })
  })
})

describeOnBothEngines('POST /api/reviews', (engine) => {
  it('approves a submitted figure, and the target moves', async () => {
    const { reporter, reviewer, get } = await openReview(engine)
    const id = await submit(reporter, { value: '110', note: '新政策' })
    const before = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(before.body.progress[0]?.latest).toMatchObject({ year: 2024, value: '40' })
    const { body } = await reviewer<SavedList>('POST', '/api/reviews', { decision: 'approve', observationIds: [id] })
    expect(body.items).toMatchObject([{ id, state: 'approved', decidedBy: 'qh-reviewer' }])
    const after = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(after.body.progress[0]).toMatchObject({ latest: { year: 2025, value: '110' }, status: 'achieved' })
  })

  it('tells before what would change, and why it was asked', async () => {
    const { reporter, reviewer } = await openReview(engine)
    await submit(reporter, { value: '110', note: '新政策' })
    const { body } = await reviewer<ReviewList>('GET', '/api/reviews?year=2025')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      observation: { value: '110', note: '新政策' },
      approved: null,
      own: false,
      turns: [{ targetId: 'plan-laboratories', milestoneYear: 2030, before: 'behind', after: 'achieved' }],
    })
    expect(body.items[0]?.earlier.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024])
    expect(body.people).toMatchObject({ 'qh-reporter': 'qh-reporter' })
  })

  it('tells before what a break of the series would change, however young the baseline is', async () => {
    const { reporter, reviewer, db, get } = await openReview(engine)
    const id = await submit(reporter, { breakBefore: true })
    await addTarget(db, {
      revision: 2,
      milestones: [aMilestone({ baseline: aBaseline(2020, '21') })],
      correction: { code: 'source-revised', reason: '基期修订' },
    })
    const { body } = await reviewer<ReviewList>('GET', '/api/reviews')
    const told = body.items[0]?.turns.map(({ after }) => after)
    await reviewer('POST', '/api/reviews', { decision: 'approve', observationIds: [id] })
    const { progress } = (await get<TargetDetail>('/api/targets/plan-laboratories')).body
    expect(progress.map(({ status }) => status)).toEqual(['not-assessable'])
    expect(told).toEqual(['not-assessable'])
  })

  it('approves no running total that falls, though each year was submitted before the other was in force', async () => {
    const { reporter, reviewer, db } = await openReview(engine)
    await addIndicator(db, { code: 'totals', kind: 'cumulative' })
    for (const year of [2023, 2024]) await addRound(db, { year, indicatorCodes: ['totals'] })
    const ids: number[] = []
    for (const [year, value] of [
      [2023, '50'],
      [2024, '40'],
    ] as const) {
      const items = [aDraft({ indicatorCode: 'totals', year, value })]
      expect((await reporter('PUT', '/api/observations', { items })).status).toBe(200)
      const { body } = await reporter<SavedList>('POST', '/api/submissions', { regionCode: '63', year })
      ids.push(body.items[0]?.id ?? 0)
    }
    const both = await reviewer('POST', '/api/reviews', { decision: 'approve', observationIds: ids })
    expect([both.status, both.body['code'], ...errorsOf(both)]).toEqual([
      422,
      'series-contradicts',
      'observationIds.0 falling-total',
      'observationIds.1 falling-total',
    ])
    const [first, second] = ids
    const decide = async (body: object): Promise<number> => (await reviewer('POST', '/api/reviews', body)).status
    expect(await decide({ decision: 'approve', observationIds: [first] })).toBe(200)
    expect(await decide({ decision: 'approve', observationIds: [second] })).toBe(422)
    expect(await decide({ decision: 'return', observationIds: [second], comment: '比上年少' })).toBe(200)
  })

  it('answers what was decided in the order in which it was asked', async () => {
    const { reporter, reviewer, db } = await openReview(engine)
    await addRound(db, { year: 2022, kind: 'revision' })
    const correction = { code: 'typing', reason: '少录一位' }
    const earlier = { year: 2022, value: '31', correction }
    await reporter('PUT', '/api/observations', { items: [aDraft(earlier)] })
    const { body } = await reporter<SavedList>('POST', '/api/submissions', { regionCode: '63', year: 2022 })
    const observationIds = [await submit(reporter), body.items[0]?.id ?? 0]
    const decided = await reviewer<SavedList>('POST', '/api/reviews', { decision: 'approve', observationIds })
    expect(decided.body.items.map(({ id }) => id)).toEqual(observationIds)
  })

  it('returns one with a comment, which its reporter reads, and a second submission tells of the first', async () => {
    const { reporter, reviewer, as } = await openReview(engine)
    const id = await submit(reporter)
    const bare = await reviewer('POST', '/api/reviews', { decision: 'return', observationIds: [id] })
    expect([bare.status, ...errorsOf(bare)]).toEqual([400, 'comment comment-needed'])
    const comment = '请写明文号'
    expect((await reviewer('POST', '/api/reviews', { decision: 'return', observationIds: [id], comment })).status).toBe(
      200,
    )
    const sheet = await reporter<{ rows: { pending: unknown }[] }>('GET', '/api/sheets/63/2025')
    expect(sheet.body.rows[0]?.pending).toMatchObject({ state: 'returned', comment, decidedBy: 'qh-reviewer' })
    await submit(await as('qh-second'), { value: '45', source: '年报〔2026〕4 号' })
    const { body } = await reviewer<ReviewList>('GET', '/api/reviews')
    expect(body.items[0]?.revisions).toMatchObject([{ id, comment, state: 'returned', enteredBy: 'qh-reporter' }])
    expect(Object.keys(body.people).toSorted()).toEqual(['qh-reporter', 'qh-reviewer', 'qh-second'])
  })

  it('keeps the comment of a return in sight while the figure is mended, until it is submitted again', async () => {
    const { reporter, reviewer } = await openReview(engine)
    const observationIds = [await submit(reporter)]
    await reviewer('POST', '/api/reviews', { decision: 'return', observationIds, comment: '请写明文号' })
    const returned = async (person: Person): Promise<unknown> =>
      (await person<{ rows: { returned: unknown }[] }>('GET', '/api/sheets/63/2025')).body.rows[0]?.returned
    await reporter('PUT', '/api/observations', { items: [aDraft({ value: '46', ifRevision: 1 })] })
    expect(await returned(reporter)).toMatchObject({ comment: '请写明文号', by: 'qh-reviewer' })
    expect(await returned(reviewer)).toBe(null)
    await reporter('POST', '/api/submissions', SHEET)
    expect(await returned(reporter)).toBe(null)
  })

  it('refuses a reviewer what they entered when they were a reporter', async () => {
    const { reporter, db, as } = await openReview(engine)
    const id = await submit(reporter)
    const account = {
      username: 'qh-reporter',
      displayName: '索南',
      regionCode: '63',
      email: null,
      active: true,
    } as const
    await record(db, { action: 'account.revise', data: { ...account, revision: 2, role: 'reviewer' } })
    const turned = await as('qh-reporter')
    const listed = await turned<ReviewList>('GET', '/api/reviews')
    expect(listed.body.items).toMatchObject([{ own: true }])
    const answer = await turned('POST', '/api/reviews', { decision: 'approve', observationIds: [id] })
    expect([answer.status, ...errorsOf(answer)]).toEqual([422, 'observationIds.0 own-entry'])
  })

  it('is refused by the database too, past the program', async () => {
    const { reporter, db } = await openReview(engine)
    const observationId = await submit(reporter)
    for (const role of ['reviewer', 'administrator'] as const) {
      const approval = inWriteTransaction(db, (trx) =>
        recordChange(trx, { username: 'qh-reporter', role }, NOW, {
          action: 'observation.approve',
          data: { observationId, comment: null },
        }),
      )
      await expect(approval).rejects.toThrow('nobody decides on a figure that they entered')
    }
    const bySql = inWriteTransaction(db, async (trx) => {
      const actor = { username: 'qh-reporter', role: 'reviewer' } as const
      const data = { username: 'qh-reporter' }
      const seq = await recordChange(trx, actor, NOW, { action: 'session.end', data })
      await sql`insert into observation_step (seq, observation_seq, step) values (${seq}, ${observationId}, 'approved')`.execute(
        trx,
      )
    })
    await expect(bySql).rejects.toThrow('nobody decides on a figure that they entered')
    const system = inWriteTransaction(db, (trx) =>
      recordChange(trx, { username: 'tanbiao', role: 'system' }, NOW, {
        action: 'observation.approve',
        data: { observationId, comment: null },
      }),
    )
    await expect(system).rejects.toThrow('nobody decides on a figure that they entered')
  })

  it('answers 404 for a figure of another region, for a draft, and for one that does not exist', async () => {
    const { reporter, as } = await openReview(engine)
    const saved = await reporter<SavedList>('PUT', '/api/observations', { items: [aDraft()] })
    const draft = saved.body.items[0]?.id ?? 0
    const reviewer = await as('qh-reviewer')
    expect((await reviewer('POST', '/api/reviews', { decision: 'approve', observationIds: [draft] })).status).toBe(404)
    const id = await submit(reporter)
    const stranger = await as('sd-reviewer')
    for (const observationId of [id, 1, 999_999]) {
      const answer = await stranger('POST', '/api/reviews', { decision: 'approve', observationIds: [observationId] })
      expect(answer.status).toBe(404)
    }
  })

  it('decides all or nothing, and the second of two reviewers is told that the first was faster', async () => {
    const { reporter, as } = await openReview(engine)
    const id = await submit(reporter)
    const [first, second] = [await as('qh-reviewer'), await as('qh-other-reviewer')]
    expect((await first('POST', '/api/reviews', { decision: 'approve', observationIds: [id] })).status).toBe(200)
    const late = await second('POST', '/api/reviews', { decision: 'return', observationIds: [id], comment: '?' })
    expect([late.status, ...errorsOf(late)]).toEqual([409, 'observationIds.0 already-decided'])
  })
})

describeOnBothEngines('who sees what is not approved', (engine) => {
  it('the own region, reviewers once submitted, administrators states without values, auditors in the history', async () => {
    const { reporter, as } = await openReview(engine)
    const saved = await reporter<SavedList>('PUT', '/api/observations', { items: [aDraft({ note: '秘密' })] })
    const { id } = saved.body.items[0]!
    type Rows = { rows: { pending: { id: number; value: string | null; note: string | null } | null }[] }
    const pending = async (username: string): Promise<unknown> => {
      const person = await as(username)
      const { status, body } = await person<Rows>('GET', '/api/sheets/63/2025')
      return status === 200 ? body.rows[0]?.pending : status
    }
    expect(await pending('qh-second')).toMatchObject({ id, value: '45', note: '秘密' })
    expect(await pending('qh-reviewer')).toBeNull()
    expect(await pending('administrator')).toMatchObject({ id, state: 'draft', value: null, note: null, source: null })
    for (const other of ['sd-reporter', 'sd-reviewer', 'leader', 'auditor']) expect(await pending(other)).toBe(404)

    type History = { items: { value: string }[] }
    const history = async (username: string): Promise<number> => {
      const url = '/api/observations/history?region=63&indicator=laboratories&year=2025'
      return (await (await as(username))<History>('GET', url)).body.items.length
    }
    expect(await history('auditor')).toBe(1)
    expect(await history('qh-reporter')).toBe(1)
    for (const other of ['qh-reviewer', 'sd-reporter', 'leader', 'administrator']) expect(await history(other)).toBe(0)
    await reporter('POST', '/api/submissions', SHEET)
    expect(await pending('qh-reviewer')).toMatchObject({ id, value: '45' })
    expect(await history('qh-reviewer')).toBe(1)
  })

  it('the list gives them by state to those who may see them', async () => {
    const { reporter, as, get } = await openReview(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    const total = async (username: string): Promise<unknown> =>
      (await (await as(username))('GET', '/api/observations?state=draft')).body['total']
    expect(await total('qh-reporter')).toBe(1)
    for (const other of ['qh-reviewer', 'sd-reporter', 'leader', 'auditor', 'administrator'])
      expect(await total(other)).toBe(0)
    expect((await get('/api/observations?state=draft')).body['total']).toBe(0)
  })

  it('names of people are for those who are signed in', async () => {
    const { as, get } = await openReview(engine)
    const url = '/api/observations?region=63&year=2024'
    type List = { items: { enteredBy: string | null; decidedBy: string | null }[] }
    expect((await get<List>(url)).body.items[0]).toMatchObject({ enteredBy: null, decidedBy: null })
    const leader = await as('leader')
    expect((await leader<List>('GET', url)).body.items[0]).toMatchObject({ enteredBy: 'tester', decidedBy: 'checker' })
    const history = `/api/observations/history?region=63&indicator=laboratories&year=2024`
    const text = (await get(history)).text
    expect(text).not.toContain('tester')
    expect(text).not.toContain('checker')
  })
})
