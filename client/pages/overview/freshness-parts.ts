import type { RegionFreshness } from '../../../server/contract/freshness.ts'

/** How old a series' latest figure is: of the year that ended last or later, up to two years older, older still, or none. */
export const AGES = ['current', 'recent', 'old', 'none'] as const
export type Age = (typeof AGES)[number]

export interface FreshnessPart {
  age: Age
  series: number
}

/** The same two years as the flag 数据陈旧. */
const ageOf = (year: number | null, lastEnded: number): Age =>
  year === null ? 'none' : year >= lastEnded ? 'current' : year >= lastEnded - 2 ? 'recent' : 'old'

/** How many series of a region are how old, the newest first; ages without series are left out. */
export function toParts(latestYears: RegionFreshness['latestYears'], nowYear: number): FreshnessPart[] {
  const found = Map.groupBy(latestYears, ({ year }) => ageOf(year, nowYear - 1))
  return AGES.flatMap((age) => {
    const series = (found.get(age) ?? []).reduce((sum, one) => sum + one.series, 0)
    return series > 0 ? [{ age, series }] : []
  })
}
