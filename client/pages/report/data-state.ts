import type { Target } from '../../../server/contract/target.ts'
import type { Flag } from '../../../server/domain/words.ts'
import { isAwaiting } from '../overview/awaiting.ts'
import type { Row } from './rows.ts'
import type { Stage } from './stages.ts'

/** Of how many targets the latest figure is of a year; null: of those without any. Newest first, none last. */
export function toLatestYears(targets: readonly Target[]): { year: number | null; count: number }[] {
  const counts = new Map<number | null, number>()
  for (const { progress } of targets) {
    const years = progress.flatMap(({ latest }) => (latest ? [latest.year] : []))
    const year = years.length ? Math.max(...years) : null
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].map(([year, count]) => ({ year, count })).toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
}

/** What must be known of the figures behind the judgements. */
export interface DataState {
  latestYears: { year: number | null; count: number }[]
  provisional: Row[]
  outdated: Row[]
  awaiting: Row[]
  /** Without any figure, or with a series that a year is missing in. */
  missing: Row[]
  incomplete: Row[]
  /** Whose plan says something else elsewhere. */
  conflicting: Target[]
  /** Whose promise was moved. */
  moved: Row[]
}

export function toDataState(targets: readonly Target[], stages: readonly Stage[]): DataState {
  const rows = stages.flatMap(({ rows }) => rows)
  const shown = new Set(rows.map(({ target }) => target.id))
  const own = targets.filter(({ id }) => shown.has(id))
  const flagged = (flag: Flag): Row[] => rows.filter(({ progress }) => progress.flags.includes(flag))
  return {
    latestYears: toLatestYears(own),
    provisional: flagged('provisional'),
    outdated: flagged('outdated'),
    awaiting: rows.filter(isAwaiting),
    missing: rows.filter(({ progress }) => progress.status === 'no-data'),
    incomplete: flagged('incomplete-years'),
    conflicting: own.filter(({ conflicts }) => conflicts.length > 0),
    moved: rows.filter(({ progress }) => progress.original !== null),
  }
}
