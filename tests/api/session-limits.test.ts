import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import type { PasswordPolicy } from '../../server/domain/words.ts'
import { addAccount, givePassword, loggedSince, signIn } from '../helpers/accounts.ts'
import { type Answer, NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround } from '../helpers/world.ts'

const RIGHT = 'eine Kuh auf dem Eis'
const WRONG = 'ein Hund im Wald'
const HERE = '10.0.0.1'
const ELSEWHERE = '192.0.2.7'

interface World {
  db: Kysely<Database>
  /** Says a password from an address; answers status and seconds to wait. */
  say: (password: string, address?: string, username?: string) => Promise<Answer<Record<string, unknown>>>
  pass: (seconds: number) => void
  isSignedIn: (headers: { cookie: string }) => Promise<boolean>
}

async function openWorld(engine: 'sqlite' | 'postgres', passwordPolicy: PasswordPolicy = 'nist'): Promise<World> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await addAccount(db, { username: 'owner', role: 'reporter' })
  await givePassword(db, 'owner', RIGHT, NOW)
  return await startAgain(db, passwordPolicy)
}

async function startAgain(
  db: Kysely<Database>,
  passwordPolicy: PasswordPolicy = 'nist',
  begin: Date = NOW,
): Promise<World> {
  let now = begin
  const options = { passwordPolicy, clock: () => now, trustProxy: ['127.0.0.1'] }
  const { request, get } = await openApp(db, NOW, options)
  return {
    db,
    say: (password, address = HERE, username = 'owner') =>
      request({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-forwarded-for': address, 'accept-language': 'en' },
        payload: { username, password },
      }),
    pass: (seconds) => (now = new Date(now.getTime() + seconds * 1000)),
    isSignedIn: async (headers) => (await get('/api/session', headers)).body['user'] !== null,
  }
}

const waitOf = ({ headers }: Answer<unknown>): number => Number(headers['retry-after'])

/** Fails `times`, each as soon as it may. */
async function fail({ say, pass }: World, times: number, address = HERE, username = 'owner'): Promise<number[]> {
  const waits: number[] = []
  for (let failures = 0; failures < times; ) {
    const answer = await say(WRONG, address, username)
    if (answer.status === 401) {
      failures++
      continue
    }
    expect(answer.status).toBe(429)
    waits.push(waitOf(answer))
    pass(waitOf(answer))
  }
  return waits
}

describeOnBothEngines('sign-ins that fail', (engine) => {
  it('have to wait longer each time after the third, and are held after the tenth', async () => {
    const world = await openWorld(engine)
    expect(await fail(world, 10)).toEqual([2, 4, 8, 16, 32, 64])
    const held = await world.say(RIGHT)
    expect(held).toMatchObject({ status: 429, body: { code: 'sign-in-held', title: 'Too many attempts' } })
    expect(waitOf(held)).toBe(900)
    // 04:02:06 UTC and a quarter of an hour.
    expect(held.body['detail']).toContain('Try again after 12:17:06 (Beijing time)')
    world.pass(899)
    expect((await world.say(RIGHT)).status).toBe(429)
    world.pass(1)
    expect((await world.say(RIGHT)).status).toBe(200)
  })

  it('are held under dengbao after the fifth, for half an hour', async () => {
    const world = await openWorld(engine, 'dengbao')
    expect(await fail(world, 5)).toEqual([2, 4])
    expect(waitOf(await world.say(RIGHT))).toBe(1800)
  })

  it('are held for an unknown name as for any other', async () => {
    const world = await openWorld(engine)
    expect(await fail(world, 10, HERE, 'nobody')).toEqual([2, 4, 8, 16, 32, 64])
    const { body, headers } = await world.say(RIGHT, HERE, 'nobody')
    expect([body['code'], headers['retry-after']]).toEqual(['sign-in-held', '900'])
  })

  it('are not counted while they have to wait, so that a hold ends though someone keeps trying', async () => {
    const world = await openWorld(engine)
    await fail(world, 10)
    const before = await world.db.selectFrom('sign_in_limit').selectAll().orderBy('key').execute()
    for (let turn = 0; turn < 20; turn++) {
      world.pass(30)
      expect((await world.say(WRONG)).status).toBe(429)
    }
    expect(await world.db.selectFrom('sign_in_limit').selectAll().orderBy('key').execute()).toEqual(before)
    world.pass(300)
    expect((await world.say(RIGHT)).status).toBe(200)
  })

  it('write a line each, and one where a hold begins, but none during it', async () => {
    const world = await openWorld(engine)
    const before = (await loggedSince(world.db, 0)).length
    await fail(world, 10)
    for (let turn = 0; turn < 5; turn++) await world.say(WRONG)
    const told = (await loggedSince(world.db, before)).map(({ data }) => (data as { why: string }).why)
    expect(told).toEqual([...Array.from({ length: 10 }, () => 'wrong'), 'held'])
  })

  it('from elsewhere do not lock the owner out', async () => {
    const world = await openWorld(engine)
    await fail(world, 10, ELSEWHERE)
    expect((await world.say(RIGHT, ELSEWHERE)).status).toBe(429)
    expect((await world.say(RIGHT, HERE)).status).toBe(200)
  })

  it('never touch a session that runs', async () => {
    const world = await openWorld(engine)
    const headers = await signIn(world.db, 'owner')
    await fail(world, 10)
    expect(await world.isSignedIn(headers)).toBe(true)
  })

  it('are still held after a restart', async () => {
    const world = await openWorld(engine)
    await fail(world, 10)
    const later = await startAgain(world.db, 'nist', new Date(NOW.getTime() + 600_000))
    expect((await later.say(RIGHT)).status).toBe(429)
  })

  it('are forgiven at this address by one that succeeds', async () => {
    const world = await openWorld(engine)
    await fail(world, 3)
    expect((await world.say(RIGHT)).status).toBe(200)
    expect(await fail(world, 3)).toEqual([])
    // The account alone and the address alone are not forgiven: six failures each.
    const rows = await world.db.selectFrom('sign_in_limit').select('failures').orderBy('failures').execute()
    expect(rows.map(({ failures }) => failures)).toEqual([3, 6, 6])
  })

  it('are forgotten an hour after the last, and thrown away', async () => {
    const world = await openWorld(engine)
    await fail(world, 9)
    world.pass(3601)
    expect((await world.say(WRONG, ELSEWHERE, 'nobody')).status).toBe(401)
    expect(await world.db.selectFrom('sign_in_limit').selectAll().execute()).toHaveLength(3)
    expect(await fail(world, 3)).toEqual([])
  })

  it('say nothing of the name that was tried to whoever reads the table', async () => {
    const world = await openWorld(engine)
    await world.say(WRONG, HERE, 'my-password-in-the-wrong-field')
    const rows = await world.db.selectFrom('sign_in_limit').selectAll().execute()
    for (const { key } of rows) expect(key).toMatch(/^[0-9a-f]{64}$/)
  })

  it('of one account from many addresses are held at a hundred', async () => {
    const world = await openWorld(engine)
    const tried = Array.from({ length: 100 }, (_, at) => `198.51.100.${at}`)
    for (const address of tried) expect((await world.say('x', address)).status, address).toBe(401)
    expect((await world.say(RIGHT, HERE)).status).toBe(429)
    expect((await world.say(RIGHT, HERE, 'another')).status).toBe(401)
  }, 60_000)

  it('of many accounts from one address are held at a hundred, that of IPv6 being a whole network', async () => {
    const world = await openWorld(engine)
    for (let at = 0; at < 100; at++) {
      expect((await world.say('x', `2001:db8:1:2::${at.toString(16)}`, `name-${at}`)).status).toBe(401)
    }
    expect((await world.say(RIGHT, '2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await world.say(RIGHT, '2001:db8:1:3::1')).status).toBe(200)
  }, 60_000)

  it('that come at once are not all taken', async () => {
    const world = await openWorld(engine)
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.say(WRONG)))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(16)
  })
})
