import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { asOfParameter, listOf, pageParameters } from '../contract/list.ts'
import { indicator, plan, region, theme } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { pageOf } from '../http/paging.ts'
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
  list: (db: Kysely<Database>, seq: number) => Promise<Item[]>,
): void {
  api.withTypeProvider<ZodTypeProvider>().get(
    url,
    {
      schema: {
        summary,
        tags: ['reference'],
        querystring: listQuery,
        response: { 200: listOf(item), ...problems(400) },
      },
    },
    async ({ query }) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const items = await list(db, asOf.seq)
      return { asOf: asOf.instant.toISOString(), ...pageOf(items, ({ code }) => code, query) }
    },
  )
}
