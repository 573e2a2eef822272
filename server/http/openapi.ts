import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CONTENT_SECURITY_POLICY } from './headers.ts'

/** The one inline style sheet of swagger-ui-bundle.js; another version of it has another hash. */
const STYLE_OF_SWAGGER_UI = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='"

/** Describes every route from the schemas that it is validated with, at `/api/openapi.json`, readable at `/docs`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tanbiao 碳标',
        version: '1',
        description:
          'Targets of public plans, their yearly figures, and the judgement of their milestones. Figures are exact decimals as text; instants are UTC; errors are RFC 9457 problems in the language of Accept-Language.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) =>
      withPlainNames(withoutUnused(jsonSchemaTransformObject(document) as Described)) as object,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Tanbiao 碳标 API' },
    // Without the bar that asks for the address of a description.
    uiConfig: { layout: 'BaseLayout' },
    logo: { type: '', content: '' },
    staticCSP: { ...CONTENT_SECURITY_POLICY, 'style-src': ["'self'", STYLE_OF_SWAGGER_UI] },
  })
  app.get('/api/openapi.json', { schema: { hide: true, querystring: z.strictObject({}) } }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(app.swagger()),
  )
}

interface Described {
  components?: { schemas?: Record<string, unknown> }
}

/** Every named schema comes out once for requests and once for answers; this leaves those to which something points. */
function withoutUnused(document: Described): Described {
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(schemas[name])
    }
  }
  follow({ ...document, components: {} })
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  return { ...document, components: { ...document.components, schemas: kept } }
}

/** What only requests have is named as it is, without `Input`. */
function withPlainNames(document: Described): Described {
  const names = new Set(Object.keys(document.components?.schemas ?? {}))
  const text = JSON.stringify(document).replaceAll(
    /"(#\/components\/schemas\/)?([A-Za-z]+)Input"/g,
    (all, path = '', name) => (names.has(name) || !names.has(`${name}Input`) ? all : `"${path}${name}"`),
  )
  return JSON.parse(text) as Described
}
