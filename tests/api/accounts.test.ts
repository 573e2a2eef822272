import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { listAccounts } from '../../server/accounts/queries.ts'
import type { Account, AccountList } from '../../server/contract/account.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, cookieOf, givePassword, loggedSince, signIn } from '../helpers/accounts.ts'
import { type Answer, NOW, openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, START } from '../helpers/world.ts'

type Body = Record<string, unknown>

interface World extends TestApp {
  db: Kysely<Database>
  /** As the administrator `boss`. */
  ask: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => Promise<Answer<Body>>
}

async function openWorld(engine: 'sqlite' | 'postgres'): Promise<World> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await addAccount(db, { username: 'boss', role: 'administrator' })
  await givePassword(db, 'boss', 'eine Kuh auf dem Eis')
  const app = await openApp(db)
  const headers = await signIn(db, 'boss')
  return {
    ...app,
    db,
    ask: (method, url, payload) => app.request({ method, url, headers, ...(payload && { payload }) }),
  }
}

const NEW = {
  username: 'qh-reporter',
  displayName: '索南（青海填报）',
  role: 'reporter',
  regionCode: '63',
  email: 'sonam@example.cn',
  reason: '新到岗',
}
const errorsOf = ({ body }: Answer<Body>): unknown[] =>
  (body['errors'] as { path: string; code: string }[]).map(({ path, code }) => [path, code])
const listed = async ({ ask }: World): Promise<Account[]> =>
  ((await ask('GET', '/api/accounts')).body as unknown as AccountList).items

describeOnBothEngines('POST /api/accounts', (engine) => {
  it('makes an account without a password, and answers its link', async () => {
    const world = await openWorld(engine)
    const before = (await loggedSince(world.db, 0)).length
    const { status, body } = await world.ask('POST', '/api/accounts', NEW)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      path: expect.stringMatching(/^\/welcome\//),
      account: { username: 'qh-reporter', active: true, revision: 1, hasPassword: false, invited: true },
    })
    const { reason, ...terms } = NEW
    expect(await loggedSince(world.db, before)).toEqual([
      {
        actor: 'boss',
        action: 'account.revise',
        object: 'account/qh-reporter',
        data: { ...terms, revision: 1, active: true },
        reason,
      },
      {
        actor: 'boss',
        action: 'account.invite',
        object: 'account/qh-reporter',
        data: { username: 'qh-reporter', expiresAt: body['expiresAt'] },
        reason,
      },
    ])
  })

  it.each([
    ['username', 'Qh Reporter', 'username'],
    ['username', 'boss', 'username-taken'],
    ['username', 'tanbiao', 'username-taken'],
    ['displayName', '  ', 'blank-text'],
    ['displayName', 'a\0b', 'unstorable-text'],
    ['role', 'system', 'invalid-value'],
    ['regionCode', null, 'region-needed'],
    ['regionCode', '99', 'unknown-region'],
    ['email', 'not an address', 'email'],
    ['reason', undefined, 'invalid-type'],
    ['password', 'known to the administrator', 'unknown-field'],
  ])('refuses %s %j: %s', async (field, value, code) => {
    const world = await openWorld(engine)
    const refused = await world.ask('POST', '/api/accounts', { ...NEW, [field]: value })
    expect(refused.status).toBe(400)
    expect(errorsOf(refused)).toEqual([[field, code]])
    expect(await listed(world)).toHaveLength(1)
  })

  it('gives a region to reporters and reviewers only', async () => {
    const world = await openWorld(engine)
    const refused = await world.ask('POST', '/api/accounts', { ...NEW, role: 'leader' })
    expect(errorsOf(refused)).toEqual([['regionCode', 'region-not-taken']])
    expect((await world.ask('POST', '/api/accounts', { ...NEW, role: 'leader', regionCode: null })).status).toBe(201)
  })

  it('of two at the same moment makes one', async () => {
    const world = await openWorld(engine)
    const answers = await Promise.all([1, 2].map(() => world.ask('POST', '/api/accounts', NEW)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400])
  })
})

describeOnBothEngines('GET /api/accounts', (engine) => {
  it('lists them by username, with what they were and why', async () => {
    const world = await openWorld(engine)
    await world.ask('POST', '/api/accounts', NEW)
    await world.ask('PATCH', '/api/accounts/qh-reporter', { role: 'reviewer', email: null, reason: '换岗' })
    const { body } = await world.ask('GET', '/api/accounts')
    expect(body).toMatchObject({ asOf: NOW.toISOString(), total: 2, nextCursor: null })
    const [boss, reporter] = body['items'] as [Account, Account]
    const first = { displayName: '索南（青海填报）', regionCode: '63', active: true }
    expect(reporter).toEqual({
      ...first,
      username: 'qh-reporter',
      role: 'reviewer',
      email: null,
      revision: 2,
      hasPassword: false,
      invited: true,
      lastSeenAt: null,
      history: [
        {
          ...first,
          revision: 1,
          at: NOW.toISOString(),
          by: 'boss',
          reason: '新到岗',
          role: 'reporter',
          email: 'sonam@example.cn',
        },
        { ...first, revision: 2, at: NOW.toISOString(), by: 'boss', reason: '换岗', role: 'reviewer', email: null },
      ],
    })
    expect(boss).toMatchObject({
      username: 'boss',
      hasPassword: true,
      invited: false,
      lastSeenAt: NOW.toISOString(),
      history: [{ at: START.toISOString(), by: 'tester', reason: null }],
    })
  })

  it('says of whoever signed out when they signed in last', async () => {
    const world = await openWorld(engine)
    await addAccount(world.db, { username: 'leader', role: 'leader' })
    const earlier = new Date(NOW.getTime() + 60_000)
    const headers = await signIn(world.db, 'leader', earlier)
    await world.request({ method: 'DELETE', url: '/api/session', headers })
    const [, leader] = await listed(world)
    expect(leader?.lastSeenAt).toBe(earlier.toISOString())
  })

  it('comes in pages', async () => {
    const world = await openWorld(engine)
    await addAccount(world.db, { username: 'leader', role: 'leader' })
    const first = (await world.ask('GET', '/api/accounts?limit=1')).body
    expect(first).toMatchObject({ total: 2, items: [{ username: 'boss' }] })
    const second = await world.ask('GET', `/api/accounts?limit=1&cursor=${String(first['nextCursor'])}`)
    expect(second.body).toMatchObject({ items: [{ username: 'leader' }], nextCursor: null })
  })
})

describeOnBothEngines('PATCH /api/accounts/:username', (engine) => {
  const url = '/api/accounts/leader'
  const withLeader = async (): Promise<World> => {
    const world = await openWorld(engine)
    await addAccount(world.db, { username: 'leader', role: 'leader', displayName: '高远' })
    return world
  }

  it('changes what is given and nothing else, with the reason in the log', async () => {
    const world = await withLeader()
    const before = (await loggedSince(world.db, 0)).length
    const { status, body } = await world.ask('PATCH', url, {
      email: 'gao@example.cn',
      reason: '补充邮箱',
      ifRevision: 1,
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      displayName: '高远',
      role: 'leader',
      email: 'gao@example.cn',
      active: true,
      revision: 2,
    })
    expect(await loggedSince(world.db, before)).toMatchObject([
      { actor: 'boss', action: 'account.revise', reason: '补充邮箱', data: { displayName: '高远', revision: 2 } },
    ])
  })

  it('needs a reason', async () => {
    const world = await withLeader()
    expect(errorsOf(await world.ask('PATCH', url, { active: false }))).toEqual([['reason', 'invalid-type']])
    expect(errorsOf(await world.ask('PATCH', url, { active: false, reason: ' ' }))).toEqual([['reason', 'blank-text']])
  })

  it('is refused where someone else was faster', async () => {
    const world = await withLeader()
    const change = (displayName: string) => world.ask('PATCH', url, { displayName, reason: '改名', ifRevision: 1 })
    const answers = await Promise.all([change('甲'), change('乙')])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const [, refused] = answers.toSorted((a, b) => a.status - b.status)
    expect(refused?.body).toMatchObject({ code: 'account-changed', errors: [{ path: 'ifRevision' }] })
  })

  it('wants a region with a role that has one, and none with one that has none', async () => {
    const world = await withLeader()
    const reporter = { role: 'reporter', reason: '换岗' }
    expect(errorsOf(await world.ask('PATCH', url, reporter))).toEqual([['regionCode', 'region-needed']])
    expect((await world.ask('PATCH', url, { ...reporter, regionCode: '63' })).status).toBe(200)
    const leader = { role: 'leader', reason: '换岗' }
    expect(errorsOf(await world.ask('PATCH', url, leader))).toEqual([['regionCode', 'region-not-taken']])
    expect((await world.ask('PATCH', url, { ...leader, regionCode: null })).status).toBe(200)
  })

  it('finds nobody of an unknown or impossible name', async () => {
    const world = await withLeader()
    for (const name of ['nobody', 'No Body', '%00', "'or'1'='1"]) {
      const { status } = await world.ask('PATCH', `/api/accounts/${name}`, { active: false, reason: '离职' })
      expect(status, name).toBe(404)
    }
  })

  it('keeps an administrator who can sign in', async () => {
    const world = await openWorld(engine)
    // Invited, but without a password as yet.
    await addAccount(world.db, { username: 'second', role: 'administrator' })
    const own = '/api/accounts/boss'
    for (const change of [{ active: false }, { role: 'leader' }]) {
      const refused = await world.ask('PATCH', own, { ...change, reason: '离职' })
      expect(refused).toMatchObject({ status: 422, body: { code: 'last-administrator' } })
    }
    expect((await world.ask('PATCH', own, { displayName: '何静', reason: '改名' })).status).toBe(200)
    await givePassword(world.db, 'second', 'noch eine Kuh auf dem Eis', NOW)
    expect((await world.ask('PATCH', own, { active: false, reason: '离职' })).status).toBe(200)
    // Whoever did it is out.
    expect((await world.ask('GET', '/api/accounts')).status).toBe(401)
  })

  it('keeps one also where two administrators put each other out at the same moment', async () => {
    const world = await openWorld(engine)
    await addAccount(world.db, { username: 'second', role: 'administrator' })
    await givePassword(world.db, 'second', 'noch eine Kuh auf dem Eis', NOW)
    const payload = { active: false, reason: '离职' }
    const headers = await signIn(world.db, 'second')
    const answers = await Promise.all([
      world.ask('PATCH', '/api/accounts/second', payload),
      world.request({ method: 'PATCH', url: '/api/accounts/boss', headers, payload }),
    ])
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect(won?.status).toBe(200)
    // Refused, or signed out already by whoever was faster.
    expect([401, 422]).toContain(lost?.status)
    const accounts = await listAccounts(world.db)
    expect(accounts.filter(({ active }) => active)).toHaveLength(1)
  })
})

describeOnBothEngines('an inactive account', (engine) => {
  it('signs in again once it is active, with its password', async () => {
    const world = await openWorld(engine)
    await addAccount(world.db, { username: 'leader', role: 'leader' })
    await givePassword(world.db, 'leader', 'noch eine Kuh auf dem Eis', NOW)
    const payload = { username: 'leader', password: 'noch eine Kuh auf dem Eis' }
    const signInAgain = () => world.request({ method: 'POST', url: '/api/session', payload })
    await world.ask('PATCH', '/api/accounts/leader', { active: false, reason: '离职' })
    expect((await signInAgain()).status).toBe(401)
    await world.ask('PATCH', '/api/accounts/leader', { active: true, reason: '返聘' })
    const { status, headers } = await signInAgain()
    expect(status).toBe(200)
    expect(cookieOf(headers)).toBeDefined()
  })
})
