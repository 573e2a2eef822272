import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { discardList, draftList, savedList } from '../contract/entry.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { User } from '../domain/access.ts'
import { requireRegion, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { discardDrafts } from './discard.ts'
import { saveDrafts } from './save.ts'

/** What reporters write of figures. */
export function observationWriteRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock, mode } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.put(
    '/observations',
    {
      schema: {
        summary: 'Save figures as drafts: all, or none and every field that is wrong',
        operationId: 'saveDrafts',
        tags: ['observations'],
        body: draftList,
        response: { 200: answer(savedList, 'The figures as they stand now'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { items } = request.body
      const user = await requireRegions(request, items)
      const saved = await inWriteTransaction(db, async (trx) =>
        saveDrafts(trx, user, await resolveAsOf(trx, clock, undefined), items, mode === 'demo'),
      )
      return { items: saved }
    },
  )

  routes.delete(
    '/observations',
    {
      schema: {
        summary: 'Take drafts back: all, or none and every one that is no draft',
        operationId: 'discardDrafts',
        tags: ['observations'],
        body: discardList,
        response: { 200: answer(savedList, 'What was taken back'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const { items } = request.body
      const user = await requireRegions(request, items)
      const taken = await inWriteTransaction(db, async (trx) =>
        discardDrafts(trx, user, await resolveAsOf(trx, clock, undefined), items),
      )
      return { items: taken }
    },
  )

  /** Whoever asks, if all of these are figures of a region that is theirs. */
  async function requireRegions(request: FastifyRequest, items: readonly { regionCode: string }[]): Promise<User> {
    for (const { regionCode } of items) await requireRegion(context, request, 'enter', regionCode)
    return signedIn(request)
  }
}
