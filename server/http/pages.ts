import { readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerNotFound } from './problems.ts'

/** The addresses that the dashboard knows; it reads them itself. */
const PAGES = [
  '/',
  '/targets/:id',
  '/changes',
  '/regions',
  '/regions/:code',
  '/compare',
  '/composite',
  '/method',
  '/report',
  '/board',
  '/entry/:region/:year',
  '/entry/:region/:year/paper',
  '/entry/:region/:year/import',
  '/review',
  '/due',
  '/snapshots',
  '/snapshots/:part',
  '/audit',
  '/audit/object',
  '/admin',
  '/admin/:part',
  '/sign-in',
  '/welcome/:token',
  '/account',
]

/** The published documents, named as the plans' `sourceFile` says. */
const DOCUMENTS = path.resolve(import.meta.dirname, '../../seeds/documents')

/** Serves the built pages. A browser that asks for an address that does not exist gets the dashboard, which says so. */
export async function servePages(app: FastifyInstance, pagesDir: string): Promise<void> {
  const entry = readFileSync(path.join(pagesDir, 'index.html'))
  const sendEntry = (reply: FastifyReply): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(entry)

  // The build puts each text beside itself, compressed.
  const shared = { index: false, preCompressed: true } as const
  await app.register(fastifyStatic, {
    ...shared,
    root: pagesDir,
    wildcard: false,
    globIgnore: ['assets/**'],
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  })
  // One route for all: as many as there are files would be a fifth of a start.
  await app.register(fastifyStatic, {
    ...shared,
    root: path.join(pagesDir, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    // The build puts the hash of their content in their names.
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  for (const url of PAGES) app.get(url, { schema: { hide: true } }, async (_request, reply) => sendEntry(reply))
  app.setNotFoundHandler((request, reply) =>
    isForReading(request) ? sendEntry(reply.code(404)) : answerNotFound(request, reply),
  )
}

/** Serves the plans' own text, so that a quote can be read where it stands. */
export async function serveDocuments(app: FastifyInstance): Promise<void> {
  const options = {
    root: DOCUMENTS,
    prefix: '/documents/',
    wildcard: false,
    index: false,
    decorateReply: false,
  } as const
  await app.register(fastifyStatic, options)
}

/** The whole method, as it lies in the repository. */
export function serveMethod(app: FastifyInstance): void {
  for (const file of ['METHOD.md', 'METHOD.zh-CN.md']) {
    const text = readFileSync(path.resolve(import.meta.dirname, '../..', file))
    app.get(`/${file}`, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').header('cache-control', 'no-cache').send(text),
    )
  }
}

function isForReading({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !/^\/api(?![^/?])/.test(url) && (headers.accept ?? '').includes('text/html')
}
