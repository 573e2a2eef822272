import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { LANGUAGES, type Language } from '../domain/labels.ts'

/** The language of what is said to this reader: Chinese unless English is preferred. */
export function languageOf(request: FastifyRequest): Language {
  const preferred = new Negotiator(request.raw).languages(['zh-CN', 'zh', 'en'])[0]
  return preferred === 'en' ? 'en' : LANGUAGES[0]
}
