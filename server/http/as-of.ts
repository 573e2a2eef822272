import type { Kysely } from 'kysely'
import { seqAt } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { invalidField } from './refusal.ts'

/** The moment from which a request is answered. */
export interface AsOf {
  instant: Date
  /** The last line of the audit log that counts. */
  seq: number
  /** The Asia/Shanghai year of the instant. */
  year: number
}

export type Clock = () => Date

/** Asia/Shanghai has kept this distance from UTC since 1991. */
const SHANGHAI_OFFSET = '+08:00'

export async function resolveAsOf(db: Kysely<Database>, clock: Clock, text: string | undefined): Promise<AsOf> {
  const now = clock()
  const instant = text === undefined ? now : toInstant(text)
  if (instant === undefined) throw invalidField('asOf', 'as-of')
  if (instant > endOfDay(shanghaiDate(now))) throw invalidField('asOf', 'as-of-future')
  return { instant, seq: await seqAt(db, instant), year: Number(shanghaiDate(instant).slice(0, 4)) }
}

/** The instant that `text` names: RFC 3339, or a date, which means its last millisecond in Asia/Shanghai; undefined where no calendar has it. */
export function toInstant(text: string): Date | undefined {
  const date = text.slice(0, 10)
  const midnight = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return undefined
  if (text.length === 10) return endOfDay(date)
  const instant = new Date(text.toUpperCase())
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

function endOfDay(date: string): Date {
  return new Date(`${date}T23:59:59.999${SHANGHAI_OFFSET}`)
}

function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
