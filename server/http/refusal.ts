import type { Sentence } from './sentences.ts'

/** One field that is wrong. */
export interface FieldError {
  path: string
  code: Sentence
}

/** A request that is answered with a 4xx problem. */
export class Refusal extends Error {
  readonly statusCode: number
  readonly reason: Sentence
  readonly fields: readonly FieldError[]

  constructor(statusCode: number, reason: Sentence, fields: readonly FieldError[] = []) {
    super(reason)
    this.statusCode = statusCode
    this.reason = reason
    this.fields = fields
  }
}

export const notFound = (): Refusal => new Refusal(404, 'not-found')

export const invalidField = (path: string, code: Sentence): Refusal =>
  new Refusal(400, 'invalid-request', [{ path, code }])
