import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import type { Status } from '../../../server/domain/words.ts'
import type { Way } from './address.ts'
import type { Row } from './rows.ts'

/** What the first line says, as numbers. */
export interface Summary {
  way: Way
  /** What is compared: a plan's, region's, indicator's or theme's name. */
  scope: string
  milestone: MilestoneChoice
  total: number
  regions: number
  counts: ReadonlyMap<Status, number>
  /** Statuses that are told in one phrase, each with how many there are; they add up to the total. */
  told: { statuses: Status[]; count: number }[]
}

const TOGETHER: readonly (readonly Status[])[] = [
  ['achieved'],
  ['missed'],
  ['on-track'],
  ['behind', 'far-behind'],
  ['moving-away'],
  ['no-data', 'not-assessable'],
]

export function summarise(
  rows: readonly Row[],
  { way, milestone }: Pick<Summary, 'way' | 'milestone'>,
  scope: string,
): Summary {
  const counts = new Map<Status, number>()
  for (const { progress } of rows) counts.set(progress.status, (counts.get(progress.status) ?? 0) + 1)
  return {
    way,
    scope,
    milestone,
    total: rows.length,
    regions: new Set(rows.map(({ target }) => target.regionCode)).size,
    counts,
    told: TOGETHER.flatMap((together) => {
      const statuses = together.filter((status) => counts.has(status))
      const count = statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0)
      return count > 0 ? [{ statuses, count }] : []
    }),
  }
}
