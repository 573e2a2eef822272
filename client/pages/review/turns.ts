import type { ReviewItem } from '../../../server/contract/review.ts'
import type { Target } from '../../../server/contract/target.ts'
import type { Milestone } from '../../../server/domain/model.ts'
import { isDecided, type Status } from '../../../server/domain/words.ts'

/** How a milestone stands without and with the figure. */
export type Turn = ReviewItem['turns'][number]

export const isTurning = ({ turns }: Pick<ReviewItem, 'turns'>): boolean =>
  turns.some(({ before, after }) => before !== after)

/**
 * The milestone that a row is told by: one that turns, else the nearest that is not yet behind the figure's year, else
 * the last; undefined for a monitored indicator.
 */
export function leadingTurn({ turns, observation }: Pick<ReviewItem, 'turns' | 'observation'>): Turn | undefined {
  const byYear = turns.toSorted((a, b) => a.milestoneYear - b.milestoneYear)
  return (
    byYear.find(({ before, after }) => before !== after) ??
    byYear.find(({ milestoneYear }) => milestoneYear >= observation.year) ??
    byYear.at(-1)
  )
}

/** The promise behind a turn, where the targets are known. */
export const milestoneOf = (turn: Turn | undefined, targets: ReadonlyMap<string, Target>): Milestone | undefined =>
  turn && targets.get(turn.targetId)?.milestones.find(({ year }) => year === turn.milestoneYear)

/** `going`: any of the four statuses of a milestone with time left, where it now becomes final. */
export type TurnedFrom = Status | 'going'

/** So many milestones of a year turn from one status to another. */
export interface Turning {
  milestoneYear: number
  from: TurnedFrom
  to: Status
  count: number
}

const GOING: ReadonlySet<Status> = new Set(['on-track', 'behind', 'far-behind', 'moving-away'])

/** What needs a look first stands first. */
const WORST_FIRST: readonly Status[] = [
  'missed',
  'moving-away',
  'far-behind',
  'behind',
  'not-assessable',
  'no-data',
  'on-track',
  'achieved',
]

export const severityOf = (status: Status): number => WORST_FIRST.indexOf(status)

/**
 * What would turn if all of these were approved, the earliest milestones first, the worst news first.
 *
 * A milestone counts once, as the figure of the latest year leaves it: two figures of one series may wait together.
 */
export function turningsOf(items: readonly Pick<ReviewItem, 'turns' | 'observation'>[]): Turning[] {
  const last = new Map<string, Turn>()
  for (const { turns } of items.toSorted((a, b) => a.observation.year - b.observation.year)) {
    for (const turn of turns) {
      const key = `${turn.targetId}/${turn.milestoneYear}`
      if (turn.before !== turn.after || !last.has(key)) last.set(key, turn)
    }
  }
  const turnings = new Map<string, Turning>()
  for (const { milestoneYear, before, after } of last.values()) {
    if (before === after) continue
    const from = GOING.has(before) && isDecided(after) ? 'going' : before
    const key = `${milestoneYear} ${from} ${after}`
    const turning = turnings.get(key) ?? { milestoneYear, from, to: after, count: 0 }
    turnings.set(key, { ...turning, count: turning.count + 1 })
  }
  return [...turnings.values()].toSorted(
    (a, b) => a.milestoneYear - b.milestoneYear || severityOf(a.to) - severityOf(b.to) || b.count - a.count,
  )
}
