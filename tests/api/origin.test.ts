import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InjectOptions } from 'fastify'
import type { Kysely } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, loggedSince, signIn } from '../helpers/accounts.ts'
import { openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'
import { addGround } from '../helpers/world.ts'

const HOST = 'tanbiao.example.cn'

describeOnBothEngines('a change that a page of another site makes a browser send', (engine) => {
  let app: TestApp
  let db: Kysely<Database>
  let cookie: string
  beforeAll(async () => {
    const database = await openDatabase(engine)
    db = database.db
    await addGround(db)
    await addAccount(db, { username: 'boss', role: 'administrator' })
    cookie = (await signIn(db, 'boss')).cookie
    app = await openApp(db, undefined, { trustProxy: ['127.0.0.1'] })
    return database.close
  })

  const change = (headers: Record<string, string>, options: Partial<InjectOptions> = {}) =>
    app.request({
      method: 'PATCH',
      url: '/api/accounts/boss',
      headers: { host: HOST, cookie, ...headers },
      payload: { displayName: '何静', reason: '改名' },
      ...options,
    })

  it.each([
    ['the origin of another site', { origin: 'https://evil.example' }],
    ['the origin of a neighbour', { origin: 'https://other.example.cn' }],
    ['the origin of another port', { origin: `https://${HOST}:8443` }],
    ['an origin that begins alike', { origin: `https://${HOST}.evil.example` }],
    ['an origin with a name before it', { origin: `https://${HOST}@evil.example` }],
    ['the origin of a file or of a frame in a sandbox', { origin: 'null' }],
    ['an origin that is none', { origin: 'tanbiao.example.cn' }],
    ['that it comes across sites', { 'sec-fetch-site': 'cross-site' }],
    ['that it comes from a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['its own origin, but from across sites', { origin: `https://${HOST}`, 'sec-fetch-site': 'cross-site' }],
    ['another origin, but from the same', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('is refused: %s', async (_what, headers) => {
    const before = (await loggedSince(db, 0)).length
    const { status, body } = await change(headers)
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'foreign-origin' })
    expect((await loggedSince(db, 0)).length).toBe(before)
  })

  it.each([
    ['from a page of this site', { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' }],
    ['from a page of this site in an old browser', { origin: `http://${HOST}` }],
    ['from whoever types the address', { 'sec-fetch-site': 'none' }],
    ['from a script, which tells neither', {}],
    ['behind a proxy that tells the host', { origin: 'https://tan.cn', 'x-forwarded-host': 'tan.cn' }],
  ])('is none, and is made, %s', async (_what, headers) => {
    expect((await change(headers)).status).toBe(200)
  })

  it('is refused for every method that changes something, and reading is free', async () => {
    const headers = { origin: 'https://evil.example' }
    const changes: [NonNullable<InjectOptions['method']>, string][] = [
      ['POST', '/api/session'],
      ['PUT', '/api/session/password'],
      ['PATCH', '/api/accounts/boss'],
      ['DELETE', '/api/session'],
    ]
    for (const [method, url] of changes) expect((await change(headers, { method, url })).status, method).toBe(403)
    expect((await app.get('/api/health', { ...headers, 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })

  it.each([
    ['text/plain', '{"displayName":"x","reason":"y"}'],
    ['application/x-www-form-urlencoded', 'displayName=x&reason=y'],
    ['multipart/form-data; boundary=x', '--x--'],
  ])('cannot be a form: %s is not read', async (type, payload) => {
    const { status, body } = await change({ 'content-type': type }, { payload })
    expect(status).toBe(415)
    expect(body).toMatchObject({ title: '正文类型不支持' })
  })

  it('cannot come from a page that a reader of another site is shown: no answer allows another origin', async () => {
    const { headers } = await app.get('/api/health', { origin: 'https://evil.example' })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describeOnBothEngines('every answer', (engine) => {
  let app: TestApp
  let cookie: string
  beforeAll(async () => {
    const pagesDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-pages-'))
    writeFileSync(path.join(pagesDir, 'index.html'), '<!doctype html>')
    const { db, close } = await openDatabase(engine)
    await addGround(db)
    await addAccount(db, { username: 'leader', role: 'leader' })
    cookie = (await signIn(db, 'leader')).cookie
    app = await openApp(db, undefined, { pagesDir, publicRead: false })
    return async () => {
      await close()
      rmSync(pagesDir, { recursive: true })
    }
  })

  it.each<[number, InjectOptions]>([
    [200, { url: '/' }],
    [200, { url: '/docs/' }],
    [200, { url: '/METHOD.md' }],
    [200, { url: '/api/health' }],
    [200, { url: '/api/session' }],
    [401, { url: '/api/targets' }],
    [401, { method: 'POST', url: '/api/accounts', payload: {} }],
    [403, { method: 'DELETE', url: '/api/session', headers: { origin: 'null' } }],
    [404, { url: '/api/accounts', headers: { cookie: 'mine' } }],
    [404, { url: '/api/nothing' }],
    [404, { url: '/no/such/page', headers: { accept: 'text/html' } }],
    [405, { method: 'PUT', url: '/api/health' }],
    [400, { method: 'POST', url: '/api/session', payload: {} }],
    [415, { method: 'POST', url: '/api/session', payload: 'x', headers: { 'content-type': 'text/plain' } }],
  ])('is protected: %i of %j', async (expected, options) => {
    const given = options.headers?.['cookie'] === 'mine' ? { ...options, headers: { cookie } } : options
    const { status, headers } = await app.request(given)
    expect(status).toBe(expected)
    const policy = new Map(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive): [string, string] => {
          const [name = '', ...sources] = directive.trim().split(/\s+/)
          return [name, sources.join(' ')]
        }),
    )
    const scripts = policy.get('script-src') ?? policy.get('default-src') ?? ''
    expect(scripts).toContain("'self'")
    expect(scripts).not.toMatch(/unsafe|data:|\*|https?:/)
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('form-action')).toBe("'self'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      // The address of a one-time link stays here.
      'referrer-policy': 'no-referrer',
    })
  })
})
