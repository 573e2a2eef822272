import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type ChangedFigure, type Changes, changes, changesCsvQuery, changesQuery } from '../contract/changes.ts'
import { answer } from '../http/answer.ts'
import { type AsOf, resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvStreamed } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { userOf } from '../http/session.ts'
import { compare, tell } from './compare.ts'
import type { ChangesFilters } from './figures.ts'
import { resolveSince } from './since.ts'

type Asked = ChangesFilters & { since: string; asOf?: string | undefined }

export function changesRoutes(api: FastifyInstance, { db, clock, exporter }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()
  const daysOf = async (query: Asked): Promise<{ since: AsOf; asOf: AsOf }> => {
    const asOf = await resolveAsOf(db, clock, query.asOf)
    return { since: await resolveSince(db, query.since, asOf), asOf }
  }

  routes.get(
    '/changes',
    {
      schema: {
        summary: 'What changed between two days: statuses and why they turned, targets, figures, the method',
        operationId: 'getChanges',
        tags: ['targets'],
        querystring: changesQuery,
        response: { 200: answer(changes, 'The changes'), ...problems(400, 401) },
      },
    },
    async (request) => {
      const { query } = request
      const rows = query.brief === '1' ? 0 : query.limit
      const { since, asOf } = await daysOf(query)
      const compared = await compare(db, since, asOf, query)
      const found = await tell(db, compared, { statuses: rows, targets: rows, figures: rows })
      return userOf(request) === undefined ? withoutNames(found) : found
    },
  )

  routes.get(
    '/changes.csv',
    {
      schema: {
        summary: 'The same as CSV, a line per field that became another',
        operationId: 'getChangesCsv',
        tags: ['targets'],
        querystring: changesCsvQuery,
        response: { 200: csvStreamed, ...problems(400, 401, 503) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const { region, plan, target } = query
      const days = await daysOf(query)
      asCsvFile(reply, 'changes', query, days.asOf.day)
      return await reply.send(
        exporter.write({
          of: 'changes',
          ...days,
          filters: { region, plan, target },
          hasMark: query.bom === '1',
          hasNames: userOf(request) !== undefined,
          hasRows: request.method !== 'HEAD',
        }),
      )
    },
  )
}

/** Readers who are not signed in get no person's name. */
function withoutNames(found: Changes): Changes {
  const unnamed = (figure: ChangedFigure): ChangedFigure => ({ ...figure, enteredBy: null, decidedBy: null })
  return {
    ...found,
    targets: found.targets.map((target) => ({ ...target, enteredBy: null })),
    figures: found.figures.map(unnamed),
    grounds: found.grounds.map(unnamed),
  }
}
