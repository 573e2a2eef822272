import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApp, type TestApp } from '../helpers/app.ts'
import { openDatabase } from '../helpers/databases.ts'

interface OpenApi {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        operationId?: string
        parameters?: { name: string; schema: object }[]
        responses: Record<string, { content?: Record<string, unknown> }>
      }
    >
  >
  components: { schemas: Record<string, unknown> }
}

describe('GET /api/openapi.json', () => {
  let app: TestApp
  let document: OpenApi
  beforeAll(async () => {
    const { db, close } = await openDatabase('sqlite')
    app = await openApp(db)
    document = (await app.get<OpenApi>('/api/openapi.json')).body
    return close
  })

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate({ ...structuredClone(document) })).toEqual({ valid: true })
  })

  it('describes every route of the API', () => {
    expect(Object.keys(document.paths).toSorted()).toEqual([
      '/api/health',
      '/api/indicators',
      '/api/observations',
      '/api/observations.csv',
      '/api/observations/history',
      '/api/plans',
      '/api/progress.csv',
      '/api/regions',
      '/api/targets',
      '/api/targets.csv',
      '/api/targets/{id}',
      '/api/themes',
    ])
  })

  it('describes the problems of every route, and CSV as CSV', () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      expect(Object.keys(get?.responses['400']?.content ?? {}), path).toEqual(['application/problem+json'])
      const type = path.endsWith('.csv') ? 'text/csv' : 'application/json'
      expect(Object.keys(get?.responses['200']?.content ?? {}), path).toEqual([type])
    }
  })

  it('names each call once, and counts in whole numbers', () => {
    const calls = Object.values(document.paths).map(({ get }) => get)
    const names = calls.map((call) => call?.operationId)
    expect(new Set(names).size).toBe(calls.length)
    expect(names).not.toContain(undefined)
    const limits = calls
      .flatMap((call) => call?.parameters ?? [])
      .filter(({ name }) => name === 'limit' || name === 'year')
    expect(limits.length).toBeGreaterThan(5)
    for (const { schema } of limits) expect(schema).toMatchObject({ type: 'integer', minimum: expect.any(Number) })
  })

  it('names each shape once', () => {
    expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'))).toEqual([])
  })

  it('can be read at /docs', async () => {
    const { status, headers, text } = await app.get('/docs')
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(text).toContain('swagger-ui')
  })
})
