import { STATUSES } from '../../../server/domain/words.ts'
import type { Group, Row, YearStanding } from './rows.ts'

/** One cell of the map: how a milestone stood with the figures up to a year. */
export interface HeatCell {
  year: number
  /** Null where the year has no figure. */
  standing: YearStanding | null
  /** The status is another than the one of the year before that has a figure. */
  turned: boolean
  /** That other status, where it turned. */
  before: YearStanding['status'] | null
}

/** How many years the map shows at most; what is older stands in the table. */
const MOST_YEARS = 8

/** The years of the map, oldest first: from the first that has a figure to the last, the latest eight. */
export function heatYears(groups: readonly Group[]): { years: number[]; older: boolean } {
  const found = groups.flatMap(({ rows }) => rows.flatMap(({ years }) => years.map(({ year }) => year)))
  if (found.length === 0) return { years: [], older: false }
  const first = found.reduce((least, year) => Math.min(least, year))
  const last = found.reduce((most, year) => Math.max(most, year))
  const from = Math.max(first, last - MOST_YEARS + 1)
  return { years: Array.from({ length: last - from + 1 }, (_, index) => from + index), older: from > first }
}

/** The cells of a row in these years. */
export function toCells({ years: standings }: Row, years: readonly number[]): HeatCell[] {
  return years.map((year) => {
    const index = standings.findIndex((one) => one.year === year)
    const standing = standings[index] ?? null
    const before = standing === null ? undefined : standings[index - 1]
    const turned = standing !== null && before !== undefined && before.status !== standing.status
    return { year, standing, turned, before: turned ? before.status : null }
  })
}

/** Which marks occur, for the legend: the statuses of any year, a turn and an empty year in some cell. */
export function marksOf(groups: readonly Group[], years: readonly number[]) {
  const rows = groups.flatMap((group) => group.rows)
  const occurring = new Set(rows.flatMap((row) => row.years.map(({ status }) => status)))
  const cells = rows.flatMap((row) => toCells(row, years))
  return {
    statuses: STATUSES.filter((status) => occurring.has(status)),
    turned: cells.some(({ turned }) => turned),
    none: cells.some(({ standing }) => standing === null),
  }
}

/** The latest year in which some status turned, and how many did; null where none ever did. */
export function latestTurn(rows: readonly Row[]): { year: number; count: number } | null {
  const turns = rows.flatMap(({ years }) =>
    years.flatMap(({ year, status }, index) => {
      const before = years[index - 1]
      return before !== undefined && before.status !== status ? [year] : []
    }),
  )
  if (turns.length === 0) return null
  const year = turns.reduce((most, one) => Math.max(most, one))
  return { year, count: turns.filter((one) => one === year).length }
}
