import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, cookieOf, givePassword, loggedSince, signIn } from '../helpers/accounts.ts'
import { type Answer, NOW, openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, record } from '../helpers/world.ts'

const PASSWORD = 'eine Kuh auf dem Eis'
const ANOTHER = '青海湖边看日出，风很大很大'.padEnd(16, '。')

interface World extends TestApp {
  db: Kysely<Database>
  /** Moves the clock on. */
  pass: (minutes: number) => void
  signInAs: (username: string, password?: string, headers?: Record<string, string>) => Promise<Answer<Body>>
}
type Body = Record<string, unknown>

async function openWorld(
  engine: 'sqlite' | 'postgres',
  options: Partial<Parameters<typeof openApp>[2]> = {},
): Promise<World> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  let now = NOW
  const app = await openApp(db, NOW, { clock: () => now, ...options })
  return {
    ...app,
    db,
    pass: (minutes) => (now = new Date(now.getTime() + minutes * 60_000)),
    signInAs: (username, password = PASSWORD, headers = {}) =>
      app.request({ method: 'POST', url: '/api/session', headers, payload: { username, password } }),
  }
}

async function withReporter(engine: 'sqlite' | 'postgres', options = {}): Promise<World> {
  const world = await openWorld(engine, options)
  await addAccount(world.db, { username: 'qh-reporter', role: 'reporter', displayName: '索南（青海填报）' })
  await givePassword(world.db, 'qh-reporter', PASSWORD)
  return world
}

const REPORTER = { username: 'qh-reporter', displayName: '索南（青海填报）', role: 'reporter', regionCode: '63' }
const countLines = async (db: Kysely<Database>): Promise<number> => (await loggedSince(db, 0)).length

describeOnBothEngines('POST /api/session', (engine) => {
  it('signs in, with a cookie that no script reads and no other site sends', async () => {
    const { signInAs, get, db } = await withReporter(engine)
    const before = await countLines(db)
    const { status, body, headers } = await signInAs('qh-reporter')
    expect(status).toBe(200)
    const installation = { mode: 'live', publicRead: true, passwordPolicy: 'nist', passwordExpired: false }
    expect(body).toEqual({ user: REPORTER, ...installation })
    expect(headers['set-cookie']).toMatch(/^tanbiao_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = cookieOf(headers) ?? ''
    expect((await get('/api/session', { cookie })).body).toEqual(body)
    expect(await loggedSince(db, before)).toEqual([
      {
        actor: 'qh-reporter',
        action: 'session.start',
        object: 'account/qh-reporter',
        data: { username: 'qh-reporter' },
        reason: undefined,
      },
    ])
  })

  it('takes a name with capitals, blanks and full-width letters, and a password in another Unicode form', async () => {
    const { signInAs, db } = await withReporter(engine)
    await givePassword(db, 'qh-reporter', 'café ＡＢＣ au lait ici')
    expect((await signInAs(' QH-Reporter ', 'cafe\u0301 ABC au lait ici')).status).toBe(200)
    expect((await signInAs('ｑｈ-reporter', 'café ABC au lait ici')).status).toBe(200)
    expect((await signInAs('qh-reporter', 'cafe ABC au lait ici')).status).toBe(401)
  })

  it('says the same of a wrong password, an unknown name, an inactive account and one without a password', async () => {
    const { signInAs, db } = await withReporter(engine)
    await addAccount(db, { username: 'gone', role: 'leader', active: false })
    await givePassword(db, 'gone', PASSWORD)
    await addAccount(db, { username: 'new', role: 'leader' })
    const before = await countLines(db)
    const answers = [
      await signInAs('qh-reporter', 'not the password'),
      await signInAs('nobody-of-this-name'),
      await signInAs('gone'),
      await signInAs('new'),
      await signInAs("' or 1=1 --"),
      await signInAs('a\0b\uD800'),
    ]
    for (const { status, body, headers } of answers) {
      const { requestId: _requestId, ...said } = body
      const { requestId: _firstId, ...first } = answers[0]?.body ?? {}
      expect(status).toBe(401)
      expect(said).toEqual(first)
      expect(said).toMatchObject({ code: 'sign-in-failed', title: '尚未登录' })
      expect(headers['set-cookie']).toBeUndefined()
    }
    const told = (await loggedSince(db, before)).map(({ actor, action, data }) => [actor, action, data])
    expect(told).toEqual(
      [
        { username: 'qh-reporter', why: 'wrong' },
        // A name that no account has may be a password typed in the wrong place.
        { username: null, why: 'wrong' },
        { username: 'gone', why: 'inactive' },
        { username: 'new', why: 'wrong' },
        { username: null, why: 'wrong' },
        { username: null, why: 'wrong' },
      ].map((data) => ['tanbiao', 'session.refuse', data]),
    )
  })

  it('begins a session of its own, whatever cookie the browser brought', async () => {
    const { signInAs, get } = await withReporter(engine)
    const planted = `tanbiao_session=${'A'.repeat(43)}`
    const cookie = cookieOf((await signInAs('qh-reporter', PASSWORD, { cookie: planted })).headers)
    expect(cookie).not.toBe(planted)
    expect((await get('/api/session', { cookie: planted })).body['user']).toBeNull()
  })

  it('ends the session that the same browser had', async () => {
    const { signInAs, get, db } = await withReporter(engine)
    const first = cookieOf((await signInAs('qh-reporter')).headers) ?? ''
    const elsewhere = cookieOf((await signInAs('qh-reporter')).headers) ?? ''
    const before = await countLines(db)
    const second = cookieOf((await signInAs('qh-reporter', PASSWORD, { cookie: first })).headers) ?? ''
    expect((await get('/api/session', { cookie: first })).body['user']).toBeNull()
    for (const cookie of [elsewhere, second]) {
      expect((await get('/api/session', { cookie })).body['user']).toEqual(REPORTER)
    }
    const actions = (await loggedSince(db, before)).map(({ action }) => action)
    expect(actions).toEqual(['session.end', 'session.start'])
  })

  it('stores no token and no password, neither in a table nor in the log', async () => {
    const { signInAs, db } = await withReporter(engine)
    const [, token = ''] = (cookieOf((await signInAs('qh-reporter')).headers) ?? '').split('=')
    const [stored] = await db.selectFrom('session').selectAll().execute()
    expect(stored?.token_hash).toBe(createHash('sha256').update(token).digest('hex'))
    const [password] = await db.selectFrom('password').selectAll().execute()
    expect(password?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const everything = JSON.stringify([stored, password, await loggedSince(db, 0)])
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(PASSWORD)
    expect(JSON.stringify(await loggedSince(db, 0))).not.toContain('argon2id')
  })

  it.each([
    [{}, ['username', 'password']],
    [{ username: 'x', password: '' }, ['password']],
    [{ username: 'x', password: 'y', remember: true }, ['remember']],
  ])('names the fields that are wrong in %j', async (payload, fields) => {
    const { request } = await openWorld(engine)
    const { status, body } = await request({ method: 'POST', url: '/api/session', payload })
    expect(status).toBe(400)
    expect((body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual(fields)
  })
})

describeOnBothEngines('the work of a sign-in', (engine) => {
  it('is the same for a name that nobody has, and so is the time', async () => {
    const { signInAs } = await withReporter(engine)
    // Processor time of this process, of which a hash takes nearly all: it does not depend on what else the machine does.
    const work = async (username: string): Promise<number> => {
      const before = process.cpuUsage()
      for (let turn = 0; turn < 3; turn++) expect((await signInAs(username, 'wrong')).status).toBe(401)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await work('warm-up')
    const wrong = await work('qh-reporter')
    const unknown = await work('nobody')
    expect(unknown).toBeGreaterThan(wrong / 3)
    expect(unknown).toBeLessThan(wrong * 3)
  })
})

describeOnBothEngines('the cookie', (engine) => {
  it('is sent over HTTPS only where a trusted proxy says that the way is encrypted', async () => {
    const { signInAs } = await withReporter(engine, { trustProxy: ['127.0.0.1'] })
    const { headers } = await signInAs('qh-reporter', PASSWORD, { 'x-forwarded-proto': 'https' })
    expect(headers['set-cookie']).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('does not believe anyone else who says so', async () => {
    const { signInAs } = await withReporter(engine)
    const { headers } = await signInAs('qh-reporter', PASSWORD, { 'x-forwarded-proto': 'https' })
    expect(headers['set-cookie']).not.toContain('Secure')
  })
})

describeOnBothEngines('GET /api/session', (engine) => {
  it('says that nobody is signed in, even where nothing can be read without', async () => {
    const { get } = await openWorld(engine, { publicRead: false, passwordPolicy: 'dengbao', mode: 'demo' })
    const { status, body } = await get('/api/session')
    expect(status).toBe(200)
    const installation = { mode: 'demo', publicRead: false, passwordPolicy: 'dengbao', passwordExpired: false }
    expect(body).toEqual({ user: null, ...installation })
  })
})

describeOnBothEngines('a session', (engine) => {
  const isOpen = async ({ get }: World, headers: { cookie: string }): Promise<boolean> =>
    (await get<{ user: unknown }>('/api/session', headers)).body.user !== null

  it('ends when its owner signs out, with a line in the log, and the cookie is taken back', async () => {
    const world = await withReporter(engine)
    const headers = await signIn(world.db, 'qh-reporter')
    const before = await countLines(world.db)
    const answer = await world.request({ method: 'DELETE', url: '/api/session', headers })
    expect(answer).toMatchObject({ status: 200, body: { user: null } })
    expect(answer.headers['set-cookie']).toMatch(/^tanbiao_session=; .*Expires=Thu, 01 Jan 1970/)
    expect(await isOpen(world, headers)).toBe(false)
    expect((await loggedSince(world.db, before)).map(({ actor, action }) => [actor, action])).toEqual([
      ['qh-reporter', 'session.end'],
    ])
    expect((await world.request({ method: 'DELETE', url: '/api/session', headers })).status).toBe(401)
  })

  it.each([
    ['nist', 60, 12],
    ['dengbao', 15, 8],
  ] as const)('ends under %s after %i idle minutes, and after %i hours in any case', async (policy, idle, hours) => {
    const world = await withReporter(engine, { passwordPolicy: policy })
    await givePassword(world.db, 'qh-reporter', PASSWORD, NOW)
    const idleOne = await signIn(world.db, 'qh-reporter')
    world.pass(idle + 1)
    expect(await isOpen(world, idleOne)).toBe(false)

    const busy = cookieOf((await world.signInAs('qh-reporter')).headers) ?? ''
    // What has ended is thrown away with the next sign-in.
    expect(await world.db.selectFrom('session').selectAll().execute()).toHaveLength(1)
    let passed = 0
    for (; passed + idle <= hours * 60; passed += idle - 2) {
      expect(await isOpen(world, { cookie: busy }), `after ${passed} minutes`).toBe(true)
      world.pass(idle - 2)
    }
    expect(await isOpen(world, { cookie: busy })).toBe(true)
    world.pass(hours * 60 - passed)
    expect(await isOpen(world, { cookie: busy })).toBe(true)
    world.pass(1)
    expect(await isOpen(world, { cookie: busy })).toBe(false)
  })

  it.each([
    ['is made inactive', { active: false }],
    ['gets another role', { role: 'reviewer' }],
    ['gets another region', { regionCode: '37' }],
  ])('ends when its account %s', async (_what, change) => {
    const world = await withReporter(engine)
    await record(world.db, {
      action: 'region.add',
      data: { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null },
    })
    await addAccount(world.db, { username: 'boss', role: 'administrator' })
    const session = await signIn(world.db, 'qh-reporter')
    const headers = await signIn(world.db, 'boss')
    const url = '/api/accounts/qh-reporter'
    const named = await world.request({ method: 'PATCH', url, headers, payload: { displayName: '他', reason: '改名' } })
    expect(named.status).toBe(200)
    expect(await isOpen(world, session)).toBe(true)
    const changed = await world.request({ method: 'PATCH', url, headers, payload: { ...change, reason: '调动' } })
    expect(changed.status).toBe(200)
    expect(await isOpen(world, session)).toBe(false)
    expect(await world.db.selectFrom('session').select('username').execute()).toEqual([{ username: 'boss' }])
  })

  it('ends when an administrator ends all of the account, with a reason', async () => {
    const world = await withReporter(engine)
    await addAccount(world.db, { username: 'boss', role: 'administrator' })
    const session = await signIn(world.db, 'qh-reporter')
    const headers = await signIn(world.db, 'boss')
    const before = await countLines(world.db)
    const url = '/api/accounts/qh-reporter/sessions'
    const { status } = await world.request({ method: 'DELETE', url, headers, payload: { reason: '电脑丢失' } })
    expect(status).toBe(200)
    expect(await isOpen(world, session)).toBe(false)
    expect(await isOpen(world, headers)).toBe(true)
    expect(await loggedSince(world.db, before)).toEqual([
      {
        actor: 'boss',
        action: 'session.end',
        object: 'account/qh-reporter',
        data: { username: 'qh-reporter' },
        reason: '电脑丢失',
      },
    ])
  })
})

describeOnBothEngines('PUT /api/session/password', (engine) => {
  const change = (
    { request }: World,
    headers: { cookie: string },
    payload: object = { password: PASSWORD, newPassword: ANOTHER },
  ) => request({ method: 'PUT', url: '/api/session/password', headers, payload })
  const errorsOf = ({ body }: Answer<Body>): unknown[] =>
    (body['errors'] as { path: string; code: string }[]).map(({ path, code }) => [path, code])

  it('sets another password, and ends the other sessions of the account', async () => {
    const world = await withReporter(engine)
    const headers = await signIn(world.db, 'qh-reporter')
    const other = await signIn(world.db, 'qh-reporter')
    const before = await countLines(world.db)
    expect((await change(world, headers)).status).toBe(200)
    expect((await world.get('/api/session', headers)).body['user']).toEqual(REPORTER)
    expect((await world.get('/api/session', other)).body['user']).toBeNull()
    expect((await world.signInAs('qh-reporter', PASSWORD)).status).toBe(401)
    expect((await world.signInAs('qh-reporter', ANOTHER)).status).toBe(200)
    expect((await loggedSince(world.db, before))[0]).toEqual({
      actor: 'qh-reporter',
      action: 'account.set-password',
      object: 'account/qh-reporter',
      data: { username: 'qh-reporter' },
      reason: undefined,
    })
  })

  it('takes the present password, and counts and holds wrong guesses at it', async () => {
    const world = await withReporter(engine)
    const headers = await signIn(world.db, 'qh-reporter')
    const wrong = { password: 'a guess', newPassword: ANOTHER }
    expect(errorsOf(await change(world, headers, wrong))).toEqual([['password', 'password-wrong']])
    for (let guess = 0; guess < 3; guess++) await change(world, headers, wrong)
    expect((await change(world, headers)).status).toBe(429)
    expect((await world.get('/api/session', headers)).body['user']).toEqual(REPORTER)
  })

  it('refuses what the policy does not allow, naming the field, and changes nothing', async () => {
    const world = await withReporter(engine)
    const headers = await signIn(world.db, 'qh-reporter')
    const short = await change(world, headers, { password: PASSWORD, newPassword: 'short' })
    expect(short.status).toBe(400)
    expect(errorsOf(short)).toEqual([['newPassword', 'password-short-15']])
    expect((await world.signInAs('qh-reporter', PASSWORD)).status).toBe(200)
  })

  it('refuses under dengbao what was one of the last five', async () => {
    const world = await withReporter(engine, { passwordPolicy: 'dengbao' })
    const used = ['Erste-Kuh-1', 'Zweite-Kuh-2', 'Dritte-Kuh-3', 'Vierte-Kuh-4', 'Letzte-Kuh-5', 'Neue-Kuh-6']
    for (const password of used) await givePassword(world.db, 'qh-reporter', password, NOW)
    const headers = await signIn(world.db, 'qh-reporter')
    const take = (newPassword: string) => change(world, headers, { password: 'Neue-Kuh-6', newPassword })
    expect(errorsOf(await take('Zweite-Kuh-2'))).toEqual([['newPassword', 'password-used']])
    expect(errorsOf(await take('Neue-Kuh-6'))).toEqual([['newPassword', 'password-used']])
    expect((await take('Erste-Kuh-1')).status).toBe(200)
  })
})

describeOnBothEngines('a password that has expired', (engine) => {
  it('lets in under dengbao after 90 days, but to nothing except changing it', async () => {
    const world = await withReporter(engine, { passwordPolicy: 'dengbao' })
    await givePassword(world.db, 'qh-reporter', 'Erste-Kuh-1', NOW)
    world.pass(90 * 24 * 60)
    expect((await world.signInAs('qh-reporter', 'Erste-Kuh-1')).body).toMatchObject({ passwordExpired: false })
    world.pass(1)
    const { status, body, headers } = await world.signInAs('qh-reporter', 'Erste-Kuh-1')
    expect([status, body['passwordExpired']]).toEqual([200, true])
    const cookie = cookieOf(headers) ?? ''
    for (const url of ['/api/targets', '/api/observations.csv', '/api/accounts']) {
      expect(await world.get(url, { cookie })).toMatchObject({ status: 403, body: { code: 'password-expired' } })
    }
    expect((await world.get('/api/session', { cookie })).body).toMatchObject({ passwordExpired: true, user: REPORTER })
    expect((await world.get('/api/health', { cookie })).status).toBe(200)
    const payload = { password: 'Erste-Kuh-1', newPassword: 'Zweite-Kuh-2' }
    const changed = await world.request({ method: 'PUT', url: '/api/session/password', headers: { cookie }, payload })
    expect(changed).toMatchObject({ status: 200, body: { passwordExpired: false } })
    expect((await world.get('/api/targets', { cookie })).status).toBe(200)
  })

  it('is none under nist', async () => {
    const world = await withReporter(engine)
    world.pass(5000 * 24 * 60)
    expect((await world.signInAs('qh-reporter')).body).toMatchObject({ passwordExpired: false })
  })
})
