import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { observationCsvQuery } from '../contract/csv.ts'
import { indicatorCode, regionCode } from '../contract/codes.ts'
import { measure, year } from '../contract/figure.ts'
import {
  observationHistory,
  observationHistoryQuery,
  observationList,
  observationListQuery,
} from '../contract/observation.ts'
import type { Indicator } from '../contract/reference.ts'
import { toCsv } from '../domain/csv.ts'
import { resolveAsOf } from '../http/as-of.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { answer } from '../http/answer.ts'
import { fromCursor, pageOf, toCursor } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import { OBSERVATION_COLUMNS } from './csv.ts'
import { type ApprovedFigure, countApproved, type FigureKey, listApproved, listHistory } from './queries.ts'

export function observationRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/observations',
    {
      schema: {
        summary: 'The figures, and where they stand in the review',
        description: 'Readers who are not signed in get approved figures only.',
        operationId: 'listObservations',
        tags: ['observations'],
        querystring: observationListQuery,
        response: { 200: answer(observationList, 'Figures, by region, indicator, year and measure'), ...problems(400) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, figureKey)
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const indicators = byCode(await listIndicators(db, asOf.seq))
      const visible = isVisible(query.state)
      const page = { limit: query.limit + 1, after: cursor?.after }
      const figures = visible ? await listApproved(db, asOf.seq, query, page) : []
      const total = visible ? (await countApproved(db, asOf.seq, query)).all : 0
      const shown = figures.slice(0, query.limit)
      const last = shown.at(-1)
      const instant = asOf.instant.toISOString()
      return {
        asOf: instant,
        total,
        items: shown.map((figure) => ({ ...figure, indicator: indicatorOf(figure, indicators) })),
        nextCursor: last && figures.length > shown.length ? toCursor({ instant, after: keyOf(last) }) : null,
      }
    },
  )

  routes.get(
    '/observations/history',
    {
      schema: {
        summary: 'Every revision of a figure: old and new, when, why and by which decision',
        description: 'Readers who are not signed in get approved revisions only.',
        operationId: 'listObservationHistory',
        tags: ['observations'],
        querystring: observationHistoryQuery,
        response: { 200: answer(observationHistory, 'Revisions, the first approved first'), ...problems(400) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const asOf = await resolveAsOf(db, clock, query.asOf ?? cursor?.instant)
      const history = await listHistory(db, asOf.seq, query)
      return pageOf(history, ({ id }) => String(id), { asOf: asOf.instant, limit: query.limit, cursor })
    },
  )

  routes.get(
    '/observations.csv',
    {
      schema: {
        summary: 'The approved figures as CSV',
        operationId: 'getObservationsCsv',
        tags: ['observations'],
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

function indicatorOf(figure: ApprovedFigure, indicators: Map<string, Indicator>): Indicator {
  const indicator = indicators.get(figure.indicatorCode)
  if (indicator === undefined) throw new Error(`observation ${figure.id} without its indicator`)
  return indicator
}

/** The key of a figure in a cursor. */
const figureKey = z.tuple([regionCode, indicatorCode, year, measure])

const keyOf = ({ regionCode, indicatorCode, year, measure }: ApprovedFigure): FigureKey => [
  regionCode,
  indicatorCode,
  year,
  measure,
]
