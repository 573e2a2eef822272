import fc from 'fast-check'
import { expect, it } from 'vitest'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk, type Person } from '../helpers/desk.ts'

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
}
interface Described {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

const RUNS = Number(process.env['MALFORMED_RUNS'] ?? 300)

/** No field of any body takes one of these, except that null leaves some out. */
const NEVER_VALID = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '\0',
    '\uD800',
    '１２',
    '1e9',
    'NaN',
    ' ',
    '九',
    '9'.repeat(40),
    -1,
    0.5,
    1e21,
    true,
    [],
    {},
    [null],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/^[a-z0-9-]+$/.test(text)),
  fc.jsonValue().filter((value) => typeof value === 'object' && value !== null),
)

/** A body of the right fields, each with something that it does not take. */
function wrongBody(document: Described, schema: Schema): fc.Arbitrary<unknown> {
  const found = schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
  if (found?.properties !== undefined) {
    const fields = Object.entries(found.properties).map(([name, field]) => [
      name,
      fc.oneof(NEVER_VALID, wrongBody(document, field)),
    ])
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
  }
  if (found?.items !== undefined) return fc.array(wrongBody(document, found.items), { minLength: 1, maxLength: 3 })
  return NEVER_VALID
}

describeOnBothEngines('whatever is sent as a body', (engine) => {
  it('is refused with a problem and changes nothing', { timeout: 120_000 }, async () => {
    const db = await databaseOfTest(engine)
    const { as, get } = await openDesk(db)
    const people: Person[] = await Promise.all(['qh-reporter', 'qh-reviewer', 'administrator'].map(as))
    const document = (await get<Described>('/api/openapi.json')).body
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema
        const isSignIn = path === '/api/session'
        return schema === undefined || isSignIn ? [] : [{ method: method.toUpperCase(), path, schema }]
      }),
    )
    expect(calls.length).toBeGreaterThan(10)
    const request = fc.constantFrom(...calls).chain(({ method, path, schema }) =>
      fc.record({
        method: fc.constant(method as 'POST'),
        url: fc.constant(path.replaceAll(/\{[^}]+\}/g, 'x')),
        body: wrongBody(document, schema),
        person: fc.constantFrom(...people.keys()),
      }),
    )
    const content = async (): Promise<unknown> =>
      await db.selectFrom('audit_line').select('seq').where('action', 'not like', '%.refuse').execute()
    const before = await content()
    await fc.assert(
      fc.asyncProperty(request, async ({ method, url, body, person }) => {
        const { status, headers } = await people[person]!(method, url, body as object)
        expect([400, 404, 409, 415, 422], JSON.stringify({ method, url, body })).toContain(status)
        expect(headers['content-type']).toContain('application/problem+json')
      }),
      { numRuns: RUNS },
    )
    expect(await content()).toEqual(before)
  })
})

describeOnBothEngines('a body that is no JSON', (engine) => {
  it.each(['{', '', 'null', '"x"', '[]', '1'])('%s is refused', async (payload) => {
    const { app } = await openDesk(await databaseOfTest(engine))
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(answer.statusCode).toBe(400)
  })
})
