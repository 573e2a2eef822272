import type { Transaction } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import type { Actor } from '../../server/audit/record.ts'
import type { Database } from '../../server/db/schema.ts'

// What all that happens by chance has at hand.

export type Random = () => number

export const REPORTER: Actor = { username: 'qh-reporter', role: 'reporter' }
export const REVIEWER: Actor = { username: 'qh-reviewer', role: 'reviewer' }
export const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }

/** Text as people type it, with what spreadsheets, sorting and line ends make trouble of. */
export const TEXTS = [
  '统计年报',
  '=1+1',
  '第一行\n"第二行"',
  '＋ａ',
  'Äpfel, ß',
  '𠮷野',
  "'quoted",
  'İstanbul',
  '1,5',
  '-3.5',
]

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Writes a line of the log at the instant at which it happens. */
export type Recorder = (actor: Actor, change: Change, reason?: string) => Promise<number>

/** In which one thing happens, with all its lines. */
export interface Moment {
  trx: Transaction<Database>
  random: Random
  at: Date
  record: Recorder
}
