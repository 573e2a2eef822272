import type { FastifyRequest } from 'fastify'
import { userOf } from './session.ts'

// What a line of the service's log says: no secret, and of people the user name alone.

/** No one-time link, for whoever reads the log could use it; no query, in which people look for what they like; no address. */
export function loggedRequest({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Record<string, unknown> {
  const [path = ''] = url.split('?')
  return { method, url: path.replace(/(\/(?:welcome|invitations)\/)[^/?]+/gi, '$1***') }
}

/** All that is asked of one line, so that nobody has to join two. */
function loggedAnswer({ statusCode, request }: { statusCode: number; request?: FastifyRequest }): {
  statusCode: number
} {
  if (request === undefined) return { statusCode }
  const about = { method: request.method, route: request.routeOptions.url, username: userOf(request)?.username }
  return { statusCode, ...about }
}

interface LoggedError {
  type: string
  message: string
  stack: string
  [part: string]: unknown
}

/** Not whatever hangs on an error: PostgreSQL's tell in `detail` what the refused row held. */
function loggedError(error: Error): LoggedError {
  const { name, message, stack = '', cause } = error
  const code = 'code' in error ? error.code : undefined
  return { type: name, message, stack, code, ...(cause instanceof Error && { cause: loggedError(cause) }) }
}

/** How requests, answers and errors are written into the log. */
export const LOGGED = { req: loggedRequest, res: loggedAnswer, err: loggedError }
