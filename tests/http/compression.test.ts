import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { buildApp } from '../../server/app.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { openDatabase } from '../helpers/databases.ts'

describe('long texts', () => {
  let test: TestApp
  beforeAll(async () => {
    const { db, close } = await openDatabase('sqlite')
    await loadPlans(db, new Date(NOW.getTime() - 1000))
    test = await openApp(db)
    return close
  })
  const ask = async (url: string, accepted?: string) =>
    await test.app.inject({
      method: 'GET',
      url,
      headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
    })

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('are sent to who takes “%s” as %s, and are the same', async (accepted, encoding, unpack) => {
    for (const url of ['/api/progress?limit=1000', '/api/targets.csv', '/METHOD.md']) {
      const plain = await ask(url)
      const { statusCode, headers, rawPayload } = await ask(url, accepted)
      expect(statusCode).toBe(200)
      expect(headers['content-encoding'], url).toBe(encoding)
      expect(headers['vary'], url).toContain('accept-encoding')
      expect(rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 2)
      expect(unpack(rawPayload).equals(plain.rawPayload), url).toBe(true)
    }
  })

  it.each([undefined, 'identity', 'deflate', 'br;q=0', 'nonsense'])(
    'are sent as they are to who takes “%s”',
    async (accepted) => {
      const { headers } = await ask('/api/progress?limit=1000', accepted)
      expect(headers['content-encoding']).toBeUndefined()
    },
  )

  it('of a packet or less are sent as they are, and so are problems', async () => {
    expect((await ask('/api/health', 'br')).headers['content-encoding']).toBeUndefined()
    expect((await ask('/api/nothing', 'br')).headers['content-encoding']).toBeUndefined()
  })

  it('that answer a change are sent as they are: they may hold a secret', async () => {
    const { headers, body } = await test.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin' },
      payload: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`unknown-${index}`, index])),
    })
    expect(body.length).toBeGreaterThan(1400)
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('of the pages are sent as the build compressed them', async () => {
    const pagesDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-compressed-'))
    onTestFinished(() => rmSync(pagesDir, { recursive: true, force: true }))
    mkdirSync(path.join(pagesDir, 'assets'))
    writeFileSync(path.join(pagesDir, 'index.html'), `<!doctype html><title>x</title>${'<p>text'.repeat(500)}`)
    const script = 'export const a = 1\n'.repeat(200)
    writeFileSync(path.join(pagesDir, 'assets/a.js'), script)
    writeFileSync(path.join(pagesDir, 'assets/a.js.br'), brotliCompressSync(script))
    writeFileSync(path.join(pagesDir, 'assets/a.js.gz'), gzipSync(script))
    const { db, close } = await openDatabase('sqlite')
    const app = await buildApp({ db, publicRead: true, pagesDir })
    onTestFinished(async () => {
      await app.close()
      await close()
    })
    const get = async (url: string, accepted: string) =>
      await app.inject({ method: 'GET', url, headers: { 'accept-encoding': accepted } })
    const sent = await get('/assets/a.js', 'gzip, br')
    expect(sent.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(brotliDecompressSync(sent.rawPayload).toString()).toBe(script)
    expect(gunzipSync((await get('/assets/a.js', 'gzip')).rawPayload).toString()).toBe(script)
    expect((await get('/assets/a.js', 'identity')).body).toBe(script)
    expect((await get('/', 'br')).headers['content-encoding']).toBe('br')
    // Nothing beside them is served with them.
    expect((await get('/assets/b.js', 'br')).statusCode).toBe(404)
    for (const url of ['/assets/..%2findex.html', '/assets/..%2f..%2fpackage.json', '/assets/']) {
      expect((await get(url, 'br')).statusCode, url).toBeGreaterThanOrEqual(400)
    }
  })
})
