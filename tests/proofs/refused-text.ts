import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import { ROUTES } from '../../server/http/access.ts'
import { REQUESTS } from '../helpers/access-requests.ts'
import { openDesk } from '../helpers/desk.ts'

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}
interface Described {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

type Path = readonly (string | number)[]

export interface RefusalsProved {
  /** Fields of all bodies that take text, each tried with each text. */
  fields: number
  /** Where such a text was taken, or refused without naming the field. */
  accepted: string[]
}

/** What no database and no file keeps as it is. */
const UNSTORABLE = ['a\0b', 'a\uD800b', '\uDC00a']
/** Passwords of someone who is known are compared and not kept; of a file the cell is named that is refused. */
const OTHER = ['POST /api/session', 'PUT /api/session/password', 'POST /api/imports']
const WHO: Readonly<Record<string, string>> = {
  enter: 'qh-reporter',
  review: 'qh-reviewer',
  administer: 'administrator',
  'keep-session': 'leader',
  'come-in': 'leader',
}

/** NUL and halves of a surrogate pair are refused in every field of text of every route that writes, naming the field. */
export async function proveRefusals(db: Kysely<Database>): Promise<RefusalsProved> {
  const { get, as } = await openDesk(db)
  const document = (await get<Described>('/api/openapi.json')).body
  const result: RefusalsProved = { fields: 0, accepted: [] }
  let turn = 0
  for (const [name, right] of Object.entries(ROUTES)) {
    const [method = '', url = ''] = name.split(' ')
    const described = document.paths[url.replaceAll(/:([a-z]+)/gi, '{$1}')]?.[method.toLowerCase()]
    const schema = described?.requestBody?.content['application/json']?.schema
    if (schema === undefined || OTHER.includes(name)) continue
    const username = WHO[right] ?? 'leader'
    const person = await as(username)
    const paths = textPaths(schema, document)
    result.fields += paths.length
    const asked = await REQUESTS[name]?.({ db, regionCode: '63', turn: (turn += 1), username })
    if (typeof asked?.payload !== 'object') throw new Error(`${name}: no request is known`)
    for (const path of paths) {
      for (const text of UNSTORABLE) {
        const payload = withText(asked.payload, path, text)
        const { status, body } = await person<{ errors?: { path: string }[] }>(
          method as 'PUT',
          asked.url,
          payload as object,
        )
        const isNamed = body.errors?.some((error) => error.path === path.join('.')) ?? false
        if (![400, 422].includes(status) || !isNamed)
          result.accepted.push(
            `${name} ${path.join('.')} ${JSON.stringify(text)}: ${status} ${JSON.stringify(body.errors)}`,
          )
      }
    }
  }
  return result
}

/** Where a body has text: of lists the first item. */
function textPaths(schema: Schema, document: Described, path: Path = []): Path[] {
  const found = schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
  if (found === undefined) return []
  if (found.anyOf) return found.anyOf.flatMap((one) => textPaths(one, document, path)).filter(isFirst)
  if (found.items) return textPaths(found.items, document, [...path, 0])
  if (found.properties)
    return Object.entries(found.properties).flatMap(([name, field]) => textPaths(field, document, [...path, name]))
  return found.type === 'string' ? [path] : []
}

const isFirst = (path: Path, index: number, all: readonly Path[]): boolean =>
  all.findIndex((one) => one.join('.') === path.join('.')) === index

/** The body with the text at a path, and what is needed on the way there. */
function withText(body: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text
  if (typeof step === 'number') {
    const [first, ...others] = Array.isArray(body) ? (body as unknown[]) : []
    return [withText(first, rest, text), ...others]
  }
  const object = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return { ...object, [step]: withText(object[step], rest, text) }
}
