import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { passwordChange, session, type Session as SessionAnswer, signIn as signInBody } from '../contract/session.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { giveToken, sessionOf, takeToken, tokenOf } from '../http/session.ts'
import { changePassword } from './change-password.ts'
import { endSession, type Session } from './sessions.ts'
import { type Replaced, signIn } from './sign-in.ts'

export function sessionRoutes(api: FastifyInstance, context: Context): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/session',
    {
      schema: {
        summary: 'Who is asking, and of what kind of installation',
        operationId: 'getSession',
        tags: ['session'],
        querystring: z.strictObject({}),
        response: { 200: answer(session, 'With a user or without'), ...problems(400) },
      },
    },
    async (request) => toAnswer(context, sessionOf(request)),
  )

  routes.post(
    '/session',
    {
      schema: {
        summary: 'Sign in',
        description:
          'Answers a session cookie. After failed attempts the next has to wait; Retry-After says how many seconds.',
        operationId: 'signIn',
        tags: ['session'],
        body: signInBody,
        response: { 200: answer(session, 'Signed in'), ...problems(400, 401, 403, 429) },
      },
    },
    async (request, reply) => {
      const attempt = { username: toUsername(request.body.username), address: request.ip }
      const begun = await signIn(context, { ...attempt, password: request.body.password }, replacedBy(request))
      giveToken(request, reply, begun.token)
      return toAnswer(context, begun)
    },
  )

  routes.delete(
    '/session',
    {
      schema: {
        summary: 'Sign out',
        operationId: 'signOut',
        tags: ['session'],
        response: { 200: answer(session, 'Signed out'), ...problems(400, 401, 403) },
      },
    },
    async (request, reply) => {
      const user = signedIn(request)
      const token = tokenOf(request) ?? ''
      await inWriteTransaction(context.db, (trx) => endSession(trx, user, token, context.clock()))
      takeToken(request, reply)
      return toAnswer(context, undefined)
    },
  )

  routes.put(
    '/session/password',
    {
      schema: {
        summary: "Change one's own password; the account's other sessions end",
        operationId: 'changePassword',
        tags: ['session'],
        body: passwordChange,
        response: { 200: answer(session, 'Changed'), ...problems(400, 401, 403, 429) },
      },
    },
    async (request) => {
      const user = signedIn(request)
      const kept = tokenOf(request) ?? ''
      await changePassword(context, { user, address: request.ip, kept, ...request.body })
      return toAnswer(context, { user, passwordExpired: false })
    },
  )
}

export function toAnswer({ mode, publicRead, passwordPolicy }: Context, session: Session | undefined): SessionAnswer {
  const { user = null, passwordExpired = false } = session ?? {}
  return { user, mode, publicRead, passwordPolicy, passwordExpired }
}

/** The session that this browser has still, which its next one replaces. */
export function replacedBy(request: FastifyRequest): Replaced | undefined {
  const user = sessionOf(request)?.user
  const token = tokenOf(request)
  return user && token !== undefined ? { user, token } : undefined
}

/** People type their name with capitals, with blanks around it, or full-width. */
const toUsername = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
