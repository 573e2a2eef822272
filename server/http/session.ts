import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findSession, type Session } from '../accounts/sessions.ts'
import type { User } from '../domain/access.ts'
import type { Context } from './context.ts'

const COOKIE = 'tanbiao_session'

const sessions = new WeakMap<FastifyRequest, Session>()

/** The session in which a request comes; undefined where nobody is signed in. */
export const sessionOf = (request: FastifyRequest): Session | undefined => sessions.get(request)

/** Who asks; undefined where nobody is signed in. */
export const userOf = (request: FastifyRequest): User | undefined => sessionOf(request)?.user

/** Finds out who asks, for each request of the API. */
export async function recogniseUsers(app: FastifyInstance, { db, clock, passwordPolicy }: Context): Promise<void> {
  await app.register(cookie)
  app.addHook('onRequest', async (request) => {
    const token = tokenOf(request)
    if (token === undefined || !request.url.startsWith('/api/')) return
    const session = await findSession(db, token, clock(), passwordPolicy)
    if (session !== undefined) sessions.set(request, session)
  })
}

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE]

/** A cookie of the browser's session that no script reads and no other site sends. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(COOKIE, token, attributesOf(request))
}

export function takeToken(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, attributesOf(request))
}

// Whether the way to here is encrypted is known to the proxy that encrypts it, and told by its headers.
const attributesOf = ({ protocol }: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' }) as const
