import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

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
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/docs' })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
