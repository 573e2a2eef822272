/** The rows that are chosen, by the figures' ids. Every function answers a new set. */
export type Selection = ReadonlySet<number>

export const NOTHING: Selection = new Set()

export function toggled(selection: Selection, id: number, isChosen: boolean): Selection {
  const next = new Set(selection)
  if (isChosen) next.add(id)
  else next.delete(id)
  return next
}

/**
 * All rows from the one that was clicked before to this one, both included, become what this one becomes; without one
 * before, or if it is gone, this one alone.
 *
 * @param ids in the order in which they stand
 */
export function rangeToggled(
  selection: Selection,
  ids: readonly number[],
  anchor: number | undefined,
  id: number,
  isChosen: boolean,
): Selection {
  const [from, to] = [anchor === undefined ? -1 : ids.indexOf(anchor), ids.indexOf(id)]
  if (from < 0 || to < 0) return toggled(selection, id, isChosen)
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  return range.reduce((next, one) => toggled(next, one, isChosen), selection)
}

/** The row on which the hand is after `step` rows up (−) or down (+); it stays at the ends. */
export function neighbour(ids: readonly number[], id: number, step: number): number | undefined {
  const at = ids.indexOf(id)
  return at < 0 ? undefined : ids[Math.min(Math.max(at + step, 0), ids.length - 1)]
}

/** Where the hand goes when rows leave: to the first that stays below the first of them, else to the last that stays. */
export function heirOf(ids: readonly number[], leaving: readonly number[]): number | undefined {
  const first = ids.findIndex((id) => leaving.includes(id))
  const stays = (id: number): boolean => !leaving.includes(id)
  return ids.slice(first).find(stays) ?? ids.findLast(stays)
}
