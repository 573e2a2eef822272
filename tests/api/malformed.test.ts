import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import type { Problem } from '../../server/contract/problem.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { openDatabase } from '../helpers/databases.ts'
import { type Described, malformedRequest } from '../helpers/malformed.ts'

const RUNS = Number(process.env['MALFORMED_RUNS'] ?? 400)

describe.each(['sqlite', 'postgres'] as const)('malformed requests over all routes (%s)', (engine) => {
  let app: TestApp
  let document: Described
  beforeAll(async () => {
    const { db, close } = await openDatabase(engine)
    await loadPlans(db, new Date(NOW.getTime() - 1000))
    app = await openApp(db)
    document = (await app.get<Described>('/api/openapi.json')).body
    return close
  })

  it(`${RUNS} of them get 4xx problems, and never a 5xx`, async () => {
    await fc.assert(
      fc.asyncProperty(malformedRequest(document), async (request) => {
        const { status, headers, body } = await app.request(request)
        expect(status).toBeGreaterThanOrEqual(400)
        expect(status).toBeLessThan(500)
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
        expect(body as unknown as Problem).toMatchObject({ status, requestId: expect.any(String) })
      }),
      { numRuns: RUNS },
    )
  }, 600_000)

  it('well-formed requests with hostile text get an answer or a 4xx', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom('\0', "' or 1=1 --", '%00', '../../etc/passwd', '<script>', '{{7*7}}', '\uD800', '％', '1e309'),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const url = `/api/targets?q=${encodeURIComponent(text.toWellFormed())}`
        expect((await app.get(url)).status).toBeLessThan(500)
        const byPath = await app.get(`/api/targets/${encodeURIComponent(text.toWellFormed())}`)
        expect([400, 404, 414]).toContain(byPath.status)
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
  }, 600_000)
})
