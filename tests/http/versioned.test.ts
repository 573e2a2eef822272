import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Engine } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addApproved, addDraft, addGround, addIndicator, addTarget, record } from '../helpers/world.ts'

const LISTS = [
  '/api/progress',
  '/api/target-texts',
  '/api/targets',
  '/api/yearly-progress',
  '/api/freshness',
  '/api/regions',
]

async function open(engine: Engine, now = NOW): Promise<TestApp & { db: Kysely<Database> }> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await addIndicator(db)
  await addTarget(db)
  await addApproved(db)
  return { db, ...(await openApp(db, now)) }
}

const versionOf = async ({ get }: TestApp, url: string): Promise<string> => String((await get(url)).headers['etag'])

describeOnBothEngines('an answer that rests on what seldom changes', (engine) => {
  it('has a version, with which it is not sent again', async () => {
    const app = await open(engine)
    for (const url of LISTS) {
      const first = await app.get(url)
      const version = String(first.headers['etag'])
      expect(version).toMatch(/^W\/"/)
      expect(first.headers['cache-control']).toBe('private, no-cache')
      const again = await app.get(url, { 'if-none-match': `W/"other", ${version}` })
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', version])
    }
  })

  it('is the same for whoever has another version or none', async () => {
    const app = await open(engine)
    for (const url of LISTS) {
      const { body } = await app.get(url)
      expect((await app.get(url, { 'if-none-match': 'W/"other"' })).body).toEqual(body)
      expect((await app.get(url)).body).toEqual(body)
    }
  })

  it('is kept compressed for those who take that', async () => {
    const app = await open(engine)
    const { text } = await app.get('/api/targets')
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await app.app.inject({ url: '/api/targets', headers: { 'accept-encoding': encoding } })
      expect(response.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
      expect(unpack(response.rawPayload).toString('utf8')).toBe(text)
    }
  })

  it('becomes another when a figure is approved, a target or an indicator comes, and not by what nobody sees', async () => {
    const app = await open(engine)
    const versions = [await versionOf(app, '/api/progress')]
    await addDraft(app.db, { year: 2024 })
    await record(app.db, { action: 'session.start', data: { username: 'tester' } })
    expect(await versionOf(app, '/api/progress')).toBe(versions[0])
    const changes = [
      () => addApproved(app.db, { revision: 2, value: '46', correction: { code: 'typing', reason: '看错' } }),
      () => addIndicator(app.db, { code: 'another' }),
      () => addTarget(app.db, { id: 'another', indicatorCode: 'another' }),
    ]
    for (const change of changes) {
      await change()
      const answer = await app.get('/api/progress', { 'if-none-match': versions.at(-1) ?? '' })
      expect(answer.status).toBe(200)
      versions.push(String(answer.headers['etag']))
    }
    expect(new Set(versions).size).toBe(4)
    expect((await app.get('/api/progress')).body['total']).toBe(2)
  })

  it('becomes another on another day, and is not that of another log with as many lines', async () => {
    const app = await open(engine)
    const tomorrow = await openApp(app.db, new Date(NOW.getTime() + 86_400_000))
    const other = await open(engine, new Date(NOW.getTime() + 1))
    const versions = await Promise.all([app, tomorrow].map((one) => versionOf(one, '/api/progress')))
    await addApproved(other.db, { year: 2024 })
    await addApproved(app.db, { year: 2023 })
    versions.push(await versionOf(app, '/api/progress'), await versionOf(other, '/api/progress'))
    expect(new Set(versions).size).toBe(4)
  })

  it('is not given to whoever may not read it', async () => {
    const app = await open(engine)
    const version = await versionOf(app, '/api/progress')
    const closed = await openApp(app.db, NOW, { publicRead: false })
    expect((await closed.get('/api/progress', { 'if-none-match': version })).status).toBe(401)
  })

  it('as of an earlier instant stays what it is', async () => {
    const app = await open(engine)
    const url = `/api/progress?asOf=${NOW.toISOString()}`
    const before = await app.get(url)
    expect((await app.get(url)).body).toEqual(before.body)
    expect((await app.get('/api/progress?asOf=2001-01-01')).body['total']).toBe(0)
  })
})
