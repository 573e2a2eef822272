import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** How a CSV answer is described. */
export const csvResponse = {
  description: 'UTF-8, CRLF, RFC 4180',
  content: { 'text/csv': { schema: z.string() } },
}

/** What is sent piece by piece, however long it is. */
export const stream = z.instanceof(Readable).meta({ type: 'string', format: 'binary' })

/** The same, where the table may be long. */
export const csvStreamed = { ...csvResponse, content: { 'text/csv': { schema: stream } } }

/** Codes, as the contract has them: safe in a file's name. */
interface Asked {
  region?: string | undefined
  within?: string | undefined
  plan?: string | undefined
  target?: string | undefined
}

/** Names the answer a CSV file to be saved: by what it holds, of what, and the day it shows: `progress-63-as-of-2026-06-30.csv`. */
export function asCsvFile(
  reply: FastifyReply,
  content: string,
  { region, within, plan, target }: Asked,
  day: string,
): void {
  const parts = [content, region ?? within, plan, target, 'as-of', day].filter((part) => part !== undefined)
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${parts.join('-')}.csv"`)
}
