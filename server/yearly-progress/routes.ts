import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearlyProgressCsvQuery, yearlyProgressList, yearlyProgressQuery } from '../contract/yearly-progress.ts'
import { toCsv } from '../domain/csv.ts'
import { yearlyProgress } from '../domain/yearly-progress.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { YEAR_COLUMNS } from './csv.ts'
import { type AskedMilestone, listAsked } from './queries.ts'

export function yearlyProgressRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/yearly-progress',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'How each milestone stood with the figures up to each year, by the promise that is in force',
        operationId: 'listYearlyProgress',
        tags: ['targets'],
        querystring: yearlyProgressQuery,
        response: { 200: answer(yearlyProgressList, 'Milestones, in the order of their plans'), ...problems(400, 401) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const asked = await listAsked(db, asOf, query)
      const page = pageOf(asked, keyOf, { asOf: asOf.instant, limit: query.limit, cursor })
      return { ...page, items: page.items.map(toItem) }
    },
  )

  routes.get(
    '/yearly-progress.csv',
    {
      schema: {
        summary: 'The same as CSV, a line per milestone and year with a figure',
        operationId: 'getYearlyProgressCsv',
        tags: ['targets'],
        querystring: yearlyProgressCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const asked = await listAsked(db, asOf, query)
      const lines = asked
        .toSorted((one, other) => (one.targetId < other.targetId ? -1 : one.targetId > other.targetId ? 1 : 0))
        .flatMap((milestone) => yearlyProgress(milestone.input).map((standing) => ({ asked: milestone, standing })))
      asCsvFile(reply, 'yearly-progress', query, asOf.day)
      return toCsv(YEAR_COLUMNS, lines, query.bom === '1')
    },
  )
}

const keyOf = ({ targetId, milestoneYear }: AskedMilestone): string => `${targetId}/${milestoneYear}`

const toItem = ({ targetId, milestoneYear, input }: AskedMilestone) => ({
  targetId,
  milestoneYear,
  years: yearlyProgress(input),
})
