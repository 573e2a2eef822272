import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { rollUps, rollUpsCsvQuery, rollUpsQuery } from '../contract/roll-up.ts'
import { toCsv } from '../domain/csv.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { ROLL_UP_COLUMNS } from './csv.ts'
import { findRollUps } from './find.ts'

export function rollUpRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/roll-ups',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'What the figures of the regions below one come to, year by year, beside its own figure',
        description:
          'As the indicator declares it: their sum, their mean weighted by another indicator, or nothing, with the reason.',
        operationId: 'getRollUps',
        tags: ['regions'],
        querystring: rollUpsQuery,
        response: { 200: answer(rollUps, 'The years, oldest first'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const found = await findRollUps(db, asOf, query)
      if (found === undefined) throw notFound()
      return { asOf: asOf.instant.toISOString(), ...found }
    },
  )

  routes.get(
    '/roll-ups.csv',
    {
      schema: {
        summary: 'The same as CSV, a line per year',
        operationId: 'getRollUpsCsv',
        tags: ['regions'],
        querystring: rollUpsCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401, 404) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const found = await findRollUps(db, asOf, query)
      if (found === undefined) throw notFound()
      asCsvFile(reply, `roll-ups-${query.indicator}`, { region: query.region }, asOf.day)
      return toCsv(
        ROLL_UP_COLUMNS,
        found.years.map((of) => ({ rollUps: found, of })),
        query.bom === '1',
      )
    },
  )
}
