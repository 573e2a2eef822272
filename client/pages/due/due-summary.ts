import type { DueItem } from '../../../server/contract/due.ts'
import { daysBetween } from '../../../server/domain/days.ts'

type Name = DueItem['missing'][number]

/** One figure that waits for its reporter, told once, though several rounds ask for it. */
interface Owed {
  key: string
  isReturned: boolean
  when: DueItem['when']
  closesOn: string
}

/** The numbers of a reporter's first sentence. No figure counts twice. */
export interface ReporterSummary {
  /** Not in, and no open round takes it any more. */
  overdue: number
  returned: number
  /** To be entered or submitted within a week. */
  soon: number
  /** To be entered or submitted later. */
  later: number
  /** Days until the first of the open rounds with something left closes. */
  daysLeft: number | undefined
  /** Submitted, and waiting for a decision. */
  waiting: number
}

const isOpen = (when: DueItem['when']): boolean => when === 'open' || when === 'due-soon'

const RANK: readonly DueItem['when'][] = ['due-soon', 'open', 'overdue', 'coming', 'done']

/** What can still be entered counts where it can be entered, however late another round is. */
function owedOnce(items: readonly DueItem[]): Owed[] {
  const owed = new Map<string, Owed>()
  const inOrder = items.toSorted((a, b) => RANK.indexOf(a.when) - RANK.indexOf(b.when))
  for (const { when, closesOn, regionCode, year, missing, draft, returned } of inOrder) {
    if (when === 'coming') continue
    const add = (isReturned: boolean) => (name: Name) => {
      const key = `${regionCode}/${year}/${name.indicatorCode}`
      if (!owed.has(key)) owed.set(key, { key, isReturned, when, closesOn })
    }
    returned.forEach(add(true))
    missing.forEach(add(false))
    draft.forEach(add(false))
  }
  return [...owed.values()]
}

export function reporterSummary(items: readonly DueItem[], today: string): ReporterSummary {
  const owed = owedOnce(items)
  const open = owed.filter(({ when }) => isOpen(when))
  const days = open.map(({ closesOn }) => daysBetween(today, closesOn))
  return {
    overdue: owed.filter(({ when }) => when === 'overdue').length,
    returned: open.filter(({ isReturned }) => isReturned).length,
    soon: open.filter(({ when, isReturned }) => when === 'due-soon' && !isReturned).length,
    later: open.filter(({ when, isReturned }) => when === 'open' && !isReturned).length,
    daysLeft: days.length === 0 ? undefined : Math.min(...days),
    waiting: waitingOf(items),
  }
}

/** How many figures wait for a decision. */
export const waitingOf = (items: readonly DueItem[]): number =>
  new Set(
    items.flatMap(({ regionCode, year, submitted }) =>
      submitted.map(({ indicatorCode, measure }) => `${regionCode}/${year}/${indicatorCode}/${measure}`),
    ),
  ).size

const URGENCY: readonly DueItem['when'][] = ['overdue', 'due-soon', 'open', 'coming', 'done']

/** The most urgent first; of the same urgency the one that closes first. */
export const byUrgency = <Item extends Pick<DueItem, 'when' | 'closesOn' | 'regionCode'>>(
  items: readonly Item[],
): Item[] =>
  items.toSorted(
    (a, b) =>
      URGENCY.indexOf(a.when) - URGENCY.indexOf(b.when) ||
      a.closesOn.localeCompare(b.closesOn) ||
      a.regionCode.localeCompare(b.regionCode),
  )

/** The round with which a reporter goes on: the most urgent that is open and not done. */
export const nextRound = (items: readonly DueItem[]): DueItem | undefined => {
  const open = byUrgency(items).filter(({ when }) => isOpen(when))
  return open.find(({ returned, missing, draft }) => returned.length + missing.length + draft.length > 0) ?? open[0]
}
