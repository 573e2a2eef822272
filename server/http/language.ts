import type { FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { LANGUAGES, type Language } from '../domain/labels.ts'

/** The language of what is said to this reader: Chinese unless English is preferred. */
export function languageOf({ headers }: FastifyRequest): Language {
  return preferredLanguage(headers['accept-language'])
}

/** The same by the text of the header alone. */
export function preferredLanguage(accepted: string | undefined): Language {
  const headers = accepted === undefined ? {} : { 'accept-language': accepted }
  const preferred = new Negotiator({ headers }).languages(['zh-CN', 'zh', 'en'])[0]
  return preferred === 'en' ? 'en' : LANGUAGES[0]
}
