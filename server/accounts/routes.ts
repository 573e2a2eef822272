import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import {
  type Account,
  account,
  accountChange,
  accountLink,
  accountList,
  accountListQuery,
  accountWithLink,
  newAccount,
  newInvitation,
  sessionsEnd,
  username,
} from '../contract/account.ts'
import type { Database } from '../db/schema.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { signedIn } from '../http/access.ts'
import { answer } from '../http/answer.ts'
import type { Context } from '../http/context.ts'
import { fromCursor, pageOf } from '../http/paging.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound } from '../http/refusal.ts'
import { listAccountsWithHistory } from './account-list.ts'
import { type Act, changeAccount, createAccount, endSessionsFor, inviteAgain } from './administration.ts'

const params = z.strictObject({ username: z.string().meta({ description: username.description, example: 'leader' }) })

/** Accounts, for administrators. Each change is decided in the transaction that writes it. */
export function accountRoutes(api: FastifyInstance, context: Context): void {
  const { db, clock } = context
  const routes = api.withTypeProvider<ZodTypeProvider>()
  const act = async <Result>(
    request: FastifyRequest<{ Body: { reason?: string | undefined } }>,
    change: (trx: Transaction<Database>, act: Act) => Promise<Result>,
  ): Promise<Result> => {
    const by = { actor: signedIn(request), at: clock(), reason: request.body.reason }
    return await inWriteTransaction(db, (trx) => change(trx, by))
  }

  routes.get(
    '/accounts',
    {
      schema: {
        summary: 'The accounts, and what they were',
        operationId: 'listAccounts',
        tags: ['accounts'],
        querystring: accountListQuery,
        response: { 200: answer(accountList, 'Accounts, by username'), ...problems(400, 401, 404) },
      },
    },
    async ({ query }) => {
      const cursor = fromCursor(query.cursor, z.string())
      const now = clock()
      const accounts = await listAccountsWithHistory(db, now)
      return pageOf(accounts, (item) => item.username, { asOf: now, limit: query.limit, cursor })
    },
  )

  routes.post(
    '/accounts',
    {
      schema: {
        summary: 'Make an account; its owner sets the password by the link that is answered',
        operationId: 'createAccount',
        tags: ['accounts'],
        body: newAccount,
        response: { 201: answer(accountWithLink, 'Made'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const { reason: _reason, ...terms } = request.body
      const made = await act(request, async (trx, by) => {
        const link = await createAccount(trx, terms, by)
        return { account: await getAccount(trx, terms.username, by.at), ...link }
      })
      return reply.code(201).send(made)
    },
  )

  routes.patch(
    '/accounts/:username',
    {
      schema: {
        summary: 'Change what an account is; another role or region, and inactivity, end its sessions',
        operationId: 'changeAccount',
        tags: ['accounts'],
        params,
        body: accountChange,
        response: { 200: answer(account, 'As it is now'), ...problems(400, 401, 403, 404, 409, 422) },
      },
    },
    async (request) => {
      const { reason: _reason, ...changed } = request.body
      const name = nameIn(request.params)
      return await act(request, async (trx, by) => {
        await changeAccount(trx, name, changed, by)
        return await getAccount(trx, name, by.at)
      })
    },
  )

  routes.post(
    '/accounts/:username/invitations',
    {
      schema: {
        summary: 'Give another one-time link, for a password that was forgotten or never set',
        operationId: 'inviteAccount',
        tags: ['accounts'],
        params,
        body: newInvitation,
        response: { 201: answer(accountLink, 'Given'), ...problems(400, 401, 403, 404, 422) },
      },
    },
    async (request, reply) => {
      const name = nameIn(request.params)
      return reply.code(201).send(await act(request, (trx, by) => inviteAgain(trx, name, by)))
    },
  )

  routes.delete(
    '/accounts/:username/sessions',
    {
      schema: {
        summary: 'End all sessions of an account',
        operationId: 'endSessions',
        tags: ['accounts'],
        params,
        body: sessionsEnd,
        response: { 200: answer(account, 'As it is now'), ...problems(400, 401, 403, 404) },
      },
    },
    async (request) => {
      const name = nameIn(request.params)
      return await act(request, async (trx, by) => {
        await endSessionsFor(trx, name, by)
        return await getAccount(trx, name, by.at)
      })
    },
  )
}

/** What has not the form of a username is as unknown as any other that nobody has. */
function nameIn(given: z.infer<typeof params>): string {
  if (!username.safeParse(given.username).success) throw notFound()
  return given.username
}

async function getAccount(db: Kysely<Database>, name: string, now: Date): Promise<Account> {
  const [found] = await listAccountsWithHistory(db, now, name)
  if (found === undefined) throw notFound()
  return found
}
