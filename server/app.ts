import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from './db/schema.ts'
import { describeApi } from './http/openapi.ts'
import { answerNotFound, answerProblem, answerProblems } from './http/problems.ts'
import { serveDocuments, servePages } from './http/pages.ts'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { validatorCompiler } from './http/validation.ts'
import type { Clock } from './http/as-of.ts'
import type { Context } from './http/context.ts'
import { healthRoutes } from './health/routes.ts'
import { observationRoutes } from './observations/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { targetRoutes } from './targets/routes.ts'

export interface AppOptions {
  db: Kysely<Database>
  /** What time it is; every answer is computed from this and from what is stored. */
  clock?: Clock
  logLevel?: string
  /** Networks of the proxies whose forwarded headers are believed. */
  trustProxy?: string[]
  /** The folder with the built pages; absent, only the API is served. */
  pagesDir?: string | undefined
}

/** Builds the application without listening; whoever builds it closes it, and then the database. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, clock = () => new Date(), logLevel = 'silent', trustProxy = [], pagesDir } = options
  const app = fastify({
    logger: { level: logLevel },
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    // By default a request may take for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'img-src': ["'self'", 'data:'],
        'object-src': ["'none'"],
        // Charts set the style attribute of their elements; style sheets and scripts come from here only.
        'style-src-attr': ["'unsafe-inline'"],
      },
    },
    // Whether the way to here is encrypted is known to the proxy that encrypts it.
    strictTransportSecurity: false,
  })
  await describeApi(app)

  const context: Context = { db, clock }
  await app.register(
    async (api) => {
      api.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
      healthRoutes(api, context)
      planRoutes(api, context)
      targetRoutes(api, context)
      observationRoutes(api, context)
    },
    { prefix: '/api' },
  )
  await serveDocuments(app)
  if (pagesDir === undefined) app.setNotFoundHandler(answerNotFound)
  else await servePages(app, pagesDir)
  return app
}
