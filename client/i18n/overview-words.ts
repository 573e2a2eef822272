import { type Language, STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Status } from '../../server/domain/words.ts'
import type { Summary } from '../pages/overview/summary.ts'

/** What is not decided is told as: each line together, in the words of its statuses. */
const GOING: readonly (readonly Status[])[] = [
  ['on-track'],
  ['behind', 'far-behind', 'moving-away'],
  ['no-data', 'not-assessable'],
]

/** “达序时进度 3 项”, “滞后、严重滞后或背离目标 9 项”: only statuses that occur are named. */
export const going = (
  counts: Summary['counts'],
  say: (count: number, statuses: readonly Status[]) => string,
): string[] =>
  GOING.flatMap((line) => {
    const occurring = line.filter((status) => counts[status] > 0)
    const count = occurring.reduce((sum, status) => sum + counts[status], 0)
    return count > 0 ? [say(count, occurring)] : []
  })

/** Which of all targets the first line is about. */
export interface Scope {
  /** Names of the region and the theme that were chosen; empty without. */
  places: readonly string[]
  /** Something else was chosen too: a plan, words, a flag. */
  narrowed: boolean
}

export const listed = (statuses: readonly Status[], language: Language): string => {
  const words = statuses.map((status) => STATUS_LABELS[status][language])
  const last = words.pop() ?? ''
  const [comma, or] = language === 'en' ? [', ', ' or '] : ['、', '或']
  return words.length ? words.join(comma) + or + last : last
}
