import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type ChangedFigure, type Changes, changes, changesCsvQuery, changesQuery } from '../contract/changes.ts'
import { shanghaiDate } from '../domain/days.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvStreamed } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { userOf } from '../http/session.ts'
import { type Comparison, compare, tell } from './compare.ts'
import { changesCsv } from './csv.ts'
import type { ChangesFilters } from './figures.ts'
import { resolveSince } from './since.ts'

type Asked = ChangesFilters & { since: string; asOf?: string | undefined }

export function changesRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()
  const between = async (query: Asked): Promise<Comparison> => {
    const asOf = await resolveAsOf(db, clock, query.asOf)
    return await compare(db, await resolveSince(db, query.since, asOf), asOf, query)
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
      const found = await tell(db, await between(query), { statuses: rows, targets: rows, figures: rows })
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
        response: { 200: csvStreamed, ...problems(400, 401) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const compared = await between(query)
      asCsvFile(reply, 'changes', query, shanghaiDate(new Date(compared.asOf)))
      return await reply.send(
        changesCsv(db, compared, {
          mark: query.bom === '1',
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
