import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { observationCsvQuery } from '../contract/csv.ts'
import { observationList, observationListQuery } from '../contract/observation.ts'
import type { Indicator } from '../contract/reference.ts'
import { toCsv } from '../domain/csv.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { fromCursor, toCursor } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { listIndicators, listRegions } from '../plans/queries.ts'
import { OBSERVATION_COLUMNS } from './csv.ts'
import { type ApprovedFigure, countApproved, type FigureKey, listApproved } from './queries.ts'

export function observationRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/observations',
    {
      schema: {
        summary: 'The figures, and where they stand in the review',
        description: 'Readers who are not signed in get approved figures only.',
        tags: ['observations'],
        querystring: observationListQuery,
        response: { 200: observationList, ...problems(400) },
      },
    },
    async ({ query }) => {
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const after = query.cursor === undefined ? undefined : toFigureKey(query.cursor)
      const indicators = byCode(await listIndicators(db, asOf.seq))
      const visible = isVisible(query.state)
      const figures = visible ? await listApproved(db, asOf.seq, query, { limit: query.limit + 1, after }) : []
      const total = visible ? (await countApproved(db, asOf.seq, query)).all : 0
      const page = figures.slice(0, query.limit)
      return {
        asOf: asOf.instant.toISOString(),
        total,
        items: page.map((figure) => ({ ...figure, indicator: indicatorOf(figure, indicators) })),
        nextCursor: figures.length > query.limit ? toCursor(keyOf(page.at(-1)!)) : null,
      }
    },
  )

  routes.get(
    '/observations.csv',
    {
      schema: {
        summary: 'The approved figures as CSV',
        tags: ['observations', 'csv'],
        querystring: observationCsvQuery,
        response: { 200: csvResponse, ...problems(400) },
      },
    },
    async ({ query }, reply) => {
      const { seq } = await resolveAsOf(db, clock, query.asOf)
      const indicators = byCode(await listIndicators(db, seq))
      const regions = byCode(await listRegions(db, seq))
      const figures = isVisible(query.state) ? await listApproved(db, seq, query) : []
      const lines = figures.map((figure) => {
        const region = regions.get(figure.regionCode)
        if (region === undefined) throw new Error(`observation ${figure.id} without its region`)
        return { figure, region, indicator: indicatorOf(figure, indicators) }
      })
      asCsvFile(reply, 'observations.csv')
      return toCsv(OBSERVATION_COLUMNS, lines, query.bom === '1')
    },
  )
}

/** Drafts and submitted figures are their own region's; readers who are not signed in see what was approved. */
const isVisible = (state: string | undefined): boolean => state === undefined || state === 'approved'

const byCode = <Item extends { code: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.code, item]))

function indicatorOf(figure: ApprovedFigure, indicators: Map<string, Indicator>): Indicator {
  const indicator = indicators.get(figure.indicatorCode)
  if (indicator === undefined) throw new Error(`observation ${figure.id} without its indicator`)
  return indicator
}

const keyOf = ({ regionCode, indicatorCode, year, measure }: ApprovedFigure): FigureKey => [
  regionCode,
  indicatorCode,
  year,
  measure,
]

const toFigureKey = (cursor: string): FigureKey =>
  fromCursor(cursor, ['string', 'string', 'number', 'string']) as unknown as FigureKey
