import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { health } from '../contract/health.ts'
import { engineOf } from '../db/dialect.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { answer } from '../http/answer.ts'
import { problems } from '../http/problem-responses.ts'
import { countApproved } from '../observations/queries.ts'
import { VERSION } from '../version.ts'

export function healthRoutes(api: FastifyInstance, { db, clock, head, check }: Context): void {
  api.withTypeProvider<ZodTypeProvider>().get(
    '/health',
    {
      schema: {
        summary: 'Whether the service answers, and what it holds',
        operationId: 'getHealth',
        tags: ['service'],
        querystring: z.strictObject({}),
        response: { 200: answer(health, 'It answers'), ...problems(400) },
      },
    },
    async () => {
      const { seq, instant } = await resolveAsOf(db, clock, undefined)
      const { all, sample } = await countApproved(db, seq, {})
      return {
        status: 'ok' as const,
        asOf: instant.toISOString(),
        version: VERSION,
        database: engineOf(db),
        observations: all,
        sampleObservations: sample,
        auditHead: head?.state() ?? ('not-kept' as const),
        auditLog: check?.state() ?? ('not-checked' as const),
      }
    },
  )
}
