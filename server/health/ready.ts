import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { findLastLine } from '../audit/queries.ts'
import { readiness } from '../contract/health.ts'
import { replicaOf } from '../db/connect.ts'
import { within } from '../db/patience.ts'
import type { Database } from '../db/schema.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { type FieldError, Refusal } from '../http/refusal.ts'
import { isStopping } from './stopping.ts'

/** Less than any probe waits, and longer than a database that works ever takes. */
const PATIENCE_MS = 2000

/** Whether requests should be sent here: for a proxy or whoever watches over the service. */
export function readyRoutes(api: FastifyInstance, { db, head, check }: Context): void {
  api.withTypeProvider<ZodTypeProvider>().get(
    '/ready',
    {
      schema: {
        summary: 'Whether requests should be sent here',
        operationId: 'getReadiness',
        tags: ['service'],
        querystring: z.strictObject({}),
        response: {
          200: answer(
            readiness,
            'The database answers, the audit log is signed and not broken, and the service does not stop',
          ),
          ...problems(400, 503),
        },
      },
    },
    async () => {
      const lacking: FieldError[] = []
      if (isStopping(api.server)) lacking.push({ path: 'service', code: 'service-stopping' })
      if (!(await answersInTime(db))) lacking.push({ path: 'database', code: 'database-silent' })
      if (head?.state() === 'failing') lacking.push({ path: 'auditHead', code: 'log-unsigned' })
      if (check?.state() === 'broken') lacking.push({ path: 'auditLog', code: 'log-broken' })
      if (lacking.length > 0) throw new Refusal(503, 'not-ready', lacking, { retryAfterSeconds: 1 })
      const replica = replicaOf(db)?.state()
      return {
        status: 'ready' as const,
        ...(replica && { replica: replica.isUp ? ('up' as const) : ('down' as const) }),
      }
    },
  )
}

const answersInTime = async (db: Kysely<Database>): Promise<boolean> =>
  await within(PATIENCE_MS, findLastLine(db)).then(
    () => true,
    () => false,
  )
