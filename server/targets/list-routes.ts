import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { progressList, progressListQuery, targetTexts, targetTextsQuery } from '../contract/listed-target.ts'
import { searchedText } from '../domain/search.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { namesOf } from './filter.ts'
import { type FoundTarget, findTargets, worstOf } from './find.ts'

/** What a page that shows all targets at once asks for, as light as it can be. */
export function targetListRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/progress',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'Where the targets stand: what a list shows of them, without sentences and arithmetic',
        operationId: 'listProgress',
        tags: ['targets'],
        querystring: progressListQuery,
        response: { 200: answer(progressList, 'Targets, in the order of their plans'), ...problems(400, 401) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const { limit, from, most, within, sort } = query
      const found = await findTargets(db, asOf, query)
      const isTooMany = most !== undefined && found.length > most
      const list = isTooMany ? [] : sort === 'worst' ? worstOf(found) : found
      const page = pageOf(list, ({ target }) => target.id, { asOf: asOf.instant, limit, cursor, from })
      return {
        ...page,
        total: found.length,
        items: page.items.map(({ target }) => target),
        ...(within !== undefined && { named: namedIn(page.items) }),
      }
    },
  )

  routes.get(
    '/target-texts',
    {
      config: { restsOn: 'judged' },
      schema: {
        summary: 'The words by which each target is found',
        operationId: 'listTargetTexts',
        tags: ['targets'],
        querystring: targetTextsQuery,
        response: { 200: answer(targetTexts, 'Texts, in the order of the plans'), ...problems(400, 401) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const texts = (await findTargets(db, asOf, {})).map(({ target, ...names }) => ({
        id: target.id,
        text: searchedText(target, namesOf(names)),
      }))
      return pageOf(texts, ({ id }) => id, { asOf: asOf.instant, limit: query.limit, cursor })
    },
  )
}

/** Each region and plan of the targets once. */
const namedIn = (found: readonly FoundTarget[]) => ({
  regions: [...new Map(found.map(({ region }) => [region.code, region])).values()],
  plans: [...new Map(found.map(({ plan }) => [plan.code, plan])).values()],
})
