import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listAccounts, namesOf } from '../accounts/queries.ts'
import {
  type AuditActor,
  auditActorList,
  auditActorsQuery,
  auditCsvQuery,
  auditLife,
  auditList,
  auditLogQuery,
  auditObjectQuery,
  auditQuery,
} from '../contract/audit.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvStreamed, stream } from '../http/csv.ts'
import { fromCursor, pageOf, toCursor } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { findLife } from './life.ts'
import { subjectOf, withSubjects } from './lines.ts'
import { PROGRAM } from './program.ts'
import { findLines, type Place, toSearch } from './search.ts'

// Nothing of these is in memory as a whole.
const logStreamed = {
  description: 'A line of JSON per line of the log, each ended by a line feed',
  content: { 'application/jsonl': { schema: stream } },
}

/** `before`, `countedFrom` and `total` of a place in a search. */
const place = z.tuple([z.int(), z.int(), z.int().min(0)])

const toPlace = (told: z.infer<typeof place> | undefined): Place | undefined =>
  told && { before: told[0], countedFrom: told[1], total: told[2] }

/** The audit log, for auditors. */
export function auditRoutes(api: FastifyInstance, { db, clock, exporter }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/audit',
    {
      schema: {
        summary: 'The lines of the audit log: who did what, when, to what and why',
        operationId: 'listAudit',
        tags: ['audit'],
        querystring: auditQuery,
        response: { 200: answer(auditList, 'Lines, newest first'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, place)
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const search = await toSearch(db, query, asOf)
      const { lines, total, unsearched, next } = await findLines(db, search, {
        ...query,
        place: toPlace(cursor?.after),
      })
      const items = await withSubjects(db, lines)
      const instant = asOf.instant.toISOString()
      const nextCursor = next ? toCursor({ instant, after: [next.before, next.countedFrom, next.total] }) : null
      return { asOf: instant, items, nextCursor, total, unsearched, people: await peopleOf(items) }
    },
  )

  routes.get(
    '/audit/object',
    {
      schema: {
        summary: 'The whole life of one object: every line about it and what belongs to it, and what each changed',
        description: 'A figure with the steps of its review, a target with its weights, an account with its sign-ins.',
        operationId: 'getAuditObject',
        tags: ['audit'],
        querystring: auditObjectQuery,
        response: { 200: answer(auditLife, 'Its lines, oldest first'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.int())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const object = await subjectOf(db, query.object)
      const page = { upTo: asOf.seq, limit: query.limit + 1, after: cursor?.after ?? 0 }
      const { total, items: lines } = await findLife(db, object, page)
      if (total === 0) throw notFound()
      const items = lines.slice(0, query.limit)
      const people = await peopleOf(items)
      return { ...paged(asOf.instant, lines.length > items.length, items), object, total, people }
    },
  )

  routes.get(
    '/audit/actors',
    {
      schema: {
        summary: 'Who can stand in the log: the accounts as they are called now, and the program itself',
        operationId: 'listAuditActors',
        tags: ['audit'],
        querystring: auditActorsQuery,
        response: { 200: answer(auditActorList, 'Actors, by username'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const actors: AuditActor[] = (await listAccounts(db)).map(({ username, displayName, role }) => ({
        username,
        displayName,
        role,
      }))
      const all = [...actors, { ...PROGRAM, displayName: PROGRAM.username }]
      return pageOf(all, ({ username, role }) => `${role} ${username}`, { asOf: clock(), limit: query.limit, cursor })
    },
  )

  routes.get(
    '/audit.csv',
    {
      schema: {
        summary: 'The same as CSV, in the order of the log',
        operationId: 'getAuditCsv',
        tags: ['audit'],
        querystring: auditCsvQuery,
        response: { 200: csvStreamed, ...problems(400, 401, 404, 503) },
      },
    },
    async ({ query, method }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const search = await toSearch(db, query, asOf)
      asCsvFile(reply, 'audit', {}, asOf.day)
      return await reply.send(
        exporter.write({
          of: 'lines',
          search: method === 'HEAD' ? { ...search, upTo: 0 } : search,
          hasMark: query.bom === '1',
        }),
      )
    },
  )

  routes.get(
    '/audit/log.jsonl',
    {
      schema: {
        summary: 'The whole audit log, each line exactly as hashed, so that its chain can be checked',
        operationId: 'getAuditLog',
        tags: ['audit'],
        querystring: auditLogQuery,
        response: { 200: logStreamed, ...problems(400, 401, 404, 503) },
      },
    },
    async ({ method }, reply) => {
      const asOf = await resolveAsOf(db, clock, undefined)
      reply
        .type('application/jsonl; charset=utf-8')
        .header('content-disposition', `attachment; filename="audit-as-of-${asOf.day}.jsonl"`)
      return await reply.send(exporter.write({ of: 'log', upTo: method === 'HEAD' ? 0 : asOf.seq }))
    },
  )

  const peopleOf = (lines: readonly { actor: string }[]) =>
    namesOf(
      db,
      lines.map(({ actor }) => actor),
    )
}

function paged<Item extends { seq: number }>(asOf: Date, hasMore: boolean, items: Item[]) {
  const instant = asOf.toISOString()
  const last = items.at(-1)
  return { asOf: instant, items, nextCursor: hasMore && last ? toCursor({ instant, after: last.seq }) : null }
}
