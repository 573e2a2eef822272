import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** How a CSV answer is described. */
export const csvResponse = {
  description: 'UTF-8, CRLF, RFC 4180',
  content: { 'text/csv': { schema: z.string() } },
}

/** Names the answer a CSV file to be saved. */
export function asCsvFile(reply: FastifyReply, name: string): void {
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`)
}
