import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { invitation, newPassword, session } from '../contract/session.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { giveToken } from '../http/session.ts'
import { hashAllowed } from './new-password.ts'
import { findAccount } from './queries.ts'
import type { AccountTerms } from './rows.ts'
import { findInvitation, type Invitation, setPassword } from './secrets.ts'
import { replacedBy, toAnswer } from './session-routes.ts'
import { endSessionsOf, toUser } from './sessions.ts'
import { beginSession } from './sign-in.ts'

const params = z.strictObject({ token: z.string().meta({ description: 'The last part of a one-time link' }) })

/** What whoever has a one-time link can do: see for whom it is, and set that account's password. */
export function invitationRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock, passwordPolicy } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/invitations/:token',
    {
      schema: {
        summary: 'For whom a one-time link is',
        operationId: 'getInvitation',
        tags: ['session'],
        params,
        querystring: z.strictObject({}),
        response: { 200: answer(invitation, 'It can be used'), ...problems(400, 404) },
      },
    },
    async (request) => {
      const { account, expiresAt } = await getInvited(context, request.params.token)
      return { username: account.username, displayName: account.displayName, passwordPolicy, expiresAt }
    },
  )

  routes.post(
    '/invitations/:token',
    {
      schema: {
        summary: 'Set the password of a one-time link, and sign in with it',
        description: 'Voids the link and ends all sessions of the account.',
        operationId: 'useInvitation',
        tags: ['session'],
        params,
        body: newPassword,
        response: { 200: answer(session, 'Signed in'), ...problems(400, 403, 404, 429) },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const { username } = (await getInvited(context, token)).account
      const { password } = request.body
      const hash = await hashAllowed(db, passwordPolicy, { username, password, field: 'password' })
      const begun = await inWriteTransaction(db, async (trx) => {
        const now = clock()
        const { account, seq } = await getInvited({ db: trx, clock: () => now }, token)
        const user = toUser(account)
        await setPassword(trx, user, now, { username, hash, invitationSeq: seq })
        const session = await beginSession(trx, user, now, replacedBy(request))
        await endSessionsOf(trx, username, session.token)
        return session
      })
      giveToken(request, reply, begun.token)
      return toAnswer(context, { user: begun.user, passwordExpired: false })
    },
  )
}

/** The account of a link; one that was never given, was used, is void or of an inactive account is as if it were not there. */
async function getInvited(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  token: string,
): Promise<Invitation & { account: AccountTerms }> {
  const found = await findInvitation(db, token, clock())
  const account = found && (await findAccount(db, found.username))
  if (found === undefined || account === undefined || !account.active) throw notFound()
  return { ...found, account }
}
