import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { namesOf } from '../accounts/queries.ts'
import { review, savedList, submission } from '../contract/entry.ts'
import { type ReviewItem, reviewList, reviewQuery } from '../contract/review.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { requireRegion, signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import { resolveAsOf } from '../http/as-of.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { invalidField, notFound } from '../http/refusal.ts'
import { findRevisions } from '../observations/revisions.ts'
import { decide } from './decide.ts'
import { listReviews } from './queries.ts'
import { submitDrafts, withdraw } from './submit.ts'

export function reviewRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.post(
    '/submissions',
    {
      schema: {
        summary: 'Submit the drafts of a region and year for review',
        description: 'Runs the checks: 422 with every one that fails. One that is asked needs a note at the figure.',
        operationId: 'submitDrafts',
        tags: ['review'],
        body: submission,
        response: { 200: answer(savedList, 'What was submitted'), ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request) => {
      const user = await requireRegion(context, request, 'enter', request.body.regionCode)
      const items = await inWriteTransaction(db, async (trx) =>
        submitDrafts(trx, user, await resolveAsOf(trx, clock, undefined), request.body),
      )
      return { items }
    },
  )

  routes.delete(
    '/submissions',
    {
      schema: {
        summary: 'Withdraw what is submitted and not decided',
        operationId: 'withdrawSubmissions',
        tags: ['review'],
        body: submission,
        response: { 200: answer(savedList, 'What is a draft again'), ...problems(400, 401, 403, 404, 409) },
      },
    },
    async (request) => {
      const user = await requireRegion(context, request, 'enter', request.body.regionCode)
      const items = await inWriteTransaction(db, async (trx) =>
        withdraw(trx, user, await resolveAsOf(trx, clock, undefined), request.body),
      )
      return { items }
    },
  )

  routes.get(
    '/reviews',
    {
      schema: {
        summary: "What waits for a decision in the reader's region, and what would change with it",
        operationId: 'listReviews',
        tags: ['review'],
        querystring: reviewQuery,
        response: {
          200: answer(reviewList, 'Submitted figures, the first submitted first'),
          ...problems(400, 401, 404),
        },
      },
    },
    async (request) => {
      const user = signedIn(request)
      const { regionCode } = user
      if (regionCode === null) throw notFound()
      const asOf = await resolveAsOf(db, clock, undefined)
      const items = await listReviews(db, asOf, user, { region: regionCode, year: request.query.year })
      const people = await namesOf(db, items.flatMap(peopleOf))
      return { asOf: asOf.instant.toISOString(), regionCode, items, people }
    },
  )

  routes.post(
    '/reviews',
    {
      schema: {
        summary: 'Approve or return submitted figures',
        description:
          'A return needs a comment; nobody reviews what they entered. 422 where the series would contradict itself.',
        operationId: 'review',
        tags: ['review'],
        body: review,
        response: { 200: answer(savedList, 'What was decided'), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const user = signedIn(request)
      const { decision, observationIds, comment = null } = request.body
      if (decision === 'return' && comment === null) throw invalidField('comment', 'comment-needed')
      for (const { regionCode } of await findRevisions(db, observationIds)) {
        await requireRegion(context, request, 'review', regionCode)
      }
      const items = await inWriteTransaction(db, async (trx) =>
        decide(trx, user, await resolveAsOf(trx, clock, undefined), { decision, observationIds, comment }),
      )
      return { items }
    },
  )
}

function peopleOf({ observation, approved, revisions }: ReviewItem): (string | null | undefined)[] {
  const earlier = revisions.flatMap(({ enteredBy, steps }) => [enteredBy, ...steps.map(({ by }) => by)])
  return [observation.enteredBy, approved?.enteredBy, approved?.decidedBy, ...earlier]
}
