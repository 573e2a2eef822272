import type { InjectOptions } from 'fastify'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'

type Method = NonNullable<InjectOptions['method']>

describeOnBothEngines('every answer', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    const { db, close } = await openDatabase(engine)
    app = await openApp(db)
    return close
  })

  it.each<[Method, string]>([
    ['POST', '/api/targets.csv'],
    ['PUT', '/api/regions'],
    ['PATCH', '/api/themes?asOf=2026-01-01'],
    ['DELETE', '/api/observations.csv'],
    ['OPTIONS', '/api/health'],
    ['POST', '/api/openapi.json'],
    ['POST', '/docs'],
  ])('%s %s is told which methods there are', async (method, url) => {
    const headers = { 'content-type': 'text/nonsense', 'accept-language': 'en' }
    const answer = await app.request({ method, url, headers, payload: '{' })
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.body).toMatchObject({ code: 'method-not-allowed', title: 'Method not allowed' })
    expect(answer.body['detail']).toContain('in the header Allow')
  })

  it.each(['/api/nothing', '/apiary', '/api/targets/x/y'])('POST %s finds nothing', async (url) => {
    const { status, headers } = await app.request({ method: 'POST', url, payload: { a: 1 } })
    expect(status).toBe(404)
    expect(headers['allow']).toBeUndefined()
  })

  it.each([
    '/api/health',
    '/api/openapi.json',
    '/api/nothing',
    '/api',
    '/api/targets?x=1',
    '/api/%',
    '/api/targets/%FF',
  ])('%s is kept in no cache', async (url) => {
    expect((await app.get(url)).headers['cache-control']).toBe('no-store')
  })

  it('the description takes no parameter', async () => {
    const { status, body } = await app.get('/api/openapi.json?x=1')
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path: 'x', code: 'unknown-field' }] })
  })

  it('has an id that no other has, also after the next start', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await app.get('/api/nothing')).body['requestId']))
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    expect(new Set(ids).size).toBe(2)
  })

  it('forbids frames, and sends nothing that works over HTTPS only', async () => {
    const { headers } = await app.get('/api/health')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    const absent = ['cross-origin-opener-policy', 'origin-agent-cluster', 'strict-transport-security']
    for (const name of absent) expect(headers[name], name).toBeUndefined()
  })

  it('a path that is too long has a title of its own', async () => {
    const { status, body } = await app.get(`/api/targets/${'x'.repeat(201)}`, { 'accept-language': 'en' })
    expect({ status, title: body['title'] }).toEqual({ status: 414, title: 'Address too long' })
  })

  it.each(['/api', '/api/', '/api?x=1', '/api/nothing'])('a browser gets a problem at %s, not a page', async (url) => {
    const pagesDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-pages-'))
    writeFileSync(path.join(pagesDir, 'index.html'), '<!doctype html>')
    const { db, close } = await openDatabase(engine)
    const withPages = await buildApp({ db, clock: () => NOW, pagesDir })
    const { statusCode, headers } = await withPages.inject({ url, headers: { accept: 'text/html' } })
    expect(statusCode).toBe(404)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    const page = await withPages.inject({ url: '/apiary', headers: { accept: 'text/html' } })
    expect(page.headers['content-type']).toContain('text/html')
    await close()
    rmSync(pagesDir, { recursive: true })
  })
})
