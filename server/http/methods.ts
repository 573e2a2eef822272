import type { FastifyInstance } from 'fastify'
import { notFound, Refusal } from './refusal.ts'

interface Route {
  pattern: RegExp
  methods: readonly string[]
}

/** Answers 405 where an address exists for other methods, before anything of the body is read. Comes before the routes. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const routes: Route[] = []
  app.addHook('onRoute', ({ url, method }) => {
    routes.push({ pattern: patternOf(url), methods: [method].flat() })
  })
  app.addHook('onRequest', async ({ is404, method, url }, reply) => {
    if (!is404 || method === 'GET' || method === 'HEAD') return
    const [path = ''] = url.split('?')
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))
    if (allowed.size === 0) throw notFound()
    reply.header('allow', [...allowed].toSorted().join(', '))
    throw new Refusal(405, 'method-not-allowed')
  })
}

/** `/targets/:id` as an expression that `/targets/anything` fits. */
function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll(/:[A-Za-z]+/g, '[^/]+').replaceAll('*', '.*')}$`)
}
