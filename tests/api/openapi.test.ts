import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, it } from 'vitest'
import { ROUTES } from '../../server/http/access.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'
import { keepSigned } from '../helpers/snapshots.ts'

interface Operation {
  operationId?: string
  parameters?: { name: string; schema: object }[]
  responses: Record<string, { content?: Record<string, unknown> }>
}

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

describeOnBothEngines('GET /api/openapi.json', (engine) => {
  let app: TestApp
  let document: OpenApi
  beforeAll(async () => {
    const { db, close } = await openDatabase(engine)
    const { head, snapshots, remove } = await keepSigned(db)
    app = await openApp(db, NOW, { head, snapshots })
    document = (await app.get<OpenApi>('/api/openapi.json')).body
    return async () => {
      await remove()
      await close()
    }
  })

  /** Each call, named as the table of access names it. */
  const operations = (): { name: string; operation: Operation }[] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path.replaceAll(/\{([a-z]+)\}/gi, ':$1')}`,
        operation,
      })),
    )

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate({ ...structuredClone(document) })).toEqual({ valid: true })
  })

  it('describes every route of the table of access, and no other', () => {
    const described = operations().map(({ name }) => name)
    const expected = Object.keys(ROUTES).filter((name) => name !== 'GET /api/openapi.json')
    expect(described.toSorted()).toEqual(expected.toSorted())
  })

  it('describes the problems of every route, and files as files', () => {
    for (const { name, operation } of operations()) {
      const { responses } = operation
      expect(Object.keys(responses['400']?.content ?? {}), name).toEqual(['application/problem+json'])
      const done = responses['200'] ?? responses['201'] ?? responses['202']
      const [type] = Object.keys(done?.content ?? {})
      if (name.endsWith('.csv')) expect(type, name).toBe('text/csv')
      else if (name.endsWith('.jsonl')) expect(type, name).toBe('application/jsonl')
      else if (name.endsWith('.zip')) expect(type, name).toBe('application/zip')
      else if (name.endsWith('/:name')) expect(type, name).toBe('application/octet-stream')
      else if (name.endsWith('.xlsx')) expect(type, name).toContain('spreadsheetml')
      else if (responses['204'] === undefined) expect(type, name).toBe('application/json')
    }
  })

  it('says of every route but the open ones that it may be closed to those who are not signed in', () => {
    const open = new Set(Object.entries(ROUTES).flatMap(([name, right]) => (right === 'come-in' ? [name] : [])))
    for (const { name, operation } of operations()) {
      if (!open.has(name)) expect(Object.keys(operation.responses), name).toContain('401')
    }
  })

  it('names each call once, and counts in whole numbers', () => {
    const calls = operations().map(({ operation }) => operation)
    const names = calls.map((call) => call.operationId)
    expect(new Set(names).size).toBe(calls.length)
    expect(names).not.toContain(undefined)
    const limits = calls.flatMap((call) => call.parameters ?? []).filter(({ name }) => name === 'limit')
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
