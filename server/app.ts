import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import fastify, { type FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { HeadKeeper } from './audit/head-keeper.ts'
import type { LaterCheck } from './audit/later-check.ts'
import { onDropped } from './db/connect.ts'
import type { Database } from './db/schema.ts'
import { answerUnreadable } from './http/client-errors.ts'
import { compressAnswers } from './http/compression.ts'
import { PROTECTION } from './http/headers.ts'
import { refuseOtherMethods } from './http/methods.ts'
import { describeApi } from './http/openapi.ts'
import { answerNotFound, answerProblem, answerProblems } from './http/problems.ts'
import { serveDocuments, serveMethod, servePages } from './http/pages.ts'
import { serialisingBySchema } from './http/serialising.ts'
import { validatorCompiler } from './http/validation.ts'
import type { PasswordPolicy } from './domain/words.ts'
import { guard } from './http/access.ts'
import type { Clock } from './http/as-of.ts'
import type { Context } from './http/context.ts'
import { refuseForeignOrigins } from './http/origin.ts'
import { doOnce } from './http/once.ts'
import { readFromReplica } from './http/replica.ts'
import { versionAnswers } from './http/versioned.ts'
import { recogniseUsers } from './http/session.ts'
import { logExports } from './http/exports.ts'
import { LOGGED } from './http/log.ts'
import { invitationRoutes } from './accounts/invitation-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { sessionRoutes } from './accounts/session-routes.ts'
import { headRoutes } from './audit/head-routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { changesRoutes } from './changes/routes.ts'
import { compositeRoutes } from './composite/routes.ts'
import { weightRoutes } from './composite/write-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { readyRoutes } from './health/ready.ts'
import { type Exporter, exportHere } from './exports/exporter.ts'
import { healthRoutes } from './health/routes.ts'
import { serveMetrics } from './metrics/routes.ts'
import { observationRoutes } from './observations/routes.ts'
import { observationWriteRoutes } from './observations/write-routes.ts'
import { planRoutes } from './plans/routes.ts'
import { planWriteRoutes } from './plans/write-routes.ts'
import { regionRoutes } from './regions/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { rollUpRoutes } from './roll-ups/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { snapshotDiffRoutes } from './snapshots/diff-routes.ts'
import { snapshotFileRoutes } from './snapshots/file-routes.ts'
import type { SnapshotKeeper } from './snapshots/keeper.ts'
import { snapshotRoutes } from './snapshots/routes.ts'
import { sheetRoutes } from './sheets/routes.ts'
import { targetListRoutes } from './targets/list-routes.ts'
import { targetRoutes } from './targets/routes.ts'
import { targetWriteRoutes } from './targets/write-routes.ts'
import { yearlyProgressRoutes } from './yearly-progress/routes.ts'

export interface AppOptions {
  db: Kysely<Database>
  /** What time it is; every answer is computed from this and from what is stored. */
  clock?: Clock
  /** What keeps the signed end of the audit log; absent, it is not kept. */
  head?: HeadKeeper
  /** What checks the rest of the log after the start; absent, nothing does. */
  check?: LaterCheck
  /** What makes snapshots and keeps them; absent, there are none. */
  snapshots?: SnapshotKeeper
  /** What writes long files; absent, it is done by the thread that answers. */
  exporter?: Exporter
  logLevel?: string
  /** Whether each answer is held against its schema before it is sent, which takes longer than all else. */
  checkAnswers?: boolean
  /** Networks of the proxies whose forwarded headers are believed. */
  trustProxy?: string[]
  /** `demo`: whatever is entered is sample data. */
  mode?: Context['mode']
  /** Whether approved data can be read without signing in. */
  publicRead?: boolean
  passwordPolicy?: PasswordPolicy
  /** Networks from which `/metrics` may be read; absent, it is not there. */
  metricsFrom?: readonly string[] | undefined
  /** The folder with the built pages; absent, only the API is served. */
  pagesDir?: string | undefined
}

/** Builds the application without listening; whoever builds it closes it, and then the database. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { db, head, snapshots, clock = () => new Date(), logLevel = 'silent', trustProxy = [], pagesDir } = options
  const { mode = 'live', publicRead = false, passwordPolicy = 'nist', metricsFrom, check } = options
  const { exporter = exportHere(db) } = options
  const context: Context = { db, clock, head, check, exporter, mode, publicRead, passwordPolicy }
  const app = fastify({
    logger: { level: logLevel, serializers: LOGGED },
    trustProxy: trustProxy.length > 0 ? trustProxy : false,
    // Unlike a count, one that is written down still means one request after the next start.
    genReqId: () => randomUUID(),
    // By default a request may take for ever.
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    // What still comes while the service stops is answered like the rest, and not with something that is no problem.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serialisingBySchema(options.checkAnswers ?? false))
  answerProblems(app)
  // First, so that what the next hooks refuse is protected like the rest.
  await app.register(helmet, PROTECTION)
  await compressAnswers(app)
  refuseOtherMethods(app)
  // JSON only: what a form of another site can send is not read.
  app.removeContentTypeParser('text/plain')
  refuseForeignOrigins(app)
  if (metricsFrom !== undefined) serveMetrics(app, context, metricsFrom)
  await recogniseUsers(app, context)
  guard(app, context)
  readFromReplica(app, context)
  doOnce(app)
  onDropped(db, (error) => app.log.warn({ err: error }, 'PostgreSQL dropped a connection'))
  head?.onFailure((error) => app.log.error({ err: error }, 'the end of the audit log could not be signed'))
  snapshots?.onFailure((error) => app.log.error({ err: error }, 'a snapshot could not be made'))
  for (const { number } of snapshots?.lost ?? []) app.log.warn(`of snapshot ${number} there is no folder`)
  app.addHook('onClose', async () => await Promise.all([snapshots?.close(), exporter.close()]))
  app.addHook('onClose', async () => check?.close())
  await describeApi(app)

  await app.register(
    async (api) => {
      versionAnswers(api, context)
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
      })
      logExports(api, context)
      sessionRoutes(api, context)
      invitationRoutes(api, context)
      accountRoutes(api, context)
      healthRoutes(api, context)
      readyRoutes(api, context)
      planRoutes(api, context)
      planWriteRoutes(api, context)
      targetRoutes(api, context)
      targetListRoutes(api, context)
      targetWriteRoutes(api, context)
      compositeRoutes(api, context)
      weightRoutes(api, context)
      changesRoutes(api, context)
      auditRoutes(api, context)
      if (head !== undefined) headRoutes(api, head)
      if (snapshots !== undefined) {
        snapshotRoutes(api, context, snapshots)
        snapshotFileRoutes(api, context, snapshots)
        snapshotDiffRoutes(api, context, snapshots)
      }
      yearlyProgressRoutes(api, context)
      regionRoutes(api, context)
      rollUpRoutes(api, context)
      observationRoutes(api, context)
      observationWriteRoutes(api, context)
      roundRoutes(api, context)
      sheetRoutes(api, context)
      reviewRoutes(api, context)
      // Files are read here and nowhere else.
      await api.register(async (files) => importRoutes(files, context))
    },
    { prefix: '/api' },
  )
  await serveDocuments(app)
  serveMethod(app)
  if (pagesDir === undefined) app.setNotFoundHandler(answerNotFound)
  else await servePages(app, pagesDir)
  return app
}
