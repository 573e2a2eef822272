import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import type { YearlyProgress } from '../../../server/contract/yearly-progress.ts'
import { worstFirst } from '../../../server/domain/attention.ts'
import type { Sort, View, Way } from './address.ts'

export type ListedProgress = ListedTarget['progress'][number]
export type YearStanding = YearlyProgress['years'][number]

/** The years of milestones, by `keyOf`. */
export type Years = ReadonlyMap<string, readonly YearStanding[]>

export const keyOf = (targetId: string, milestoneYear: number): string => `${targetId} ${milestoneYear}`

/** One milestone that is compared. */
export interface Row {
  key: string
  target: ListedTarget
  progress: ListedProgress
  /** How it stood with the figures up to each year that has one, oldest first. */
  years: readonly YearStanding[]
}

/** Rows under one heading: a plan's or a region's; without a code, all that is compared. */
export interface Group {
  code: string
  rows: Row[]
}

/** The milestones that are compared, in the order of their plans. */
export function toRows(targets: readonly ListedTarget[], view: View, years: Years): Row[] {
  const { way, subject, plan, milestone } = view
  return targets
    .filter((target) => codeOf(target, way) === subject && (!plan || target.planCode === plan))
    .flatMap((target) => {
      const year = milestone === 'next' ? target.nextMilestoneYear : milestone
      const progress = target.progress.find(({ milestoneYear }) => milestoneYear === year)
      const key = keyOf(target.id, year)
      return progress ? [{ key, target, progress, years: years.get(key) ?? [] }] : []
    })
}

const codeOf = ({ regionCode, indicatorCode, indicator }: ListedTarget, way: Way): string =>
  way === 'region' ? regionCode : way === 'indicator' ? indicatorCode : indicator.theme

/** One region's rows by plan, a theme's by region, in the order of `codes`; sorted within, never across regions. */
export function toGroups(rows: readonly Row[], { way, sort }: View, codes: readonly string[]): Group[] {
  if (way === 'indicator') {
    const byRegion = [...codes].flatMap((code) => rows.filter(({ target }) => target.regionCode === code))
    return byRegion.length > 0 ? [{ code: '', rows: byRegion }] : []
  }
  const found = Map.groupBy(rows, ({ target }) => (way === 'region' ? target.planCode : target.regionCode))
  return codes.flatMap((code) => {
    const theirs = found.get(code)
    return theirs ? [{ code, rows: sorted(theirs, sort) }] : []
  })
}

const sorted = (rows: readonly Row[], sort: Sort): Row[] => (sort === 'status' ? rows.toSorted(worstFirst) : [...rows])

/** The first `count` rows over all groups. */
export function firstOf(groups: readonly Group[], count: number): Group[] {
  let left = count
  return groups.flatMap(({ code, rows }) => {
    const shown = rows.slice(0, Math.max(0, left))
    left -= shown.length
    return shown.length > 0 ? [{ code, rows: shown }] : []
  })
}
