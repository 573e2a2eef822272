import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NEWEST } from '../audit/queries.ts'
import { recordChange } from '../audit/record.ts'
import { newTarget, targetChange } from '../contract/administration.ts'
import { targetId } from '../contract/codes.ts'
import { target } from '../contract/target.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { expectRevision, patched } from '../http/patch.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { byCode, listPlans } from '../plans/queries.ts'
import { judgeTargets } from './judge.ts'
import { listStoredTargets } from './queries.ts'
import { checkPromise } from './revise.ts'
import type { TargetPromise } from './rows.ts'

/** What administrators write of targets. */
export function targetWriteRoutes(api: FastifyInstance, { db, clock, mode }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/targets',
    {
      schema: {
        summary: 'Add a target with its milestones, with a reason',
        operationId: 'addTarget',
        tags: ['targets'],
        body: newTarget,
        response: { 201: answer(target, 'The target, judged'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      const { reason, ...given } = request.body
      const added = await inWriteTransaction(db, async (trx) => {
        const plan = byCode(await listPlans(trx, NEWEST)).get(given.planCode)
        const sourceFile = given.sourceFile ?? plan?.sourceFile ?? ''
        const data: TargetPromise = { ...given, sourceFile, revision: 1, correction: null, sample: mode === 'demo' }
        await checkPromise(trx, data)
        await recordChange(trx, actor, clock(), { action: 'target.revise', data }, reason)
        const [judged] = await judgeTargets(trx, await resolveAsOf(trx, clock, undefined), data.id)
        return judged?.target
      })
      if (added === undefined) throw notFound()
      return await reply.code(201).send(added)
    },
  )

  routes.patch(
    '/targets/:id',
    {
      schema: {
        summary: 'Revise a target, with a reason; what it promised before stays readable',
        operationId: 'reviseTarget',
        tags: ['targets'],
        params: z.strictObject({ id: z.string().meta({ description: targetId.description }) }),
        body: targetChange,
        response: { 200: answer(target, 'The target, judged'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { reason, correctionCode, ifRevision, ...change } = request.body
      return await inWriteTransaction(db, async (trx) => {
        const [stored] = await listStoredTargets(trx, NEWEST, { id: request.params.id })
        const before = stored?.revisions.at(-1)
        if (stored === undefined || before === undefined) throw notFound()
        expectRevision(ifRevision, before.revision)
        const { id, planCode, regionCode, indicatorCode } = stored
        const { ownerZh, clause, quote, sourceFile, conflicts, milestones } = patched(before, change)
        const data: TargetPromise = {
          id,
          planCode,
          regionCode,
          indicatorCode,
          ownerZh,
          clause,
          quote,
          sourceFile,
          conflicts,
          milestones,
          revision: before.revision + 1,
          correction: { code: correctionCode, reason },
          sample: mode === 'demo',
        }
        await checkPromise(trx, data)
        await recordChange(trx, actor, clock(), { action: 'target.revise', data })
        const [judged] = await judgeTargets(trx, await resolveAsOf(trx, clock, undefined), id)
        if (judged === undefined) throw notFound()
        return judged.target
      })
    },
  )
}
