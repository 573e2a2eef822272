import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../contract/problem.ts'
import type { Language } from '../domain/labels.ts'
import { languageOf } from './language.ts'
import { notFound, Refusal } from './refusal.ts'
import { SENTENCES, type Sentence } from './sentences.ts'
import { DoneBefore } from '../db/once.ts'
import { isUnavailable } from '../db/unavailable.ts'
import { InvalidInput, toFieldErrors } from './validation.ts'

const TITLES: Record<number, Record<Language, string>> = {
  400: { 'zh-CN': '请求有误', en: 'Bad request' },
  401: { 'zh-CN': '尚未登录', en: 'Not signed in' },
  403: { 'zh-CN': '不能这样做', en: 'Refused' },
  404: { 'zh-CN': '未找到', en: 'Not found' },
  405: { 'zh-CN': '方法不适用', en: 'Method not allowed' },
  408: { 'zh-CN': '请求超时', en: 'Request timeout' },
  409: { 'zh-CN': '已有别的改动', en: 'Changed meanwhile' },
  410: { 'zh-CN': '文件已不在', en: 'Gone' },
  413: { 'zh-CN': '正文过长', en: 'Content too large' },
  414: { 'zh-CN': '地址过长', en: 'Address too long' },
  415: { 'zh-CN': '正文类型不支持', en: 'Unsupported media type' },
  422: { 'zh-CN': '检查未通过', en: 'Checks not passed' },
  429: { 'zh-CN': '尝试过多', en: 'Too many attempts' },
  431: { 'zh-CN': '请求头过长', en: 'Header too large' },
  500: { 'zh-CN': '服务器出错', en: 'Server error' },
  503: { 'zh-CN': '暂不接受请求', en: 'Not ready' },
}

const REASONS: Record<number, Sentence> = {
  404: 'not-found',
  408: 'request-timeout',
  413: 'request-too-long',
  414: 'request-too-long',
  431: 'request-too-long',
  500: 'internal-error',
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

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
  // A refusal is no failure: it has said what it had to say.
  if (problem.status >= 500 && !(error instanceof Refusal))
    request.log.error({ err: error }, 'answered with a server error')
  const seconds = error instanceof Refusal ? error.occasion.retryAfterSeconds : secondsOf(error)
  if (seconds !== undefined) reply.header('retry-after', String(seconds))
  // Of the answer that could not be given.
  for (const name of ['content-encoding', 'content-disposition', 'etag']) reply.removeHeader(name)
  return reply
    .code(problem.status)
    .type(PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problem)
}

/** As long as PostgreSQL takes to start. */
const secondsOf = (error: Error): number | undefined => (isUnavailable(error) ? 2 : undefined)

function toProblem(error: Error, language: Language): Omit<Problem, 'requestId'> {
  if (error instanceof InvalidInput) {
    return describe(400, language, 'invalid-request', toFieldErrors(error.issues, language))
  }
  if (error instanceof Refusal) {
    const fields = error.fields.map((field) => {
      const sentence = 'message' in field ? field.message : SENTENCES[field.code]
      return { path: field.path, code: field.code, message: sentence[language] }
    })
    const { detail } = error.occasion
    const problem = describe(error.statusCode, language, error.reason, fields.length > 0 ? fields : undefined)
    return detail === undefined ? problem : { ...problem, detail: detail[language] }
  }
  if (error instanceof DoneBefore) return describe(409, language, 'done-before')
  if (isUnavailable(error)) return describe(503, language, 'database-unavailable')
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  return describe(status >= 400 && status < 500 ? status : 500, language)
}

/** Without a code of its own, a status says what it says in general. */
export function describe(
  status: number,
  language: Language,
  code: Sentence = REASONS[status] ?? 'unreadable-request',
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
