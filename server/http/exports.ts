import type { FastifyInstance } from 'fastify'
import { recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Context } from './context.ts'
import { userOf } from './session.ts'

const IS_FILE = /\.(csv|xlsx|zip|jsonl)$|^\/api\/snapshots\/[0-9]+\/files\//

/**
 * Logs each file that someone signed in takes, before it is sent. What the public takes is not logged: anyone could fill
 * the log with it. Comes before the routes.
 */
export function logExports(api: FastifyInstance, { db, clock }: Context): void {
  api.addHook('onSend', async (request, reply) => {
    const user = userOf(request)
    if (user === undefined || reply.statusCode !== 200 || request.method !== 'GET') return
    // Decoded as the router has read it.
    const path = decodeURIComponent(request.url.split('?')[0] ?? '')
    if (!IS_FILE.test(path)) return
    const file = path.replace(/^\/api\//, '')
    const change = { action: 'export.take', data: { file, filters: toFilters(request.query ?? {}) } } as const
    await inWriteTransaction(db, (trx) => recordChange(trx, user, clock(), change))
  })
}

/** The parameters as they were understood, without what no log keeps: NUL and half a character. */
function toFilters(query: object): Record<string, unknown> {
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, clean(value)]))
}
