import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyInstance } from 'fastify'
import { preferredLanguage } from './language.ts'
import { describe, PROBLEM_TYPE } from './problems.ts'

const STATUSES: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answers what is not HTTP, or too much of it. No request comes of it, so the answer is written to the connection itself. */
export function answerUnreadable(this: FastifyInstance, error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const status = STATUSES[error.code] ?? 400
  const requestId = randomUUID()
  this.log.info({ reqId: requestId, err: error }, 'answered what is not a request')
  if (socket.writable) socket.write(toAnswer(status, requestId, error.rawPacket))
  socket.destroySoon()
}

function toAnswer(status: number, requestId: string, received: unknown): string {
  const text = Buffer.isBuffer(received) ? received.toString('latin1') : ''
  const [, wanted] = /^accept-language:[ \t]*([^\r\n]*)/im.exec(text) ?? []
  const body = JSON.stringify({ ...describe(status, preferredLanguage(wanted)), requestId })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Date: ${new Date().toUTCString()}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
