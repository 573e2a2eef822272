import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { asOfParameter, listOf, pageParameters } from '../contract/list.ts'
import { indicator, plan, region, theme } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { answer } from '../http/answer.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { listIndicators, listPlans, listRegions, listThemes } from './queries.ts'

const listQuery = pageParameters.extend({ asOf: asOfParameter }).strict()

/** The four reference lists, alike but for what they hold. */
export function planRoutes(api: FastifyInstance, context: Context): void {
  referenceList(api, context, '/regions', 'The areas that targets bind', region, listRegions)
  referenceList(api, context, '/plans', 'The published documents that set targets', plan, listPlans)
  referenceList(api, context, '/themes', 'What targets are about', theme, listThemes)
  referenceList(api, context, '/indicators', 'What is counted or measured', indicator, listIndicators)
}

function referenceList<Item extends { code: string }>(
  api: FastifyInstance,
  { db, clock }: Context,
  url: string,
  summary: string,
  item: z.ZodType<Item>,
  list: (db: Kysely<Database>, seq: number) => Promise<readonly Item[]>,
): void {
  api.withTypeProvider<ZodTypeProvider>().get(
    url,
    {
      config: { restsOn: 'reference' },
      schema: {
        summary,
        operationId: `list${url.charAt(1).toUpperCase()}${url.slice(2)}`,
        tags: ['reference'],
        querystring: listQuery,
        response: { 200: answer(listOf(item), summary), ...problems(400, 401) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const items = await list(db, asOf.seq)
      return pageOf(items, ({ code }) => code, { asOf: asOf.instant, limit: query.limit, cursor })
    },
  )
}
