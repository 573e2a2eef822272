import { expect, it } from 'vitest'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { listLines } from '../../server/audit/queries.ts'
import { recordChange } from '../../server/audit/record.ts'
import type { AuditLife, AuditList } from '../../server/contract/audit.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { addAccount, loggedSince, signIn } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { addApproved, addDraft, aMilestone, aTarget, record } from '../helpers/world.ts'

const FIGURE = 'observation/63/laboratories/2025/value'

describeOnBothEngines('the audit log', (engine) => {
  const world = shared(engine, async (db) => {
    const desk = await openDesk(db)
    const at = (text: string): Date => new Date(text)
    const figure = { year: 2025, value: '45' }
    const first = await addDraft(db, { ...figure, source: '年报' }, at('2026-03-01T02:00:00.000Z'))
    const step = { observationId: first, comment: null }
    await record(db, { action: 'observation.submit', data: step }, at('2026-03-01T03:00:00.000Z'))
    const sentBack = { action: 'observation.return', data: { ...step, comment: '请核对“100%_\\”' } } as const
    await record(db, sentBack, at('2026-03-01T16:30:00.000Z'))
    const second = await addApproved(db, { ...figure, value: '46', revision: 2 }, at('2026-03-03T02:00:00.000Z'))
    const revised = aTarget({
      revision: 2,
      milestones: [aMilestone({ value: '90' })],
      correction: { code: 'typing', reason: '原文为 90 家' },
    })
    await record(db, { action: 'target.revise', data: revised }, at('2026-04-01T00:00:00.000Z'))
    const weight = { targetId: 'plan-laboratories', revision: 1, weight: '2' }
    await record(db, { action: 'target.weigh', data: weight }, at('2026-04-02T00:00:00.000Z'))
    const moved = { username: 'qh-second', displayName: 'qh-second', role: 'leader', regionCode: null } as const
    await addAccount(db, { ...moved, revision: 2, displayName: '卓玛' }, at('2026-04-03T00:00:00.000Z'))
    await inWriteTransaction(db, async (trx) => {
      const leader = { username: 'leader', role: 'leader' } as const
      const data = { method: 'GET', route: '/api/accounts' }
      await recordChange(trx, leader, at('2026-05-01T00:00:00.000Z'), { action: 'access.refuse', data }, '越权')
    })
    return { ...desk, db, first, second, headers: await signIn(db, 'auditor', NOW) }
  })
  const ask = async <Body = AuditList>(query: string): Promise<Body> => {
    const { status, body, text } = await world().get<Body>(`/api/audit${query}`, world().headers)
    expect(status, text).toBe(200)
    return body
  }
  const seqsOf = async (query: string): Promise<number[]> => (await ask(query)).items.map(({ seq }) => seq)
  const lifeOf = (object: string): Promise<AuditLife> =>
    ask<AuditLife>(`/object?limit=1000&object=${encodeURIComponent(object)}`)

  it('answers its lines, newest first, whole, with the names of those who acted', async () => {
    const lines = await listLines(world().db)
    const { items, total, people } = await ask('?limit=1000')
    expect(items.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => lines.length - index))
    expect(total).toBe(lines.length)
    expect(people['leader']).toBe('leader')
    for (const item of items) {
      const line = lines[item.seq - 1] ?? ''
      const { subject, hash, reason, ...told } = item
      expect(JSON.parse(line)).toEqual({ ...told, ...(reason !== null && { reason }) })
      expect(hash).toBe(hashOf(line))
      expect(subject.startsWith('observation-revision/')).toBe(false)
    }
  })

  it('goes through all lines page by page, none twice and none left out, whatever is written meanwhile', async () => {
    const { db } = world()
    const all = await seqsOf('?limit=1000&actor=tester')
    const seen: number[] = []
    let cursor = ''
    for (;;) {
      const page = await ask(`?limit=7&actor=tester${cursor}`)
      expect(page.total).toBe(all.length)
      seen.push(...page.items.map(({ seq }) => seq))
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
      await record(db, { action: 'session.start', data: { username: 'leader' } }, new Date(NOW.getTime() + 1000))
    }
    expect(seen).toEqual(all)
  })

  it.each([
    ['actor=leader&role=leader', ({ actor, role }) => actor === 'leader' && role === 'leader'],
    ['role=reviewer', ({ role }) => role === 'reviewer'],
    ['action=observation.approve', ({ action }) => action === 'observation.approve'],
    [`object=${FIGURE}`, ({ object }) => object === FIGURE],
    ['object=observation/63/*', ({ object }) => String(object).startsWith('observation/63/')],
    ['object=observation/63/labo/*', () => false],
    ['object=target/*&action=target.weigh', ({ action }) => action === 'target.weigh'],
    // The days of Shanghai begin at 16 o'clock in UTC.
    ['from=2026-03-01&to=2026-03-01', ({ at }) => /^2026-03-01T0[23]/.test(String(at))],
    ['from=2026-03-02&to=2026-03-02', ({ at }) => String(at).startsWith('2026-03-01T16:30')],
    ['from=2026-03-01T03:00:00Z&to=2026-03-01T16:30:00Z', ({ at }) => /^2026-03-01T(03:00|16:30)/.test(String(at))],
    ['asOf=2026-03-02', ({ at }) => String(at) < '2026-03-02T16:00'],
    ['after=3&asOf=2026-03-02', ({ at, seq }) => Number(seq) > 3 && String(at) < '2026-03-02T16:00'],
  ] as [string, (line: Record<string, unknown>) => boolean][])('is filtered by %s', async (query, holds) => {
    const all = (await listLines(world().db)).map((line) => JSON.parse(line) as Record<string, unknown>)
    const expected = all.filter(holds).map(({ seq }) => seq as number)
    expect(await seqsOf(`?limit=1000&${query}`)).toEqual(expected.toReversed())
    expect((await ask(`?limit=1&${query}`)).total).toBe(expected.length)
  })

  it('is searched by words, each of which must be found, small and capital letters alike', async () => {
    const returned = await seqsOf('?action=observation.return')
    for (const q of ['请核对', '核对 RETURN', '“100%_\\”']) {
      expect(await seqsOf(`?q=${encodeURIComponent(q)}&limit=1000`), q).toEqual(returned)
    }
    for (const q of ['请核对 没有', '100_\\', '%请核对', '请__']) {
      expect(await seqsOf(`?q=${encodeURIComponent(q)}&limit=1000`), q).toEqual([])
    }
    expect(await seqsOf(`?q=${encodeURIComponent('越权')}`)).toHaveLength(1)
  })

  it('finds the line that has a hash, and takes no hash for words', async () => {
    const [line] = (await ask('?action=target.weigh')).items
    expect(await seqsOf(`?q=${line?.hash}`)).toEqual([line?.seq])
    expect(await seqsOf(`?q=${line?.hash.slice(0, 12)}`)).toEqual([])
  })

  it.each(['object=observation', 'object=*', 'action=approve', 'from=2026-02-30', 'to=soon', 'role=king', 'x=1'])(
    'refuses %s, naming the field',
    async (query) => {
      const { status, body } = await world().get(`/api/audit?${query}`, world().headers)
      expect(status).toBe(400)
      expect(body['errors']).toMatchObject([{ path: query.split('=')[0] }])
    },
  )

  it('tells the whole life of a figure: its revisions and the steps of each, and what they changed', async () => {
    const { first, second } = world()
    const { object, total, items } = await lifeOf(FIGURE)
    expect(object).toBe(FIGURE)
    expect(total).toBe(6)
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      'observation.enter tester',
      'observation.submit tester',
      'observation.return checker',
      'observation.enter tester',
      'observation.submit tester',
      'observation.approve checker',
    ])
    expect(items[0]?.changes).toContainEqual({ field: 'value', old: null, new: '45' })
    expect(items[2]?.changes).toEqual([{ field: 'state', old: 'submitted', new: 'returned' }])
    expect(items[3]?.changes).toContainEqual({ field: 'value', old: '45', new: '46' })
    expect(items[5]?.changes).toEqual([{ field: 'state', old: 'submitted', new: 'approved' }])
    expect((await lifeOf(`observation-revision/${first}`)).items).toEqual(items)
    expect((await lifeOf(`observation-revision/${second}`)).object).toBe(FIGURE)
  })

  it('tells the life of a target with its weights, and of an account with its role', async () => {
    const target = await lifeOf('target/plan-laboratories')
    expect(target.items.map(({ action }) => action)).toEqual(['target.revise', 'target.revise', 'target.weigh'])
    expect(target.items[1]?.changes).toEqual([{ field: 'milestones.2030.value', old: '100', new: '90' }])
    expect(target.items[2]?.changes).toEqual([{ field: 'weight', old: null, new: '2' }])
    const account = await lifeOf('account/qh-second')
    expect(account.items[1]?.changes).toEqual([
      { field: 'displayName', old: 'qh-second', new: '卓玛' },
      { field: 'regionCode', old: '63', new: null },
      { field: 'role', old: 'reporter', new: 'leader' },
    ])
  })

  it('tells a life page by page as on one page', async () => {
    const { items } = await lifeOf(FIGURE)
    const seen: unknown[] = []
    let cursor = ''
    do {
      const page = await ask<AuditLife>(`/object?object=${FIGURE}&limit=2${cursor}`)
      seen.push(...page.items)
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
    } while (cursor !== '')
    expect(seen).toEqual(items)
  })

  it('has no life of what it does not know, nor of what came later', async () => {
    const { get, headers } = world()
    expect((await get('/api/audit/object?object=observation/63/laboratories/2099/value', headers)).status).toBe(404)
    expect((await get('/api/audit/object?object=observation-revision/1', headers)).status).toBe(404)
    expect((await get(`/api/audit/object?object=${FIGURE}&asOf=2026-02-28`, headers)).status).toBe(404)
    expect((await ask<AuditLife>(`/object?object=${FIGURE}&asOf=2026-03-01`)).total).toBe(2)
  })

  it('names whoever can stand in it: accounts, and the program', async () => {
    const { items } = await ask<{ items: { username: string; role: string }[] }>('/actors?limit=1000')
    expect(items).toContainEqual({ username: 'qh-second', displayName: '卓玛', role: 'leader' })
    expect(items.at(-1)).toMatchObject({ username: 'tanbiao', role: 'system' })
  })

  it('can be taken away whole, byte for byte, so that its chain can be checked', async () => {
    const { db, get, headers } = world()
    const before = await listLines(db)
    const { text, headers: sent } = await get('/api/audit/log.jsonl', headers)
    expect(text).toBe(before.map((line) => `${line}\n`).join(''))
    expect(sent['content-type']).toBe('application/jsonl; charset=utf-8')
    expect(sent['content-disposition']).toBe('attachment; filename="audit-as-of-2026-06-30.jsonl"')
    let prev = GENESIS
    for (const line of text.trimEnd().split('\n')) {
      expect(line.endsWith(`,"prev":"${prev}"}`)).toBe(true)
      prev = hashOf(line)
    }
    expect(await loggedSince(db, before.length)).toMatchObject([
      { actor: 'auditor', action: 'export.take', data: { file: 'audit/log.jsonl' } },
    ])
  })

  it('can be taken away as CSV, filtered, in the order of the log, which is a line of it', async () => {
    const { db, get, headers, first } = world()
    const lines = await listLines(db)
    const { text } = await get('/api/audit.csv?action=observation.return', headers)
    const [returned] = (await ask('?action=observation.return')).items
    expect(text).toBe(
      `\uFEFFseq,at,actor,role,action,object,reason,data,hash\r\n${returned?.seq},2026-03-01T16:30:00.000Z,checker,reviewer,observation.return,observation-revision/${first},,"{""observationId"":${first},""comment"":""请核对“100%_\\\\”""}",${returned?.hash}\r\n`,
    )
    expect(await loggedSince(db, lines.length)).toMatchObject([
      { actor: 'auditor', data: { file: 'audit.csv', filters: { action: 'observation.return' } } },
    ])
    const all = await get('/api/audit.csv?bom=0&actor=tester', headers)
    const seqs = all.text.trimEnd().split('\r\n').slice(1)
    expect(seqs.map((row) => Number(row.split(',')[0]))).toEqual(
      (await seqsOf('?limit=1000&actor=tester')).toReversed(),
    )
  })
})
