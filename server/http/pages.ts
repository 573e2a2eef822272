import { readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built pages; every address that no file and no call has is a page of the dashboard, which knows its own addresses. */
export async function servePages(app: FastifyInstance, pagesDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pagesDir,
    wildcard: false,
    index: false,
    setHeaders: (reply, file) => {
      // The build puts the hash of their content in the names of these.
      const kept = file.startsWith(path.join(pagesDir, 'assets'))
      reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const entry = readFileSync(path.join(pagesDir, 'index.html'))
  for (const url of ['/', '/targets/:id', '/method']) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(entry),
    )
  }
}
