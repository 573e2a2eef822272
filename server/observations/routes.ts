import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { namesOf } from '../accounts/queries.ts'
import type { Context } from '../http/context.ts'
import { observationCsvQuery } from '../contract/csv.ts'
import { indicatorCode, regionCode } from '../contract/codes.ts'
import { measure, year } from '../contract/figure.ts'
import {
  observationHistory,
  observationHistoryQuery,
  observationList,
  observationListQuery,
} from '../contract/observation.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { asCsvFile, csvStreamed } from '../http/csv.ts'
import { answer } from '../http/answer.ts'
import { fromCursor, pageOf, toCursor } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { userOf } from '../http/session.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import { listVisiblePending } from './pending.ts'
import { placeOf } from './approvals.ts'
import { countApproved, listApproved } from './queries.ts'
import { listRevisions } from './revisions.ts'
import { indicatorOf } from './series.ts'
import { asSeenBy, maySee, revisionSeenBy } from './view.ts'

export function observationRoutes(api: FastifyInstance, { db, clock, exporter }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/observations',
    {
      schema: {
        summary: 'The figures, and where they stand in the review',
        description:
          'Approved figures, or those of another `state` that the reader may see: drafts and submitted figures of the own region.',
        operationId: 'listObservations',
        tags: ['observations'],
        querystring: observationListQuery,
        response: {
          200: answer(observationList, 'Figures, by region, indicator, year and measure'),
          ...problems(400, 401),
        },
      },
    },
    async (request) => {
      const { query } = request
      const user = userOf(request)
      const cursor = fromCursor(query.cursor, figureKey)
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const indicators = byCode(await listIndicators(db, asOf.seq))
      const page = { limit: query.limit + 1, after: cursor?.after }
      const isApproved = query.state === undefined || query.state === 'approved'
      const { figures, total } = isApproved
        ? {
            figures: await listApproved(db, asOf.seq, query, page),
            total: (await countApproved(db, asOf.seq, query)).all,
          }
        : await listVisiblePending(db, asOf.seq, user, query, page)
      const shown = figures.slice(0, query.limit)
      const last = shown.at(-1)
      const instant = asOf.instant.toISOString()
      return {
        asOf: instant,
        total,
        items: shown.map((figure) => ({ ...asSeenBy(user, figure), indicator: indicatorOf(figure, indicators) })),
        nextCursor: last && figures.length > shown.length ? toCursor({ instant, after: placeOf(last) }) : null,
      }
    },
  )

  routes.get(
    '/observations/history',
    {
      schema: {
        summary: 'Every revision of a figure: old and new, when, why and by which decision',
        description: 'Revisions that were never approved are for their own region and for auditors.',
        operationId: 'listObservationHistory',
        tags: ['observations'],
        querystring: observationHistoryQuery,
        response: { 200: answer(observationHistory, 'Revisions, the first entered first'), ...problems(400, 401) },
      },
    },
    async (request) => {
      const { query } = request
      const user = userOf(request)
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const history = (await listRevisions(db, asOf.seq, query))
        .filter((revision) => maySee(user, revision))
        .map((revision) => revisionSeenBy(user, revision))
      const page = pageOf(history, ({ id }) => String(id), { asOf: asOf.instant, limit: query.limit, cursor })
      const usernames = page.items.flatMap(({ enteredBy, steps }) => [enteredBy, ...steps.map(({ by }) => by)])
      return {
        ...page,
        people: await namesOf(db, usernames),
      }
    },
  )

  routes.get(
    '/observations.csv',
    {
      schema: {
        summary: 'The approved figures as CSV',
        operationId: 'getObservationsCsv',
        tags: ['observations'],
        querystring: observationCsvQuery,
        response: { 200: csvStreamed, ...problems(400, 401, 503) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const user = userOf(request)
      const { seq, day } = await resolveAsOf(db, clock, query.asOf)
      const { region, indicator, year, state = 'approved' } = query
      asCsvFile(reply, 'observations', query, day)
      return await reply.send(
        exporter.write({
          of: 'figures',
          ...{ seq, filters: { region, indicator, year } },
          hasMark: query.bom === '1',
          hasNames: user !== undefined,
          // The file has no column for the state, so what is not approved is not in it.
          hasRows: state === 'approved' && request.method !== 'HEAD',
        }),
      )
    },
  )
}

/** The key of a figure in a cursor. */
const figureKey = z.tuple([regionCode, indicatorCode, year, measure])
