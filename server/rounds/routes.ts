import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { NEWEST } from '../audit/queries.ts'
import { recordChange } from '../audit/record.ts'
import { newRound, round, roundChange, roundList, roundListQuery } from '../contract/round.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { expectRevision, patched } from '../http/patch.ts'
import { problems } from '../http/problem-responses.ts'
import { type FieldError, invalidFields, notFound } from '../http/refusal.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import { listRounds } from './queries.ts'
import type { RoundTerms } from './rows.ts'

export function roundRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/rounds',
    {
      schema: {
        summary: 'The rounds in which figures are reported',
        operationId: 'listRounds',
        tags: ['rounds'],
        querystring: roundListQuery,
        response: { 200: answer(roundList, 'Rounds, the one that was opened last first'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, cursor?.instant)
      const rounds = await listRounds(db, asOf.seq)
      return pageOf(rounds, ({ id }) => String(id), { asOf: asOf.instant, limit: query.limit, cursor })
    },
  )

  routes.post(
    '/rounds',
    {
      schema: {
        summary: 'Open a round',
        operationId: 'openRound',
        tags: ['rounds'],
        body: newRound,
        response: { 201: answer(round, 'The round'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request)
      const { reason, ...terms } = request.body
      const opened = await inWriteTransaction(db, async (trx) => {
        const data = await checked(trx, clock, { ...terms, roundId: null, revision: 1 })
        const id = await recordChange(trx, actor, clock(), { action: 'round.revise', data }, reason)
        return (await listRounds(trx, NEWEST)).find((one) => one.id === id)
      })
      return await reply.code(201).send(found(opened))
    },
  )

  routes.patch(
    '/rounds/:id',
    {
      schema: {
        summary: 'Extend or change a round, with a reason',
        operationId: 'changeRound',
        tags: ['rounds'],
        params: z.strictObject({ id: z.string() }),
        body: roundChange,
        response: { 200: answer(round, 'The round as it stands now'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const actor = signedIn(request)
      const { reason, ifRevision, ...change } = request.body
      return await inWriteTransaction(db, async (trx) => {
        const before = found((await listRounds(trx, NEWEST)).find(({ id }) => String(id) === request.params.id))
        expectRevision(ifRevision, before.revision)
        const { year, kind, opensOn, closesOn, regionCodes, indicatorCodes } = patched(before, change)
        const data = await checked(trx, clock, {
          roundId: before.id,
          revision: before.revision + 1,
          year,
          kind,
          opensOn,
          closesOn,
          regionCodes,
          indicatorCodes,
        })
        await recordChange(trx, actor, clock(), { action: 'round.revise', data }, reason)
        return found((await listRounds(trx, NEWEST)).find(({ id }) => id === before.id))
      })
    },
  )
}

/** The terms without anything twice; refuses days in the wrong order and codes that nothing has. */
async function checked(db: Kysely<Database>, clock: Context['clock'], terms: RoundTerms): Promise<RoundTerms> {
  const { seq, year } = await resolveAsOf(db, clock, undefined)
  const errors: FieldError[] = []
  if (terms.closesOn < terms.opensOn) errors.push({ path: 'closesOn', code: 'closes-before-opens' })
  if (terms.year > year + 1) errors.push({ path: 'year', code: 'future-year' })
  const regions = byCode(await listRegions(db, seq))
  for (const [index, code] of terms.regionCodes.entries()) {
    if (!regions.has(code)) errors.push({ path: `regionCodes.${index}`, code: 'unknown-region' })
  }
  const indicators = byCode(await listIndicators(db, seq))
  for (const [index, code] of (terms.indicatorCodes ?? []).entries()) {
    if (!indicators.has(code)) errors.push({ path: `indicatorCodes.${index}`, code: 'unknown-indicator' })
  }
  if (errors.length > 0) throw invalidFields(errors)
  return {
    ...terms,
    regionCodes: [...new Set(terms.regionCodes)],
    indicatorCodes: terms.indicatorCodes && [...new Set(terms.indicatorCodes)],
  }
}

function found<Found>(round: Found | undefined): Found {
  if (round === undefined) throw notFound()
  return round
}
