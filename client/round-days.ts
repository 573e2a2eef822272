import type { RoundAnswer } from '../server/contract/round.ts'

const DAY_MS = 86_400_000

/** Days of the calendar as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text

type Days = Pick<RoundAnswer, 'opensOn' | 'closesOn'>

/** Where a round stands on a day: both its ends belong to it. */
export type RoundStand =
  | { is: 'coming'; opensOn: string; inDays: number }
  | { is: 'open'; closesOn: string; daysLeft: number }
  | { is: 'closed'; closesOn: string; daysAgo: number }

export function standOf({ opensOn, closesOn }: Days, today: string): RoundStand {
  if (today < opensOn) return { is: 'coming', opensOn, inDays: daysBetween(today, opensOn) }
  if (today > closesOn) return { is: 'closed', closesOn, daysAgo: daysBetween(closesOn, today) }
  return { is: 'open', closesOn, daysLeft: daysBetween(today, closesOn) }
}
