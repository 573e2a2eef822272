import type { FastifySchemaCompiler } from 'fastify'
import { core, locales, type ZodType } from 'zod'
import type { Problem } from '../contract/problem.ts'
import type { Language } from '../domain/labels.ts'
import { isSentence, SENTENCES } from './sentences.ts'

/** What a request's schema found wrong; the sentences are made once the language of the answer is known. */
export class InvalidInput extends Error {
  readonly statusCode = 400
  readonly issues: readonly core.$ZodIssue[]

  constructor(issues: readonly core.$ZodIssue[]) {
    super('invalid input')
    this.issues = issues
  }
}

export const validatorCompiler: FastifySchemaCompiler<ZodType> = ({ schema }) => {
  return (data: unknown) => {
    const result = core.safeParse(schema, data, { reportInput: true })
    return result.success ? { value: result.data } : { error: new InvalidInput(result.error.issues) }
  }
}

const messageOf = {
  'zh-CN': locales.zhCN().localeError,
  en: locales.en().localeError,
}

/** One entry per wrong field, each naming the field and saying what to give instead. */
export function toFieldErrors(issues: readonly core.$ZodIssue[], language: Language): NonNullable<Problem['errors']> {
  return issues.flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        code: 'unknown-field',
        message: SENTENCES['unknown-field'][language],
      }))
    }
    if (isSentence(issue.message)) {
      return [{ path, code: issue.message, message: SENTENCES[issue.message][language] }]
    }
    return [
      { path, code: issue.code.replaceAll('_', '-'), message: sentence(messageOf[language](issue as never), issue) },
    ]
  })
}

function sentence(message: string | { message: string } | undefined | null, issue: core.$ZodIssue): string {
  return (typeof message === 'string' ? message : message?.message) ?? issue.message
}
