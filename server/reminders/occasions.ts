import type { DueItem } from '../contract/due.ts'
import { daysBetween } from '../domain/days.ts'

/** When someone is reminded. The numbers are days until a round closes. */
export const OCCASIONS = ['opened', 'closing-7', 'closing-1', 'overdue', 'returned', 'waiting'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** Someone who can be written to. */
export interface Addressee {
  username: string
  role: 'reporter' | 'reviewer'
  regionCode: string
  email: string
}

export interface Reminder {
  to: Addressee
  occasion: Occasion
  item: DueItem
}

/** A reminder that went out. */
export interface SentReminder {
  username: string
  roundId: number
  occasion: string
  /** The last day of the round as it was then. */
  closesOn: string
  /** The day in Asia/Shanghai. */
  on: string
}

/** What is told of again does not come more often than this. */
const AGAIN_AFTER_DAYS = 3

/**
 * Who is to be reminded of what on the day `today` (YYYY-MM-DD in Asia/Shanghai).
 *
 * A reporter is told that a round is open, that it closes within 7 days and within one while something is missing, and
 * that it is overdue: each once, and again where the round was extended since. What was returned, and to a reviewer what waits, is told again every three days. Of
 * several occasions for the same round and person the most pressing counts.
 */
export function remindersOf(
  items: readonly DueItem[],
  addressees: readonly Addressee[],
  sent: readonly SentReminder[],
  today: string,
): Reminder[] {
  return items.flatMap((item) =>
    addressees
      .filter(({ regionCode }) => regionCode === item.regionCode)
      .flatMap((to) => {
        const occasion = occasionsOf(item, to, today).find((one) => !wasTold(one, item, to, sent, today))
        return occasion === undefined ? [] : [{ to, occasion, item }]
      })
      // One that comes late must not bring after it those that were less pressing.
      .filter(({ occasion, to }) => !toldMore(occasion, item, to, sent)),
  )
}

/** The most pressing first. */
function occasionsOf(item: DueItem, { role }: Addressee, today: string): Occasion[] {
  const { opensOn, closesOn, missing, draft, returned, submitted } = item
  if (today < opensOn) return []
  if (role === 'reviewer') return submitted.length > 0 ? ['waiting'] : []
  if (missing.length + draft.length + returned.length === 0) return []
  const left = daysBetween(today, closesOn)
  const occasions: Occasion[] = []
  if (left < 0) occasions.push('overdue')
  else if (left <= 1) occasions.push('closing-1')
  else if (left <= 7) occasions.push('closing-7')
  if (returned.length > 0) occasions.push('returned')
  if (left > 7) occasions.push('opened')
  return occasions
}

function wasTold(
  occasion: Occasion,
  { roundId, closesOn }: DueItem,
  { username }: Addressee,
  sent: readonly SentReminder[],
  today: string,
): boolean {
  const before = sent.filter((one) => one.username === username && one.roundId === roundId && one.occasion === occasion)
  if (occasion === 'opened') return before.length > 0
  const recurs = occasion === 'returned' || occasion === 'waiting'
  return before.some((one) => (recurs ? daysBetween(one.on, today) < AGAIN_AFTER_DAYS : one.closesOn === closesOn))
}

function toldMore(
  occasion: Occasion,
  { roundId }: DueItem,
  { username }: Addressee,
  sent: readonly SentReminder[],
): boolean {
  if (occasion !== 'opened') return false
  return sent.some((one) => one.username === username && one.roundId === roundId && one.occasion !== 'opened')
}
