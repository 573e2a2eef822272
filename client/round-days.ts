import type { RoundAnswer } from '../server/contract/round.ts'
import { daysBetween, plusDays } from '../server/domain/days.ts'

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
