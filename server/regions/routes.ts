import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { regionProgress, regionProgressCsvQuery, regionProgressQuery } from '../contract/region-progress.ts'
import { toCsv } from '../domain/csv.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { REGION_COLUMNS, type RegionLine } from './csv.ts'
import { type FoundRegion, findRegion } from './find.ts'

export function regionRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/region-progress',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'Where the targets of a region and of all below it stand, and of each region directly below',
        description: 'In the order of codes: there is no ranking.',
        operationId: 'getRegionProgress',
        tags: ['regions'],
        querystring: regionProgressQuery,
        response: {
          200: answer(regionProgress, 'The region, and a page of those below it'),
          ...problems(400, 401, 404),
        },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const found = await findRegion(db, asOf, query)
      if (found === undefined) throw notFound()
      const { rows, ...region } = found
      const { limit, from } = query
      return { ...region, ...pageOf(rows, ({ code }) => code, { asOf: asOf.instant, limit, cursor, from }) }
    },
  )

  routes.get(
    '/region-progress.csv',
    {
      schema: {
        summary: 'The same as CSV: the region itself and with all below it, then a line per region below',
        operationId: 'getRegionProgressCsv',
        tags: ['regions'],
        querystring: regionProgressCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401, 404) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const found = await findRegion(db, asOf, query)
      if (found === undefined) throw notFound()
      asCsvFile(reply, 'region-progress', { region: found.region?.code }, asOf.day)
      return toCsv(REGION_COLUMNS, toLines(found), query.bom === '1')
    },
  )
}

function toLines({ region, below, milestone, own, within, rows }: FoundRegion): RegionLine[] {
  const itself = region === null ? [] : [{ region: { ...region, below }, milestone }]
  return [
    ...itself.map((line) => ({ ...line, scope: 'own' as const, standing: own })),
    ...itself.map((line) => ({ ...line, scope: 'within' as const, standing: within })),
    ...rows.map((row) => ({ region: row, scope: 'within' as const, milestone, standing: row.standing })),
  ]
}
