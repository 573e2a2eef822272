import type { Health } from '../../server/contract/health.ts'
import { toDate } from '../format.ts'
import type { Answer } from '../state/use-answer.ts'

/** The first day that can be chosen. */
export const FIRST_DAY = '2000-01-01'

/** The Shanghai day that an `asOf` of an address names; empty where it names none. */
export const toDay = (asOf: string): string =>
  Number.isNaN(Date.parse(asOf)) ? '' : asOf.length > 10 ? toDate(asOf) : asOf

/** What time it is by the server, whose clock counts; by this machine until it is known. */
export const nowOf = (health: Answer<Health>): string =>
  health.state === 'ready' ? health.value.asOf : new Date().toISOString()

/** Whether an `asOf` of an address is over: a day that has ended by `now`, or an instant before it. */
export function isPast(asOf: string | undefined, now: string): asOf is string {
  if (asOf === undefined || toDay(asOf) === '') return false
  return asOf.length > 10 ? Date.parse(asOf) < Date.parse(now) : asOf < toDate(now)
}
