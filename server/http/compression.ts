import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import Negotiator from 'negotiator'

/** What is shorter fits into one packet as it is. */
const SHORTEST_BYTES = 1400
const IS_TEXT = /^(application\/(json|problem\+json)|text\/)/

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)]

/**
 * Sends texts compressed to readers who take that; files of the pages are compressed when they are built.
 *
 * Only what is read: an answer to a change may hold a secret, whose length nobody should be able to guess at.
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || reply.hasHeader('content-encoding')) return payload
    if (!IS_TEXT.test(String(reply.getHeader('content-type')))) return payload
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    if (Buffer.byteLength(payload) < SHORTEST_BYTES) return payload
    reply.header('vary', [reply.getHeader('vary'), 'Accept-Encoding'].filter(Boolean).join(', '))
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === undefined) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoding === 'br' ? await asBrotli(payload, QUICK) : await asGzip(payload, { level: 3 })
  })
}

/** Beyond this quality the text would be made longer than it takes to send what is saved. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** The shorter of what the reader takes; as it is, where the reader says nothing. */
function encodingFor(accepted: string | undefined): 'br' | 'gzip' | undefined {
  if (accepted === undefined) return undefined
  const taken = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings(['br', 'gzip'])
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding))
}
