import type { DueCounts } from '../../../../server/contract/due.ts'
import type { RoundAnswer } from '../../../../server/contract/round.ts'
import { standOf } from '../../../round-days.ts'

/** The numbers behind the first sentence. */
export interface RoundsSummary {
  open: number
  /** Days until the open round that closes first; undefined where none is open. */
  daysLeft: number | undefined
  coming: number
  /** Figures that regions still owe to open rounds, and how many regions owe them. */
  left: number
  regions: number
  /** Figures that rounds which have closed did not get, and that no open round takes any more. */
  overdue: number
}

export function summaryOf(
  rounds: readonly RoundAnswer[],
  { summary, today }: Pick<DueCounts, 'summary' | 'today'>,
): RoundsSummary {
  const stands = rounds.map((round) => standOf(round, today))
  const open = stands.flatMap((stand) => (stand.is === 'open' ? stand.daysLeft : []))
  return {
    open: open.length,
    daysLeft: open.length === 0 ? undefined : Math.min(...open),
    coming: stands.filter(({ is }) => is === 'coming').length,
    left: summary.left,
    regions: summary.leftRegions,
    overdue: summary.overdue,
  }
}

/** Those that are open first, the one that closes first at the top; then those to come; then the closed, the newest first. */
export function inOrder(rounds: readonly RoundAnswer[], today: string): RoundAnswer[] {
  const rank = { open: 0, coming: 1, closed: 2 }
  return rounds.toSorted((a, b) => {
    const [x, y] = [standOf(a, today), standOf(b, today)]
    if (x.is !== y.is) return rank[x.is] - rank[y.is]
    const byDay = a.closesOn < b.closesOn ? -1 : a.closesOn > b.closesOn ? 1 : a.id - b.id
    return x.is === 'closed' ? -byDay : byDay
  })
}
