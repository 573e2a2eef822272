import { needsAttention, WORST_FIRST, worstFirst } from '../../../server/domain/attention.ts'
import type { Filters, ListChoice } from './filters.ts'
import { type Counts, countByStatus, type Judged } from './judged.ts'

/** As many rows as are drawn at once, however many targets there are. */
export const PAGE_ROWS = 50

export interface Group {
  code: string
  /** Of the whole group, on whichever page its rows are. */
  total: number
  counts: Counts
  /** Of this page. */
  rows: readonly Judged[]
}

/** What the list shows: the rows of one page, and of how many they are. */
export interface Listing {
  groups: readonly Group[]
  total: number
  page: number
  pages: number
  /** The first and the last row of the page, counted from 1. */
  from: number
  to: number
}

/** The first rows, in their groups. */
export function firstRows(groups: readonly Group[], count: number): Group[] {
  let left = count
  return groups.flatMap((group) => {
    const rows = group.rows.slice(0, Math.max(0, left))
    left -= rows.length
    return rows.length > 0 ? [{ ...group, rows }] : []
  })
}

/** Which targets the list is about: what needs attention, unless a status or a flag was chosen, or another list. */
export const listed = (
  shown: readonly Judged[],
  { by, status, flag }: Pick<Filters, 'by' | 'status' | 'flag'>,
): readonly Judged[] => ((by === '' || by === 'attention') && !status && !flag ? shown.filter(needsAttention) : shown)

/** Those from `from` up to `to`, the worst first. Only the statuses that reach there are put in order. */
function worstBetween(judged: readonly Judged[], from: number, to: number): Judged[] {
  const found = Map.groupBy(judged, ({ progress }) => progress.status)
  let before = 0
  return WORST_FIRST.flatMap((status) => {
    const own = found.get(status) ?? []
    const [start, end] = [Math.max(0, from - before), Math.max(0, to - before)]
    before += own.length
    return start < own.length && end > 0 ? own.toSorted(worstFirst).slice(start, end) : []
  })
}

const codeOf = ({ target }: Judged, by: ListChoice | ''): string =>
  by === 'plan' ? target.planCode : by === 'theme' ? target.indicator.theme : ''

/**
 * One page of the list, the worst first in each group, the groups in the order of `codes`; groups without rows are left
 * out. `few` is how many rows are drawn where only the first are wanted. A page beyond the last is the last.
 */
export function toListing(
  judged: readonly Judged[],
  { by, page }: Pick<Filters, 'by' | 'page'>,
  codes: readonly string[],
  few: number,
): Listing {
  const found = Map.groupBy(judged, (row) => codeOf(row, by))
  const inOrder = [
    ...codes.filter((code) => found.has(code)),
    ...[...found.keys()].filter((code) => !codes.includes(code)),
  ]
  const perPage = by === '' ? few : PAGE_ROWS
  const pages = by === '' ? 1 : Math.max(1, Math.ceil(judged.length / perPage))
  const now = Math.min(page, pages)
  const start = (now - 1) * perPage
  const groups: Group[] = []
  let before = 0
  for (const code of inOrder) {
    const all = found.get(code) ?? []
    const [from, to] = [Math.max(0, start - before), start + perPage - before]
    before += all.length
    if (from < all.length && to > 0) {
      groups.push({ code, total: all.length, counts: countByStatus(all), rows: worstBetween(all, from, to) })
    }
  }
  const to = Math.min(start + perPage, judged.length)
  return { groups, total: judged.length, page: now, pages, from: to === 0 ? 0 : start + 1, to }
}
