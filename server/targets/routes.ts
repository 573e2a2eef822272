import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { namesOf } from '../accounts/queries.ts'
import type { Context } from '../http/context.ts'
import { targetId } from '../contract/codes.ts'
import { targetCsvQuery } from '../contract/csv.ts'
import {
  type Target,
  type TargetRevision,
  targetDetail,
  targetList,
  targetListQuery,
  targetQuery,
} from '../contract/target.ts'
import type { User } from '../domain/access.ts'
import { toCsv } from '../domain/csv.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { answer } from '../http/answer.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { userOf } from '../http/session.ts'
import { type FigureFilters, matching } from '../observations/approvals.ts'
import { listHistory } from '../observations/queries.ts'
import { asSeenBy } from '../observations/view.ts'
import { PROGRESS_COLUMNS, TARGET_COLUMNS } from './csv.ts'
import { findTargets, inOrder } from './find.ts'
import { judgeTargets } from './judge.ts'
import type { StoredRevision } from './queries.ts'

export function targetRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/targets',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'The targets as the plans word them, each with the judgement of its milestones',
        operationId: 'listTargets',
        tags: ['targets'],
        querystring: targetListQuery,
        response: { 200: answer(targetList, 'Targets, in the order of their plans'), ...problems(400, 401) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const found = await findTargets(db, asOf, query)
      const targets = found.map(({ target }) => target)
      return pageOf(targets, ({ id }) => id, { asOf: asOf.instant, limit: query.limit, cursor })
    },
  )

  routes.get(
    '/targets/:id',
    {
      schema: {
        summary: 'One target with its figures and its history',
        operationId: 'getTarget',
        tags: ['targets'],
        params: z.strictObject({
          id: z.string().meta({ description: targetId.description, example: 'qh-stip-145-rd-intensity' }),
        }),
        querystring: targetQuery,
        response: { 200: answer(targetDetail, 'The target'), ...problems(400, 401, 404) },
      },
    },
    async (request) => {
      const { params, query } = request
      const user = userOf(request)
      const asOf = await resolveAsOf(db, clock, query.asOf)
      // What has not the form of an id is as unknown as any other that no target has.
      if (!targetId.safeParse(params.id).success) throw notFound()
      const [judged] = await judgeTargets(db, asOf, params.id)
      if (judged === undefined) throw notFound()
      const history = (await listHistory(db, asOf.seq, matching(seriesOf(judged.target)))).map((one) =>
        asSeenBy(user, one),
      )
      const revisions = judged.stored.revisions.map((revision) => toTargetRevision(user, revision))
      const people = [
        ...history.map(({ decidedBy }) => decidedBy),
        ...[...history, ...revisions].map((one) => one.enteredBy),
      ]
      return {
        asOf: asOf.instant.toISOString(),
        ...judged.target,
        observations: judged.figures.map((figure) => asSeenBy(user, figure)),
        history,
        revisions,
        people: await namesOf(db, people),
      }
    },
  )

  routes.get(
    '/targets.csv',
    {
      schema: {
        summary: 'The targets as CSV, a line per milestone',
        operationId: 'getTargetsCsv',
        tags: ['targets'],
        querystring: targetCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const found = await findTargets(db, asOf, query)
      const lines = inOrder(found).flatMap(({ target, stored, plan, chosen }) =>
        target.milestones
          .filter(({ year }) => chosen.some(({ milestoneYear }) => milestoneYear === year))
          .map((milestone) => ({ target, stored, plan, milestone })),
      )
      asCsvFile(reply, 'targets', query, asOf.day)
      return toCsv(TARGET_COLUMNS, lines, query.bom === '1')
    },
  )

  routes.get(
    '/progress.csv',
    {
      schema: {
        summary: 'The judgement of every milestone as CSV',
        operationId: 'getProgressCsv',
        tags: ['targets'],
        querystring: targetCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const found = await findTargets(db, asOf, query)
      const lines = inOrder(found).flatMap(({ target, stored, chosen }) =>
        chosen.map((progress) => ({ target, stored, progress })),
      )
      asCsvFile(reply, 'progress', query, asOf.day)
      return toCsv(PROGRESS_COLUMNS, lines, query.bom === '1')
    },
  )
}

const seriesOf = ({ regionCode, indicatorCode }: Target): FigureFilters => ({
  region: regionCode,
  indicator: indicatorCode,
})

/** Readers who are not signed in get no person's name. */
function toTargetRevision(user: User | undefined, stored: StoredRevision): TargetRevision {
  const { seq, revision, at, by, correction, sample, milestones } = stored
  return { id: seq, revision, at, enteredBy: user === undefined ? null : by, correction, sample, milestones }
}
