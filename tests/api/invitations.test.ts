import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { inviteFirstAdministrator } from '../../server/accounts/first-administrator.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, cookieOf, givePassword, loggedSince, signIn } from '../helpers/accounts.ts'
import { type Answer, NOW, openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround } from '../helpers/world.ts'

const PASSWORD = 'eine Kuh auf dem Eis'
const DAY_MINUTES = 24 * 60

interface World extends TestApp {
  db: Kysely<Database>
  pass: (minutes: number) => void
  /** An administrator gives a link; answers its token. */
  invite: (username: string, payload?: object) => Promise<string>
  use: (token: string, password?: string, headers?: Record<string, string>) => Promise<Answer<Record<string, unknown>>>
}

async function openWorld(engine: 'sqlite' | 'postgres'): Promise<World> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await addAccount(db, { username: 'boss', role: 'administrator' })
  await addAccount(db, { username: 'qh-reporter', role: 'reporter', displayName: '索南' })
  let now = NOW
  const app = await openApp(db, NOW, { clock: () => now, publicRead: false })
  return {
    ...app,
    db,
    pass: (minutes) => (now = new Date(now.getTime() + minutes * 60_000)),
    invite: async (username, payload = {}) => {
      const headers = await signIn(db, 'boss', now)
      const url = `/api/accounts/${username}/invitations`
      const { status, body } = await app.request({ method: 'POST', url, headers, payload })
      expect(status).toBe(201)
      const expiresAt = new Date(now.getTime() + 7 * DAY_MINUTES * 60_000).toISOString()
      expect(body).toEqual({ path: expect.stringMatching(/^\/welcome\/[A-Za-z0-9_-]{43}$/), expiresAt })
      return String(body['path']).slice('/welcome/'.length)
    },
    use: (token, password = PASSWORD, headers = {}) =>
      app.request({ method: 'POST', url: `/api/invitations/${token}`, headers, payload: { password } }),
  }
}

describeOnBothEngines('a one-time link', (engine) => {
  it('says for whom it is, sets the password, and signs in', async () => {
    const { db, get, invite, use } = await openWorld(engine)
    const token = await invite('qh-reporter', { reason: '忘记密码' })
    const before = (await loggedSince(db, 0)).length
    expect((await get(`/api/invitations/${token}`)).body).toEqual({
      username: 'qh-reporter',
      displayName: '索南',
      passwordPolicy: 'nist',
      expiresAt: '2026-07-07T04:00:00.000Z',
    })
    const { status, body, headers } = await use(token)
    expect(status).toBe(200)
    expect(body).toMatchObject({ user: { username: 'qh-reporter' }, passwordExpired: false })
    const cookie = cookieOf(headers) ?? ''
    expect((await get('/api/session', { cookie })).body['user']).toEqual(body['user'])
    expect((await loggedSince(db, before)).map(({ actor, action }) => [actor, action])).toEqual([
      ['qh-reporter', 'account.set-password'],
      ['qh-reporter', 'session.start'],
    ])
    const [invited] = (await loggedSince(db, before - 1)).slice(0, 1)
    expect(invited).toMatchObject({ actor: 'boss', action: 'account.invite', reason: '忘记密码' })
    expect(JSON.stringify(await loggedSince(db, 0))).not.toContain(token)
  })

  it('works once', async () => {
    const { get, invite, use } = await openWorld(engine)
    const token = await invite('qh-reporter')
    expect((await use(token)).status).toBe(200)
    expect((await use(token, 'another password of mine')).status).toBe(404)
    expect((await get(`/api/invitations/${token}`)).status).toBe(404)
  })

  it('works once, also of two uses at the same moment', async () => {
    const { invite, use } = await openWorld(engine)
    const token = await invite('qh-reporter')
    const answers = await Promise.all([use(token), use(token, 'another password of mine')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
  })

  it('is void after a newer one, after seven days, and after a password was set otherwise', async () => {
    const { db, get, invite, pass } = await openWorld(engine)
    const status = async (token: string): Promise<number> => (await get(`/api/invitations/${token}`)).status
    const older = await invite('qh-reporter')
    const newer = await invite('qh-reporter')
    expect([await status(older), await status(newer)]).toEqual([404, 200])
    await givePassword(db, 'qh-reporter', PASSWORD, NOW)
    expect(await status(newer)).toBe(404)
    const late = await invite('qh-reporter')
    pass(7 * DAY_MINUTES - 1)
    expect(await status(late)).toBe(200)
    pass(1)
    expect(await status(late)).toBe(404)
  })

  it('ends all sessions of the account, and that of whoever used the browser before', async () => {
    const { db, get, invite, use } = await openWorld(engine)
    const mine = await signIn(db, 'qh-reporter')
    const others = await signIn(db, 'boss')
    await use(await invite('qh-reporter'), PASSWORD, others)
    for (const headers of [mine, others]) expect((await get('/api/session', headers)).body['user']).toBeNull()
  })

  it('is kept where the password is not allowed', async () => {
    const { invite, use } = await openWorld(engine)
    const token = await invite('qh-reporter')
    const { status, body } = await use(token, 'tanbiaotanbiaotanbiao')
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'password', code: 'password-commonplace' }] })
    expect((await use(token)).status).toBe(200)
  })

  it('is none for an inactive account, and one that was never given is like any that is void', async () => {
    const { db, get, invite, request } = await openWorld(engine)
    const token = await invite('qh-reporter')
    const headers = await signIn(db, 'boss')
    const url = '/api/accounts/qh-reporter'
    await request({ method: 'PATCH', url, headers, payload: { active: false, reason: '离职' } })
    const { requestId: _mine, ...inactive } = (await get(`/api/invitations/${token}`)).body
    const { requestId: _other, ...unknown } = (await get(`/api/invitations/${'A'.repeat(43)}`)).body
    expect(inactive).toEqual(unknown)
    expect(unknown).toMatchObject({ status: 404, code: 'not-found' })
    const again = await request({ method: 'POST', url: `${url}/invitations`, headers, payload: {} })
    expect(again).toMatchObject({ status: 422, body: { code: 'inactive-account' } })
  })

  it('is stored as a hash only', async () => {
    const { db, invite } = await openWorld(engine)
    const token = await invite('qh-reporter')
    const rows = await db.selectFrom('invitation').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describeOnBothEngines('the first administrator', (engine) => {
  it('is made by the program, and invited anew until an administrator has had a password', async () => {
    const db = await databaseOfTest(engine)
    const first = await inviteFirstAdministrator(db, NOW)
    const second = await inviteFirstAdministrator(db, NOW)
    expect(second?.path).not.toBe(first?.path)
    expect((await loggedSince(db, 0)).map(({ actor, action, object }) => [actor, action, object])).toEqual([
      ['tanbiao', 'account.revise', 'account/admin'],
      ['tanbiao', 'account.invite', 'account/admin'],
      ['tanbiao', 'account.invite', 'account/admin'],
    ])
    await givePassword(db, 'admin', PASSWORD, NOW)
    expect(await inviteFirstAdministrator(db, NOW)).toBeUndefined()
  })
})

describeOnBothEngines('a database that was rebuilt from its log', (engine) => {
  it('has accounts without passwords, and invites an administrator who was one before', async () => {
    const db = await databaseOfTest(engine)
    await inviteFirstAdministrator(db, NOW)
    await givePassword(db, 'admin', PASSWORD, NOW)
    await addAccount(db, { username: 'boss', role: 'administrator' }, NOW)
    await addAccount(db, { username: 'admin', role: 'administrator', revision: 2, active: false }, NOW)
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    expect(await inviteFirstAdministrator(rebuilt, NOW)).toMatchObject({ username: 'boss' })
  })
})

describeOnBothEngines('the log of the requests', (engine) => {
  it('tells no link', async () => {
    const { loggedRequest } = await import('../../server/http/log.ts')
    const { app } = await openApp(await databaseOfTest(engine))
    const told: unknown[] = []
    app.addHook('onRequest', async (request) => void told.push(loggedRequest(request)['url']))
    const token = 'A'.repeat(43)
    for (const url of [`/api/invitations/${token}`, `/welcome/${token}?x=1`, '/api/targets?q=welcome/x']) {
      await app.inject(url)
    }
    expect(told).toEqual(['/api/invitations/***', '/welcome/***', '/api/targets'])
  })
})
