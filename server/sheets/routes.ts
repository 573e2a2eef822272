import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { due, dueCounts, dueCountsQuery, dueQuery } from '../contract/due.ts'
import { sheet, sheetName } from '../contract/entry.ts'
import { freshness, freshnessCsvQuery, freshnessQuery } from '../contract/freshness.ts'
import { toCsv } from '../domain/csv.ts'
import { requireRegion, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { byCode, listRegions } from '../plans/queries.ts'
import { FRESHNESS_COLUMNS } from './csv.ts'
import { listDueOf, openDue } from './due.ts'
import { findDueBoard } from './due-board.ts'
import { chosenOf } from './due-chosen.ts'
import { findFreshness } from './freshness.ts'
import { getSheet } from './queries.ts'

export function sheetRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/sheets/:region/:year',
    {
      schema: {
        summary: '上报表: what a region is asked for in a year, and where each figure stands',
        description: 'Reporters see drafts, reviewers what was submitted, administrators states without values.',
        operationId: 'getSheet',
        tags: ['observations'],
        params: sheetName,
        querystring: z.strictObject({}),
        response: { 200: answer(sheet, 'The sheet'), ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const { region, year } = request.params
      const user = await requireRegion(context, request, 'read-sheet', region)
      const asOf = await resolveAsOf(db, clock, undefined)
      if (!byCode(await listRegions(db, asOf.seq)).has(region)) throw notFound()
      return await getSheet(db, asOf, user, { regionCode: region, year })
    },
  )

  routes.get(
    '/freshness',
    {
      config: { restsOn: 'fresh' },
      schema: {
        summary: 'How fresh and how complete the approved figures of each region are',
        operationId: 'getFreshness',
        tags: ['observations'],
        querystring: freshnessQuery,
        response: { 200: answer(freshness, 'A line per region that has targets'), ...problems(400, 401) },
      },
    },
    async ({ query }) => await findFreshness(db, await resolveAsOf(db, clock, query.asOf)),
  )

  routes.get(
    '/freshness.csv',
    {
      schema: {
        summary: 'The same as CSV, a line per region and year of its latest figures',
        operationId: 'getFreshnessCsv',
        tags: ['observations'],
        querystring: freshnessCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const names = byCode(await listRegions(db, asOf.seq))
      const { regions } = await findFreshness(db, asOf)
      const lines = regions.flatMap((region) =>
        region.latestYears.map((latest) => ({ regionZh: names.get(region.regionCode)?.nameZh ?? '', region, latest })),
      )
      asCsvFile(reply, 'freshness', {}, asOf.day)
      return toCsv(FRESHNESS_COLUMNS, lines, query.bom === '1')
    },
  )

  routes.get(
    '/due',
    {
      schema: {
        summary: 'What is missing, returned, due soon and overdue: of the own region, or for administrators of all',
        description:
          'In the order of rounds, the one that was opened last first, and regions; in pages of 100, or of `limit`, from one to the next by `nextCursor`.',
        operationId: 'listDue',
        tags: ['rounds'],
        querystring: dueQuery,
        response: { 200: answer(due, 'A line per round and region'), ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const user = signedIn(request)
      const cursor = fromCursor(request.query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, cursor?.instant)
      const page = { asOf: asOf.instant, limit: request.query.limit, cursor }
      if (user.regionCode !== null) {
        const items = await listDueOf(db, asOf, user.regionCode)
        return { today: asOf.day, ...pageOf(items, ({ roundId }) => String(roundId), page) }
      }
      const { all, itemOf } = await openDue(db, asOf)
      const { items, ...list } = pageOf(all, ({ round, regionCode }) => `${round.id}/${regionCode}`, page)
      return { today: asOf.day, ...list, items: items.map(itemOf) }
    },
  )

  routes.get(
    '/due-counts',
    {
      schema: {
        summary: 'How far each region is with each round, in numbers',
        operationId: 'listDueCounts',
        tags: ['rounds'],
        querystring: dueCountsQuery,
        response: { 200: answer(dueCounts, 'A page of regions and rounds'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, cursor?.instant)
      const board = await findDueBoard(db, asOf)
      const { limit, from } = query
      const page = { asOf: asOf.instant, limit, cursor, from }
      const list = pageOf(chosenOf(board, query), ({ roundId, region }) => `${roundId}/${region.code}`, page)
      return { today: asOf.day, summary: board.summary, rounds: board.rounds, ...list }
    },
  )
}
