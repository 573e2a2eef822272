import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Changes, changes, changesCsvQuery, changesQuery } from '../contract/changes.ts'
import { toCsv } from '../domain/csv.ts'
import { shanghaiDate } from '../domain/days.ts'
import type { User } from '../domain/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { userOf } from '../http/session.ts'
import { CHANGE_COLUMNS, toLines } from './csv.ts'
import { type ChangesFilters, findChanges } from './queries.ts'
import { resolveSince } from './since.ts'

type Asked = ChangesFilters & { since: string; asOf?: string | undefined }

export function changesRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()
  const between = async (query: Asked, user: User | undefined, isBrief: boolean): Promise<Changes> => {
    const asOf = await resolveAsOf(db, clock, query.asOf)
    const found = await findChanges(db, await resolveSince(db, query.since, asOf), asOf, query, isBrief ? 0 : Infinity)
    return user === undefined ? withoutNames(found) : found
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
      const isBrief = query.brief === '1'
      const found = await between(query, userOf(request), isBrief)
      return isBrief ? { ...found, statuses: [], targets: [], figures: [] } : found
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
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async (request, reply) => {
      const { query } = request
      const found = await between(query, userOf(request), false)
      asCsvFile(reply, 'changes', query, shanghaiDate(new Date(found.asOf)))
      return toCsv(CHANGE_COLUMNS, toLines(found), query.bom === '1')
    },
  )
}

/** Readers who are not signed in get no person's name. */
const withoutNames = (found: Changes): Changes => ({
  ...found,
  targets: found.targets.map((target) => ({ ...target, enteredBy: null })),
  figures: found.figures.map((figure) => ({ ...figure, enteredBy: null, decidedBy: null })),
})
