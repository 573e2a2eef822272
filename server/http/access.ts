import type { FastifyInstance, FastifyRequest } from 'fastify'
import { recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { reaches, type Right, scopeOf, type User } from '../domain/access.ts'
import type { Context } from './context.ts'
import { notFound, Refusal } from './refusal.ts'
import { sessionOf, userOf } from './session.ts'

/** Which right each route takes. A route that is not here does not come into being. */
export const ROUTES: Readonly<Record<string, Right>> = {
  'GET /api/health': 'come-in',
  'GET /api/ready': 'come-in',
  'GET /api/openapi.json': 'come-in',
  'GET /api/session': 'come-in',
  'POST /api/session': 'come-in',
  'DELETE /api/session': 'keep-session',
  'PUT /api/session/password': 'keep-session',
  'GET /api/invitations/:token': 'come-in',
  'POST /api/invitations/:token': 'come-in',

  'GET /api/regions': 'read-approved',
  'GET /api/themes': 'read-approved',
  'GET /api/plans': 'read-approved',
  'GET /api/indicators': 'read-approved',
  'GET /api/targets': 'read-approved',
  'GET /api/targets/:id': 'read-approved',
  'GET /api/targets.csv': 'read-approved',
  'GET /api/progress.csv': 'read-approved',
  'GET /api/progress': 'read-approved',
  'GET /api/target-texts': 'read-approved',
  'GET /api/freshness': 'read-approved',
  'GET /api/freshness.csv': 'read-approved',
  'GET /api/yearly-progress': 'read-approved',
  'GET /api/yearly-progress.csv': 'read-approved',
  'GET /api/composite': 'read-approved',
  'GET /api/composite.csv': 'read-approved',
  'GET /api/composite-targets.csv': 'read-approved',
  'GET /api/region-progress': 'read-approved',
  'GET /api/region-progress.csv': 'read-approved',
  'GET /api/roll-ups': 'read-approved',
  'GET /api/roll-ups.csv': 'read-approved',
  'GET /api/changes': 'read-approved',
  'GET /api/changes.csv': 'read-approved',
  'GET /api/observations': 'read-approved',
  'GET /api/observations/history': 'read-approved',
  'GET /api/observations.csv': 'read-approved',

  'GET /api/rounds': 'read-rounds',
  'GET /api/due': 'read-sheet',
  'GET /api/sheets/:region/:year': 'read-sheet',
  'GET /api/templates/:region/:year.xlsx': 'enter',
  'PUT /api/observations': 'enter',
  'DELETE /api/observations': 'enter',
  'POST /api/submissions': 'enter',
  'DELETE /api/submissions': 'enter',
  'POST /api/imports': 'enter',
  'POST /api/imports/:id/apply': 'enter',
  'GET /api/reviews': 'review',
  'POST /api/reviews': 'review',

  'GET /api/audit': 'audit',
  'GET /api/audit/object': 'audit',
  'GET /api/audit/actors': 'audit',
  'GET /api/audit.csv': 'audit',
  'GET /api/audit/log.jsonl': 'audit',
  'GET /api/audit/head': 'audit',
  'POST /api/snapshots': 'audit',
  'GET /api/snapshots': 'audit',
  'GET /api/snapshots/:id': 'audit',
  'GET /api/snapshots/:id.zip': 'audit',
  'GET /api/snapshots/:id/files/:name': 'audit',
  'GET /api/snapshots/:a/diff/:b': 'audit',
  'GET /api/snapshots/:a/diff/:b.csv': 'audit',

  'GET /api/due-counts': 'administer',
  'POST /api/rounds': 'administer',
  'PATCH /api/rounds/:id': 'administer',
  'POST /api/plans': 'administer',
  'POST /api/indicators': 'administer',
  'PATCH /api/indicators/:code': 'administer',
  'POST /api/targets': 'administer',
  'PATCH /api/targets/:id': 'administer',
  'PUT /api/targets/:id/weight': 'administer',
  'GET /api/accounts': 'administer',
  'POST /api/accounts': 'administer',
  'PATCH /api/accounts/:username': 'administer',
  'POST /api/accounts/:username/invitations': 'administer',
  'DELETE /api/accounts/:username/sessions': 'administer',
}

/** What can be sent again without harm, and has to be: who signs in needs the answer. */
export const isRepeatable = (route: string): boolean => ROUTES[route] === 'come-in'

/** What is read under these rights stands in the audit log; accounts, sessions and one-time links do not. */
const LOGGED: ReadonlySet<Right> = new Set(['read-approved', 'read-rounds', 'read-sheet', 'enter', 'review', 'audit'])

/** Whether everything that a route reads follows from the lines of the log; how far a snapshot is does not. */
export const readsLogOnly = (route: string): boolean => {
  const right = ROUTES[`GET ${route}`]
  return right !== undefined && LOGGED.has(right) && !route.startsWith('/api/snapshots')
}

/** What can be done with a password that has expired: sign in and out, and change it. */
const BEFORE_RENEWAL: ReadonlySet<Right> = new Set(['come-in', 'keep-session'])

/** Holds every route of the API against the table of access, before anything of its body is read. Comes before the routes. */
export function guard(app: FastifyInstance, context: Context): void {
  const rights = new Map<string, Right>()
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/')) return
    for (const name of [method].flat()) {
      const right = ROUTES[`${name === 'HEAD' ? 'GET' : name} ${url}`]
      if (right === undefined) throw new Error(`${name} ${url} is missing from the table of access`)
      rights.set(`${name} ${url}`, right)
    }
  })
  app.addHook('onRequest', async (request) => {
    const { url = '' } = request.routeOptions
    const right = rights.get(`${request.method} ${url}`)
    if (right === undefined) return
    const { user, passwordExpired = false } = sessionOf(request) ?? {}
    if (passwordExpired && !BEFORE_RENEWAL.has(right)) throw new Refusal(403, 'password-expired')
    if (scopeOf(right, user, context.publicRead) !== 'none') return
    if (user === undefined) throw new Refusal(401, 'not-signed-in')
    await tellRefusal(context, user, request)
    throw notFound()
  })
}

/** What is another region's is for this reader as if it did not exist. */
export async function requireRegion(
  context: Context,
  request: FastifyRequest,
  right: Right,
  regionCode: string,
): Promise<User> {
  const user = signedIn(request)
  if (reaches(right, user, regionCode)) return user
  await tellRefusal(context, user, request)
  throw notFound()
}

/** Whoever asks; routes that public readers reach have to ask `userOf`. */
export function signedIn(request: FastifyRequest): User {
  const user = userOf(request)
  if (user === undefined) throw new Refusal(401, 'not-signed-in')
  return user
}

async function tellRefusal(
  { db, clock }: Context,
  user: User,
  { method, routeOptions }: FastifyRequest,
): Promise<void> {
  const data = { method, route: routeOptions.url ?? '' }
  await inWriteTransaction(db, (trx) => recordChange(trx, user, clock(), { action: 'access.refuse', data }))
}
