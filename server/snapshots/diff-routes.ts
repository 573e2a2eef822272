import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { namesOf } from '../accounts/queries.ts'
import { compare, tell } from '../changes/compare.ts'
import {
  type SnapshotDiff,
  snapshotDiff,
  snapshotDiffCsvQuery,
  snapshotDiffQuery,
  snapshotPairPath,
} from '../contract/snapshot.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvStreamed } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import type { SnapshotKeeper } from './keeper.ts'
import { asOfSnapshot, findSnapshot, type Snapshot } from './queries.ts'
import { toAnswer } from './view.ts'

/** The counts, and the first statuses with their grounds. */
const BRIEF = { statuses: 5, targets: 0, figures: 0 }

/** What the newer of two snapshots has that the older has not. */
export function snapshotDiffRoutes(api: FastifyInstance, { db, exporter }: Context, { within }: SnapshotKeeper): void {
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
    async ({ params, query: { brief, limit } }): Promise<SnapshotDiff> => {
      const { older, newer } = await pairOf(params)
      const compared = await compare(db, asOfSnapshot(older), asOfSnapshot(newer), {})
      const told = brief === '1' ? BRIEF : { statuses: limit, targets: limit, figures: limit }
      const found = await tell(db, compared, told)
      const people = await namesOf(db, [
        ...found.targets.map(({ enteredBy }) => enteredBy),
        ...[...found.figures, ...found.grounds].flatMap(({ enteredBy, decidedBy }) => [enteredBy, decidedBy]),
      ])
      return { ...found, older: toAnswer(within, older), newer: toAnswer(within, newer), people }
    },
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
        response: { 200: csvStreamed, ...problems(400, 401, 404, 422, 503) },
      },
    },
    async ({ params, query, method }, reply) => {
      const { older, newer } = await pairOf(params)
      const [since, asOf] = [asOfSnapshot(older), asOfSnapshot(newer)]
      asCsvFile(reply, `snapshots-${older.number}-to-${newer.number}`, {}, asOf.day)
      const form = { hasMark: query.bom === '1', hasNames: true, hasRows: method !== 'HEAD' }
      return await reply.send(exporter.write({ of: 'changes', since, asOf, filters: {}, ...form }))
    },
  )

  /** In either order; the one that holds less of the log is the older. */
  async function pairOf({ a, b }: { a: string; b: string }): Promise<{ older: Snapshot; newer: Snapshot }> {
    const [one, other] = await Promise.all([a, b].map(async (id) => await findSnapshot(db, Number(id))))
    if (one === undefined || other === undefined) throw notFound()
    if (one.number === other.number) throw new Refusal(422, 'same-snapshot')
    const isInOrder = (one.logSeq - other.logSeq || one.number - other.number) < 0
    return isInOrder ? { older: one, newer: other } : { older: other, newer: one }
  }
}
