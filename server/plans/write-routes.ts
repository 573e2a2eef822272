import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import { NEWEST } from '../audit/queries.ts'
import { recordChange } from '../audit/record.ts'
import { indicatorChange, newIndicator, newPlan } from '../contract/administration.ts'
import { type Indicator, indicator, plan } from '../contract/reference.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { toFraction } from '../domain/decimal.ts'
import { rollUpFlaws } from '../domain/roll-up-flaws.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { patched } from '../http/patch.ts'
import { problems } from '../http/problem-responses.ts'
import { type FieldError, invalidFields, notFound } from '../http/refusal.ts'
import { byCode, countIndicatorRevisions, listIndicators, listPlans, listRegions, listThemes } from './queries.ts'

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
        const known = byCode(await listIndicators(trx, NEWEST))
        const errors = await flawsOfIndicator(trx, data, known)
        if (known.has(data.code)) errors.push({ path: 'code', code: 'code-taken' })
        if (errors.length > 0) throw invalidFields(errors)
        await recordChange(trx, actor, clock(), { action: 'indicator.add', data }, reason)
      })
      return await reply.code(201).send(data)
    },
  )

  routes.patch(
    '/indicators/:code',
    {
      schema: {
        summary: 'Correct what an indicator is called, how it is explained or bounded, with a reason',
        operationId: 'reviseIndicator',
        tags: ['reference'],
        params: z.strictObject({ code: z.string() }),
        body: indicatorChange,
        response: { 200: answer(indicator, 'The indicator as it stands now'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { reason, ...change } = request.body
      return await inWriteTransaction(db, async (trx) => {
        const known = byCode(await listIndicators(trx, NEWEST))
        const before = known.get(request.params.code)
        if (before === undefined) throw notFound()
        const after = patched(before, change)
        const errors = await flawsOfIndicator(trx, after, known)
        if (errors.length > 0) throw invalidFields(errors)
        const { unitZh: _zh, unitEn: _en, kind: _kind, better: _better, ...terms } = after
        const revision = (await countIndicatorRevisions(trx, before.code)) + 1
        await recordChange(trx, actor, clock(), { action: 'indicator.revise', data: { ...terms, revision } }, reason)
        return after
      })
    },
  )
}

async function flawsOfIndicator(
  trx: Transaction<Database>,
  indicator: Indicator,
  known: ReadonlyMap<string, Indicator>,
): Promise<FieldError[]> {
  const { theme, min, max, kind, better } = indicator
  const flaws: FieldError[] = rollUpFlaws(indicator, (code) => known.get(code)?.kind)
  if (!byCode(await listThemes(trx, NEWEST)).has(theme)) flaws.push({ path: 'theme', code: 'unknown-theme' })
  if (min !== null && max !== null && !toFraction(max).gt(toFraction(min))) {
    flaws.push({ path: 'max', code: 'bounds-upside-down' })
  }
  for (const field of ['unitZh', 'unitEn'] as const) {
    if ((indicator[field] === '') !== (kind === 'done')) flaws.push({ path: field, code: 'unit-and-kind' })
  }
  if (kind === 'done' && better !== 'higher') flaws.push({ path: 'better', code: 'done-is-higher' })
  return flaws
}
