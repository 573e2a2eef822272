import type { FastifyInstance } from 'fastify'
import { onceAs } from '../db/once.ts'
import { isRepeatable } from './access.ts'

/** As proxies make it: random, so that no two requests have one. */
const NAME = /^[0-9A-Za-z-]{16,64}$/

/**
 * What changes something is done once for each `X-Request-Id`, which a proxy gives a request and keeps when it sends it
 * again: to the other server, where the first did not live to answer. Signing in can be done again.
 */
export function doOnce(app: FastifyInstance): void {
  // After the body was read, for reading it loses to whom the work belongs.
  app.addHook('preHandler', (request, _reply, done) => {
    const id = request.headers['x-request-id']
    const { method, routeOptions } = request
    const isChange = method !== 'GET' && method !== 'HEAD' && !isRepeatable(`${method} ${routeOptions.url ?? ''}`)
    if (isChange && typeof id === 'string' && NAME.test(id)) onceAs(id, done)
    else done()
  })
}
