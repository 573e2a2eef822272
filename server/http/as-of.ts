import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { findLastLine, seqAt } from '../audit/queries.ts'
import { writingMilliseconds } from '../db/dialect.ts'
import { lineOfReading } from '../db/replica.ts'
import type { Database } from '../db/schema.ts'
import { shanghaiDate } from '../domain/days.ts'
import { invalidField } from './refusal.ts'

/** The moment from which a request is answered. */
export interface AsOf {
  instant: Date
  /** The last line of the audit log that counts. */
  seq: number
  /** The Asia/Shanghai day and year of the instant. */
  day: string
  year: number
}

export type Clock = () => Date

/** Asia/Shanghai has kept this distance from UTC since 1991. */
const SHANGHAI_OFFSET = '+08:00'

export async function resolveAsOf(db: Kysely<Database>, clock: Clock, text: string | undefined): Promise<AsOf> {
  const settled = beforeWriting(db, clock())
  // A replica may be a moment ahead of what the primary shows.
  const last = lineOfReading() ?? (await findLastLine(db))
  if (text === undefined) return toAsOf(latest(settled, last), last?.seq ?? 0)
  const instant = toInstant(text)
  if (instant !== undefined) await untilThen(instant, latest(clock(), last))
  const now = latest(clock(), last)
  if (instant === undefined) throw invalidField('asOf', 'as-of')
  if (instant > (isDate(text) ? endOfDay(shanghaiDate(now)) : now)) throw invalidField('asOf', 'as-of-future')
  return toAsOf(instant, await seqAt(db, instant))
}

/** The moment before what is being written here, which bears an instant of its own, older than its end. */
function beforeWriting(db: Kysely<Database>, now: Date): Date {
  const milliseconds = writingMilliseconds(db)
  return milliseconds === 0 ? now : new Date(now.getTime() - Math.ceil(milliseconds) - 1)
}

/** Clocks of several servers differ by less. */
const AHEAD_MS = 1000

/** What another server has just called now may still be to come by the clock of this one, which waits for it. */
async function untilThen(instant: Date, now: Date): Promise<void> {
  const ahead = instant.getTime() - now.getTime()
  if (ahead > 0 && ahead <= AHEAD_MS) await delay(ahead)
}

/** The same for what is kept: a day that has not ended yet ends now, since what will be known is not known. */
export async function resolvePast(db: Kysely<Database>, clock: Clock, text: string | undefined): Promise<AsOf> {
  const now = await resolveAsOf(db, clock, undefined)
  if (text === undefined) return now
  const asOf = await resolveAsOf(db, clock, text)
  return asOf.instant > now.instant ? now : asOf
}

/** An instant of which the last line that counts is known. */
export function toAsOf(instant: Date, seq: number): AsOf {
  const day = shanghaiDate(instant)
  return { instant, seq, day, year: Number(day.slice(0, 4)) }
}

/** Now, or the last line of the log where that is later: a clock that was set back hides nothing that is written. */
function latest(now: Date, last: { at: string } | undefined): Date {
  const written = last && new Date(last.at)
  return written !== undefined && written > now ? written : now
}

/** The instant that `text` names: RFC 3339, or a date, which means its last millisecond in Asia/Shanghai; undefined where no calendar has it. */
export function toInstant(text: string): Date | undefined {
  const date = text.slice(0, 10)
  const midnight = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return undefined
  const instant = isDate(text) ? endOfDay(date) : new Date(text.toUpperCase())
  // Beyond the years of four digits an instant has no form that the API answers.
  return /^[0-9]{4}-/.test(toText(instant)) ? instant : undefined
}

const isDate = (text: string): boolean => text.length === 10

const toText = (instant: Date): string => (Number.isNaN(instant.getTime()) ? '' : instant.toISOString())

function endOfDay(date: string): Date {
  return new Date(`${date}T23:59:59.999${SHANGHAI_OFFSET}`)
}
