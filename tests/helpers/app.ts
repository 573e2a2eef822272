import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Kysely } from 'kysely'
import { type AppOptions, buildApp } from '../../server/app.ts'
import type { Database } from '../../server/db/schema.ts'

/** The instant at which tests of judgements take place: 2025 has ended, 2026 has not. */
export const NOW = new Date('2026-06-30T04:00:00.000Z')

export interface Answer<Body> {
  status: number
  headers: Record<string, unknown>
  body: Body
  text: string
}

export interface TestApp {
  app: FastifyInstance
  get: <Body = Record<string, unknown>>(url: string, headers?: Record<string, string>) => Promise<Answer<Body>>
  request: (options: InjectOptions) => Promise<Answer<Record<string, unknown>>>
}

/** The real application on a real database, asked without a network. */
export async function openApp(
  db: Kysely<Database>,
  now: Date = NOW,
  options: Partial<AppOptions> = {},
): Promise<TestApp> {
  const app = await buildApp({ db, clock: () => now, publicRead: true, checkAnswers: true, ...options })
  const request = async <Body>(options: InjectOptions): Promise<Answer<Body>> => {
    const response = await app.inject(options)
    const isJson = /\bjson\b/.test(String(response.headers['content-type']))
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (isJson ? response.json() : undefined) as Body,
      text: response.body,
    }
  }
  return { app, request, get: (url, headers = {}) => request({ method: 'GET', url, headers }) }
}
