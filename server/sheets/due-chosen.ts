import type { DueCount } from '../contract/due.ts'
import { mentionsWords } from '../domain/search.ts'
import type { DueBoard } from './due-board.ts'

export interface DueFilters {
  round?: number | undefined
  done?: '0' | '1' | undefined
  q?: string | undefined
  order?: 'urgency' | 'left'
  perRound?: number | undefined
}

/** Those of the board that are looked for, in their order. */
export function chosenOf(board: DueBoard, { round, done, q, order, perRound }: DueFilters): DueCount[] {
  const found = new Map<string, boolean>()
  const isFound = ({ code, nameZh, nameEn }: DueCount['region']): boolean => {
    const is = found.get(code) ?? (q === undefined || mentionsWords([code, nameZh, nameEn], q))
    found.set(code, is)
    return is
  }
  const items = order === 'left' ? board.byLeft : board.items
  const chosen = items.filter(
    (item) =>
      (round === undefined || item.roundId === round) &&
      (done === undefined || (item.when === 'done') === (done === '1')) &&
      isFound(item.region),
  )
  if (perRound === undefined) return chosen
  const taken = new Map<number, number>()
  return chosen.filter(({ roundId }) => {
    const before = taken.get(roundId) ?? 0
    taken.set(roundId, before + 1)
    return before < perRound
  })
}
