import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type CompositeMilestone, compositeAnswer, compositeCsvQuery, compositeQuery } from '../contract/composite.ts'
import { toCsv } from '../domain/csv.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import { METHOD } from '../domain/progress.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { asCsvFile, csvResponse } from '../http/csv.ts'
import { problems } from '../http/problem-responses.ts'
import { userOf } from '../http/session.ts'
import { toChosen, toComposite } from './answer.ts'
import { COMPOSITE_COLUMNS, type GroupLine, PART_COLUMNS } from './csv.ts'
import { findGround, type Ground, type Item } from './queries.ts'

export function compositeRoutes(api: FastifyInstance, { db, clock }: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/composite',
    {
      schema: {
        summary: 'How the targets of each region and plan stand together, with the weights and how they matter',
        description: "Without `milestone`, each target's next one. Orders are those of the lists: there is no ranking.",
        operationId: 'getComposite',
        tags: ['composite'],
        querystring: compositeQuery,
        response: { 200: answer(compositeAnswer, 'Composite progress'), ...problems(400, 401) },
      },
    },
    async (request) => {
      const { query } = request
      const { region, plan } = query
      const milestone: MilestoneChoice = query.milestone ?? 'next'
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const ground = await findGround(db, asOf, { region, plan, milestone })
      const isKnown = userOf(request) !== undefined
      return {
        asOf: asOf.instant.toISOString(),
        milestone,
        milestoneYears: ground.milestoneYears,
        method: METHOD,
        regions: regionGroups(ground).map(({ code, items }) => ({ code, ...toComposite(items) })),
        plans: planGroups(ground).map(({ code, items }) => ({ code, ...toComposite(items) })),
        chosen: region === undefined && plan === undefined ? null : toChosen(ground.items),
        weights: ground.weights.map((one) => (isKnown ? one : { ...one, enteredBy: null })),
      }
    },
  )

  routes.get(
    '/composite.csv',
    {
      schema: {
        summary: 'The same as CSV, a line per region and per plan',
        operationId: 'getCompositeCsv',
        tags: ['composite'],
        querystring: compositeCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const { region, plan } = query
      const milestone: MilestoneChoice = query.milestone ?? 'next'
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const ground = await findGround(db, asOf, { region, plan, milestone })
      const lines = [
        ...regionGroups(ground).map((group) => toLine('region', group, milestone)),
        ...planGroups(ground).map((group) => toLine('plan', group, milestone)),
      ]
      asCsvFile(reply, 'composite', query, asOf.day)
      return toCsv(COMPOSITE_COLUMNS, lines, query.bom === '1')
    },
  )

  routes.get(
    '/composite-targets.csv',
    {
      schema: {
        summary: 'What the composite progress is made of as CSV: a line per milestone, with its weight',
        operationId: 'getCompositeTargetsCsv',
        tags: ['composite'],
        querystring: compositeCsvQuery,
        response: { 200: csvResponse, ...problems(400, 401) },
      },
    },
    async ({ query }, reply) => {
      const { region, plan } = query
      const milestone: MilestoneChoice = query.milestone ?? 'next'
      const asOf = await resolveAsOf(db, clock, query.asOf)
      const { items } = await findGround(db, asOf, { region, plan, milestone })
      const samples = new Map(items.map(({ targetId, target }) => [targetId, target.sample]))
      const isOne = region !== undefined || plan !== undefined
      const lines = toChosen(items)
        .milestones.map((one) => ({ milestone: isOne ? one : apart(one), sample: samples.get(one.targetId) ?? false }))
        .toSorted((one, other) => (one.milestone.targetId < other.milestone.targetId ? -1 : 1))
      asCsvFile(reply, 'composite-targets', query, asOf.day)
      return toCsv(PART_COLUMNS, lines, query.bom === '1')
    },
  )
}

/** Over all plans there is no mean, of which a milestone could be a part. */
const apart = (milestone: CompositeMilestone): CompositeMilestone => ({
  ...milestone,
  weightShare: null,
  contribution: null,
  moved: null,
})

interface Group {
  code: string
  nameZh: string
  items: Item[]
}

/** Every region that has a target, in the order of the regions; also where it has no milestone of the choice. */
const regionGroups = ({ regions, targets, items }: Ground): Group[] =>
  regions
    .filter(({ code }) => targets.some(({ regionCode }) => regionCode === code))
    .map(({ code, nameZh }) => ({ code, nameZh, items: items.filter(({ target }) => target.regionCode === code) }))

/** The same of plans. */
const planGroups = ({ plans, targets, items }: Ground): Group[] =>
  plans
    .filter(({ code }) => targets.some(({ planCode }) => planCode === code))
    .map(({ code, titleZh }) => ({
      code,
      nameZh: titleZh,
      items: items.filter(({ target }) => target.planCode === code),
    }))

const toLine = (grouping: GroupLine['grouping'], group: Group, milestone: MilestoneChoice): GroupLine => ({
  grouping,
  code: group.code,
  nameZh: group.nameZh,
  milestone,
  composite: toComposite(group.items),
})
