import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { NEWEST } from '../audit/queries.ts'
import { recordChange } from '../audit/record.ts'
import { newIndicator, newPlan } from '../contract/administration.ts'
import { indicator, plan } from '../contract/reference.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { toFraction } from '../domain/decimal.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { type FieldError, invalidFields } from '../http/refusal.ts'
import { byCode, listIndicators, listPlans, listRegions, listThemes } from './queries.ts'

/** What administrators add to the reference lists. */
export function planWriteRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/plans',
    {
      schema: {
        summary: 'Add a plan, with a reason',
        operationId: 'addPlan',
        tags: ['reference'],
        body: newPlan,
        response: { 201: answer(plan, 'The plan'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      const { reason, ...data } = request.body
      await inWriteTransaction(db, async (trx) => {
        const errors: FieldError[] = []
        if (byCode(await listPlans(trx, NEWEST)).has(data.code)) errors.push({ path: 'code', code: 'code-taken' })
        if (!byCode(await listRegions(trx, NEWEST)).has(data.regionCode)) {
          errors.push({ path: 'regionCode', code: 'unknown-region' })
        }
        if (data.endYear < (data.startYear ?? data.issuedYear))
          errors.push({ path: 'endYear', code: 'ends-before-start' })
        if (errors.length > 0) throw invalidFields(errors)
        await recordChange(trx, actor, clock(), { action: 'plan.add', data }, reason)
      })
      return await reply.code(201).send(data)
    },
  )

  routes.post(
    '/indicators',
    {
      schema: {
        summary: 'Add an indicator, with a reason',
        operationId: 'addIndicator',
        tags: ['reference'],
        body: newIndicator,
        response: { 201: answer(indicator, 'The indicator'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      const { reason, ...data } = request.body
      await inWriteTransaction(db, async (trx) => {
        const errors: FieldError[] = []
        const { code, theme, min, max, kind, better } = data
        if (byCode(await listIndicators(trx, NEWEST)).has(code)) errors.push({ path: 'code', code: 'code-taken' })
        if (!byCode(await listThemes(trx, NEWEST)).has(theme)) errors.push({ path: 'theme', code: 'unknown-theme' })
        if (min !== null && max !== null && !toFraction(max).gt(toFraction(min))) {
          errors.push({ path: 'max', code: 'bounds-upside-down' })
        }
        for (const field of ['unitZh', 'unitEn'] as const) {
          if ((data[field] === '') !== (kind === 'done')) errors.push({ path: field, code: 'unit-and-kind' })
        }
        if (kind === 'done' && better !== 'higher') errors.push({ path: 'better', code: 'done-is-higher' })
        if (errors.length > 0) throw invalidFields(errors)
        await recordChange(trx, actor, clock(), { action: 'indicator.add', data }, reason)
      })
      return await reply.code(201).send(data)
    },
  )
}
