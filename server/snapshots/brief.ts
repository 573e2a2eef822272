import type { Changes } from '../contract/changes.ts'

/** How many of the statuses that turned a brief difference tells. */
export const BRIEF_STATUSES = 5

/** The counts, the first statuses that turned, and the figures of their targets, by which one can say why. */
export function briefly<Found extends Changes>(found: Found): Found {
  const statuses = found.statuses
    .filter(({ before, after }) => before !== null && after !== null)
    .slice(0, BRIEF_STATUSES)
  const told = new Set(statuses.map(({ targetId }) => targetId))
  const figures = found.figures.filter(({ targetIds }) => targetIds.some((id) => told.has(id)))
  return { ...found, statuses, targets: [], figures }
}
