import type { Label } from '../domain/labels.ts'
import type { Sentence } from './sentences.ts'

/** One field that is wrong: with a sentence of `sentences.ts`, or with one that was made for the occasion. */
export type FieldError = { path: string; code: Sentence } | { path: string; code: string; message: Label }

/** A request that is answered with a 4xx problem. */
export class Refusal extends Error {
  readonly statusCode: number
  readonly reason: Sentence
  readonly fields: readonly FieldError[]
  readonly occasion: Occasion

  constructor(statusCode: number, reason: Sentence, fields: readonly FieldError[] = [], occasion: Occasion = {}) {
    super(reason)
    this.statusCode = statusCode
    this.reason = reason
    this.fields = fields
    this.occasion = occasion
  }
}

/** What is said on this occasion only. */
interface Occasion {
  /** In place of the reason's own sentence. */
  detail?: Label
  retryAfterSeconds?: number
}

export const notFound = (): Refusal => new Refusal(404, 'not-found')

export const invalidFields = (fields: readonly FieldError[]): Refusal => new Refusal(400, 'invalid-request', fields)

export const invalidField = (path: string, code: Sentence): Refusal => invalidFields([{ path, code }])
