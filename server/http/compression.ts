import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** What is shorter fits into one packet as it is. */
export const SHORTEST_BYTES = 1400

/** Beyond this quality the text would be made longer than it takes to send what is saved. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/**
 * Sends texts compressed to readers who take that; files of the pages are compressed when they are built.
 *
 * Only what is read: an answer to a change may hold a secret, whose length nobody should be able to guess at.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  // Once: to measure the text and to send it would each turn it into bytes.
  app.addHook('onSend', (_request, _reply, payload, done) =>
    done(null, typeof payload === 'string' ? Buffer.from(payload) : payload),
  )
  app.addHook('onRoute', (route) => {
    if (![route.method].flat().includes('GET')) route.compress = false
  })
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: SHORTEST_BYTES,
    customTypes: /^(application\/(json|problem\+json)|text\/)/,
    brotliOptions: QUICK,
    zlibOptions: { level: 3 },
    globalDecompression: false,
  })
}
