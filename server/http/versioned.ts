import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { GENESIS } from '../audit/chain.ts'
import { findLastOf, type Ground } from '../audit/last-of.ts'
import { findHash } from '../audit/queries.ts'
import { remembered } from '../db/remembered.ts'
import { VERSION } from '../version.ts'
import { resolveAsOf } from './as-of.ts'
import { SHORTEST_BYTES } from './compression.ts'
import type { Context } from './context.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the answers of a route rest on; as long as it stays, so do they. */
    restsOn?: Ground
  }
}

interface Kept {
  type: string
  body: Buffer
  /** The body by the name of its encoding. */
  encoded: Map<string, Promise<Buffer>>
}

/** So much is kept: the lists of a nation in a dozen choices of filters; of short answers so many. */
const MOST_BYTES = 32 * 1024 * 1024
const MOST = 500

/** With its compressed forms. */
const weightOf = ({ body }: Kept): number => 2 * body.length

/**
 * Gives the answers of routes with `restsOn` a version: whoever has it is told 304, and for others it is made once, with
 * its compressed forms. `asOf` in such an answer is the instant at which it was made; nothing that it says has changed since.
 *
 * Comes before the routes. Only for what all who may ask are answered alike.
 */
export function versionAnswers(api: FastifyInstance, { db, clock }: Context): void {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const keep = (key: string, answer: Kept): void => {
    forget(key)
    kept.set(key, answer)
    bytes += weightOf(answer)
    for (const oldest of kept.keys()) {
      if (bytes <= MOST_BYTES && kept.size <= MOST) break
      forget(oldest)
    }
  }
  const forget = (key: string): void => {
    const answer = kept.get(key)
    if (answer !== undefined) bytes -= weightOf(answer)
    kept.delete(key)
  }
  const versions = new WeakMap<FastifyRequest, string>()

  api.addHook('preHandler', async (request, reply) => {
    const { restsOn } = request.routeOptions.config
    if (restsOn === undefined || request.method !== 'GET') return
    const { asOf } = request.query as { asOf?: string }
    const { seq, day } = await resolveAsOf(db, clock, asOf)
    const version = `W/"${[VERSION, day, await findHashOf(db, await findLastOf(db, restsOn, seq))].join('-')}"`
    versions.set(request, version)
    if (request.headers['if-none-match']?.split(/, */).includes(version) === true) return await reply.code(304).send()
    const answer = kept.get(`${version} ${request.url}`)
    if (answer !== undefined) return await sendKept(request, reply, answer)
  })

  api.addHook('onSend', async (request, reply, payload) => {
    const version = versions.get(request)
    if (version === undefined || (reply.statusCode !== 200 && reply.statusCode !== 304)) return payload
    void reply.header('etag', version).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding')
    const key = `${version} ${request.url}`
    // What is sent compressed was kept as it is, and may have been crowded out meanwhile.
    const isPlain = Buffer.isBuffer(payload) && !reply.hasHeader('content-encoding')
    if (reply.statusCode === 200 && isPlain && !kept.has(key)) {
      const type = String(reply.getHeader('content-type'))
      keep(key, { type, body: payload, encoded: new Map() })
    }
    return payload
  })
}

/** A number alone names another line once a backup is restored. */
const findHashOf = (db: Context['db'], seq: number): Promise<string> =>
  remembered(db, 'hash', seq, async () => {
    const hash = seq === 0 ? GENESIS : await findHash(db, seq)
    if (hash === undefined) throw new Error(`line ${seq} of the audit log is not there`)
    return hash
  })

const ENCODINGS = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const

async function sendKept(request: FastifyRequest, reply: FastifyReply, { type, body, encoded }: Kept) {
  void reply.type(type)
  const accepted = new Negotiator(request.raw).encodings(Object.keys(ENCODINGS))
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name))
  if (encoding === undefined || body.length < SHORTEST_BYTES) return await reply.send(body)
  const made = encoded.get(encoding) ?? ENCODINGS[encoding](body)
  encoded.set(encoding, made)
  return await reply.header('content-encoding', encoding).send(await made)
}
