import type { Sheet } from '../../../server/contract/entry.ts'
import { findingsOf } from '../entry/findings.ts'
import { toRowState } from '../entry/row-state.ts'
import { TALLIES, type Tally, tallyOf } from '../entry/status.ts'

/** How many figures of the sheet stand where, counted as the sheet itself counts them. */
export function tallySheet({ rows, year, today }: Pick<Sheet, 'rows' | 'year' | 'today'>): Record<Tally, number> {
  const nowYear = Number(today.slice(0, 4))
  const tallies = rows.map((row) => {
    const state = toRowState(row)
    const isPending = row.pending !== null && row.pending.state !== 'submitted'
    return tallyOf(state, isPending ? findingsOf(state, year, nowYear) : [])
  })
  const counts = TALLIES.map((tally) => [tally, tallies.filter((one) => one === tally).length] as const)
  return Object.fromEntries(counts) as Record<Tally, number>
}
