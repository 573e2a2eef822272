import type { ReviewItem } from '../../../server/contract/review.ts'
import { isTurning, leadingTurn, severityOf } from './turns.ts'

/** What of the list is looked at; both live in the address. */
export interface View {
  /** Of the figures; undefined: all. */
  year: number | undefined
  /** Only figures that turn a status. */
  onlyTurning: boolean
}

/** Reads the address; what it does not understand shows all. */
export const toView = (query: Readonly<Record<string, string>>): View => ({
  year: /^(19|20|21)[0-9]{2}$/.test(query['year'] ?? '') ? Number(query['year']) : undefined,
  onlyTurning: query['only'] === 'turning',
})

export function viewAddress({ year, onlyTurning }: View): string {
  const params = new URLSearchParams()
  if (year !== undefined) params.set('year', String(year))
  if (onlyTurning) params.set('only', 'turning')
  const text = params.toString()
  return text ? `/review?${text}` : '/review'
}

/** The years of the figures that wait, newest first, each with how many there are. */
export function yearsOf(items: readonly ReviewItem[]): { year: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const { observation } of items) counts.set(observation.year, (counts.get(observation.year) ?? 0) + 1)
  return [...counts].map(([year, count]) => ({ year, count })).toSorted((a, b) => b.year - a.year)
}

/** Where a row stands: those that turn a status first, the reader's own, which are closed, last. */
const placeOf = (item: ReviewItem): number => (item.own ? 2 : isTurning(item) ? 0 : 1)

/** What of the list is shown: rows that turn a status first and of these the worst news first, own entries last. */
export function toShown(items: readonly ReviewItem[], { year, onlyTurning }: View): ReviewItem[] {
  return items
    .filter((item) => (year === undefined || item.observation.year === year) && (!onlyTurning || isTurning(item)))
    .toSorted((a, b) => {
      const place = placeOf(a) - placeOf(b)
      if (place !== 0) return place
      const [turnA, turnB] = [leadingTurn(a), leadingTurn(b)]
      const isFirst = placeOf(a) === 0 && turnA !== undefined && turnB !== undefined
      return isFirst ? severityOf(turnA.after) - severityOf(turnB.after) : 0
    })
}
