import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { namesOf } from '../accounts/queries.ts'
import {
  newSnapshot,
  type SnapshotDetail,
  snapshotDetail,
  snapshotList,
  snapshotPath,
  snapshotQuery,
  snapshotsQuery,
} from '../contract/snapshot.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolvePast } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { findJob } from './job.ts'
import type { SnapshotKeeper } from './keeper.ts'
import { findSnapshot, listSnapshots } from './queries.ts'
import { detailOf, jobAnswer, nothingYet, toAnswer } from './view.ts'

/** Snapshots, for auditors: made, listed, looked at. */
export function snapshotRoutes(api: FastifyInstance, { db, clock }: Context, keeper: SnapshotKeeper): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()
  const { within } = keeper

  routes.post(
    '/snapshots',
    {
      schema: {
        summary: 'Make a snapshot of everything approved as of now, or of an instant',
        description: 'Answers at once; ask for it again to see how far it is. One is made at a time.',
        operationId: 'makeSnapshot',
        tags: ['snapshots'],
        body: newSnapshot,
        response: { 202: answer(snapshotDetail, 'It is being made'), ...problems(400, 401, 404, 409) },
      },
    },
    async (request, reply) => {
      const { titleZh, asOf: asked } = request.body
      const { username, role } = signedIn(request)
      const asOf = await resolvePast(db, clock, asked)
      const number = await keeper.begin({ titleZh, asOf, actor: { username, role } })
      reply.code(202).header('location', `/api/snapshots/${number}`)
      return await tell(number)
    },
  )

  routes.get(
    '/snapshots',
    {
      schema: {
        summary: 'The snapshots, newest first; one that is being made or could not be comes before them',
        operationId: 'listSnapshots',
        tags: ['snapshots'],
        querystring: snapshotsQuery,
        response: { 200: answer(snapshotList, 'Snapshots'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const now = clock()
      const job = await findJob(db, now)
      const made = (await listSnapshots(db)).filter(({ number }) => number !== job?.number)
      const all = [...(job === undefined ? [] : [job]), ...made]
      const page = pageOf(all, ({ number }) => String(number), { asOf: now, limit: query.limit, cursor })
      const items = page.items.map((one) => ('startedAt' in one ? jobAnswer(one) : toAnswer(within, one)))
      return { ...page, items, people: await peopleOf(items) }
    },
  )

  routes.get(
    '/snapshots/:id',
    {
      schema: {
        summary: 'One snapshot: how far it is, or its files with their fingerprints',
        operationId: 'getSnapshot',
        tags: ['snapshots'],
        params: snapshotPath,
        querystring: snapshotQuery,
        response: { 200: answer(snapshotDetail, 'The snapshot'), ...problems(400, 401, 404) },
      },
    },
    async ({ params }) => await tell(Number(params.id)),
  )

  const tell = async (number: number): Promise<SnapshotDetail> => {
    const told = await findTold(number)
    return { ...told, people: await peopleOf([told]) }
  }

  const findTold = async (number: number): Promise<Omit<SnapshotDetail, 'people'>> => {
    const job = await findJob(db, clock())
    if (job?.number === number) return { ...jobAnswer(job), ...nothingYet(job) }
    const made = await findSnapshot(db, number)
    if (made === undefined) throw notFound()
    return { ...toAnswer(within, made), ...(await detailOf(db, within, made)) }
  }

  const peopleOf = (snapshots: readonly { createdBy: string }[]) =>
    namesOf(
      db,
      snapshots.map(({ createdBy }) => createdBy),
    )
}
