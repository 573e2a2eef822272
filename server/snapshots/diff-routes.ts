import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { namesOf } from '../accounts/queries.ts'
import { CHANGE_COLUMNS, toLines } from '../changes/csv.ts'
import { findChanges } from '../changes/queries.ts'
import {
  type SnapshotDiff,
  snapshotDiff,
  snapshotDiffCsvQuery,
  snapshotDiffQuery,
  snapshotPairPath,
} from '../contract/snapshot.ts'
import { toCsv } from '../domain/csv.ts'
import { shanghaiDate } from '../domain/days.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import type { SnapshotKeeper } from './keeper.ts'
import { BRIEF_STATUSES, briefly } from './brief.ts'
import { asOfSnapshot, findSnapshot } from './queries.ts'
import { toAnswer } from './view.ts'

/** What the newer of two snapshots has that the older has not. */
export function snapshotDiffRoutes(api: FastifyInstance, { db }: Context, { within }: SnapshotKeeper): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/snapshots/:a/diff/:b',
    {
      schema: {
        summary: 'What changed between two snapshots: figures, targets, statuses and why they turned',
        description: 'In either order; the one that holds less of the log is the older.',
        operationId: 'getSnapshotDiff',
        tags: ['snapshots'],
        params: snapshotPairPath,
        querystring: snapshotDiffQuery,
        response: { 200: answer(snapshotDiff, 'The difference'), ...problems(400, 401, 404, 422) },
      },
    },
    async ({ params, query }) =>
      query.brief === '1' ? briefly(await between(params, BRIEF_STATUSES)) : await between(params),
  )

  routes.get(
    '/snapshots/:a/diff/:b.csv',
    {
      schema: {
        summary: 'The same as CSV, in the columns of changes.csv',
        operationId: 'getSnapshotDiffCsv',
        tags: ['snapshots'],
        params: snapshotPairPath,
        querystring: snapshotDiffCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401, 404, 422) },
      },
    },
    async ({ params, query }, reply) => {
      const found = await between(params)
      asCsvFile(reply, `snapshots-${found.older.id}-to-${found.newer.id}`, {}, shanghaiDate(new Date(found.newer.asOf)))
      return toCsv(CHANGE_COLUMNS, toLines(found), query.bom === '1')
    },
  )

  async function between({ a, b }: { a: string; b: string }, whys = Infinity): Promise<SnapshotDiff> {
    const [one, other] = await Promise.all([a, b].map(async (id) => await findSnapshot(db, Number(id))))
    if (one === undefined || other === undefined) throw notFound()
    if (one.number === other.number) throw new Refusal(422, 'same-snapshot')
    const isInOrder = (one.logSeq - other.logSeq || one.number - other.number) < 0
    const [older, newer] = isInOrder ? [one, other] : [other, one]
    const found = await findChanges(db, asOfSnapshot(older), asOfSnapshot(newer), {}, whys)
    const people = await namesOf(db, [
      ...found.targets.map(({ enteredBy }) => enteredBy),
      ...found.figures.flatMap(({ enteredBy, decidedBy }) => [enteredBy, decidedBy]),
    ])
    return { ...found, older: toAnswer(within, older), newer: toAnswer(within, newer), people }
  }
}
