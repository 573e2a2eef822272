import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import type { Judged, JudgedByChoice } from './judged.ts'

/** How many fit under each choice of milestones, by region. */
export type Found = ReadonlyMap<string, ReadonlyMap<MilestoneChoice, number>>

/** Of how many milestones something is true, by region and choice. */
export function findWhere(judged: JudgedByChoice, fits: (row: Judged) => boolean): Found {
  const found = new Map<string, Map<MilestoneChoice, number>>()
  for (const [choice, rows] of judged) {
    for (const row of rows) {
      if (!fits(row)) continue
      const { regionCode } = row.target
      const counts = found.get(regionCode) ?? new Map<MilestoneChoice, number>()
      counts.set(choice, (counts.get(choice) ?? 0) + 1)
      found.set(regionCode, counts)
    }
  }
  return found
}

/**
 * The choice of milestones under which a list of what was found is not empty: the one that is looked at, the next
 * milestones, else the first year. `region` left out: of all of them.
 */
export function choiceOf(
  found: Found,
  preferred: MilestoneChoice,
  region?: string,
): { choice: MilestoneChoice; count: number } | undefined {
  const counts = new Map<MilestoneChoice, number>()
  for (const [code, own] of found) {
    if (region !== undefined && code !== region) continue
    for (const [choice, count] of own) counts.set(choice, (counts.get(choice) ?? 0) + count)
  }
  const years = [...counts.keys()].filter((choice) => choice !== 'next').toSorted((one, other) => one - other)
  const choice = [preferred, 'next' as const, ...years].find((one) => counts.has(one))
  return choice === undefined ? undefined : { choice, count: counts.get(choice) ?? 0 }
}
