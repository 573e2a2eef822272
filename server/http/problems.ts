import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../contract/problem.ts'
import type { Language } from '../domain/labels.ts'
import { languageOf } from './language.ts'
import { notFound, Refusal } from './refusal.ts'
import { SENTENCES, type Sentence } from './sentences.ts'
import { InvalidInput, toFieldErrors } from './validation.ts'

const TITLES: Record<number, Record<Language, string>> = {
  400: { 'zh-CN': '请求有误', en: 'Bad request' },
  404: { 'zh-CN': '未找到', en: 'Not found' },
  500: { 'zh-CN': '服务器出错', en: 'Server error' },
}

/** The one place in which errors become answers. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => answerProblem(error, request, reply))
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return answerProblem(notFound(), request, reply)
}

/** Also takes errors that are raised before a request has a route: an address that cannot be decoded. */
export function answerProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  const problem = { ...toProblem(error, language), requestId: request.id }
  if (problem.status >= 500) request.log.error({ err: error }, 'answered with a server error')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problem)
}

function toProblem(error: Error, language: Language): Omit<Problem, 'requestId'> {
  if (error instanceof InvalidInput) {
    return describe(400, 'invalid-request', language, toFieldErrors(error.issues, language))
  }
  if (error instanceof Refusal) {
    const fields = error.fields.map(({ path, code }) => ({ path, code, message: SENTENCES[code][language] }))
    return describe(error.statusCode, error.reason, language, fields.length > 0 ? fields : undefined)
  }
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  return status >= 400 && status < 500
    ? describe(status, 'unreadable-request', language)
    : describe(500, 'internal-error', language)
}

function describe(
  status: number,
  code: Sentence,
  language: Language,
  errors?: Problem['errors'],
): Omit<Problem, 'requestId'> {
  return {
    type: `urn:tanbiao:problem:${code}`,
    title: (TITLES[status] ?? TITLES[400]!)[language],
    status,
    detail: SENTENCES[code][language],
    code,
    ...(errors && { errors }),
  }
}
