import type { Status } from '../../../server/domain/words.ts'
import type { Grouping } from './filters.ts'
import type { Judged } from './judged.ts'

/** What needs somebody first. */
export const WORST_FIRST: readonly Status[] = [
  'missed',
  'moving-away',
  'far-behind',
  'behind',
  'no-data',
  'not-assessable',
  'on-track',
  'achieved',
]

/** Worst first, then the nearest deadline, then the smallest share of the path; else the order of the plan. */
const compare = (one: Judged, other: Judged): number =>
  WORST_FIRST.indexOf(one.progress.status) - WORST_FIRST.indexOf(other.progress.status) ||
  one.progress.milestoneYear - other.progress.milestoneYear ||
  (one.progress.pathShare ?? one.progress.coveredShare ?? 9) -
    (other.progress.pathShare ?? other.progress.coveredShare ?? 9)

export interface Group {
  code: string
  rows: Judged[]
}

/** The rows of each plan or theme in the order of `codes`, or all in one; groups without rows are left out. */
export function toGroups(judged: readonly Judged[], by: Grouping, codes: readonly string[]): Group[] {
  const groups = new Map<string, Judged[]>(codes.map((code) => [code, []]))
  for (const row of judged) {
    const code = by === 'plan' ? row.target.planCode : by === 'theme' ? row.target.indicator.theme : ''
    const rows = groups.get(code)
    if (rows) rows.push(row)
    else groups.set(code, [row])
  }
  return [...groups].flatMap(([code, rows]) => (rows.length ? [{ code, rows: rows.toSorted(compare) }] : []))
}
