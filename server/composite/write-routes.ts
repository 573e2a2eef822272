import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { recordChange } from '../audit/record.ts'
import { targetId } from '../contract/codes.ts'
import { newWeight, weightAnswer } from '../contract/composite.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { expectRevision } from '../http/patch.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { findWeightRevision } from './queries.ts'

/** What administrators write of weights. */
export function weightRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.put(
    '/targets/:id/weight',
    {
      schema: {
        summary: 'Say what a target counts in the composite progress, with a reason; earlier weights stay readable',
        operationId: 'weighTarget',
        tags: ['composite'],
        params: z.strictObject({ id: z.string().meta({ description: targetId.description }) }),
        body: newWeight,
        response: { 200: answer(weightAnswer, 'The weight in force'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { weight, reason, ifRevision } = request.body
      return await inWriteTransaction(db, async (trx) => {
        const before = await findWeightRevision(trx, request.params.id)
        if (before === undefined) throw notFound()
        expectRevision(ifRevision, before)
        const data = { targetId: request.params.id, revision: before + 1, weight }
        await recordChange(trx, actor, clock(), { action: 'target.weigh', data }, reason)
        return data
      })
    },
  )
}
