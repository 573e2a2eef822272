import { toFraction } from './decimal.ts'
import { DEFAULT_TOLERANCE } from './goal.ts'
import type { Baseline, FigureText, Milestone, Progress, PromisedMilestone } from './model.ts'

/** What a target promised from one revision on. */
export interface PromiseRevision {
  /** The sequence number with which it came into force. */
  seq: number
  milestones: readonly Milestone[]
}

/** A milestone as it is in force, beside what was first promised in its place. */
export interface TrackedMilestone {
  promised: PromisedMilestone
  /** Null where the milestone is what it was from the start. */
  original: PromisedMilestone | null
}

/**
 * The milestone that a target is now to be looked at for: the nearest neither achieved nor missed, else the last.
 *
 * @param progress of all milestones of one target, in any order, at least one
 * Source: METHOD.md, "The next milestone"
 */
export function nextMilestone<Judged extends Pick<Progress, 'milestoneYear' | 'status'>>(
  progress: readonly Judged[],
): Judged {
  const byYear = [...progress].sort((a, b) => a.milestoneYear - b.milestoneYear)
  const next = byYear.find(({ status }) => status !== 'achieved' && status !== 'missed') ?? byYear.at(-1)
  if (!next) throw new RangeError('a target has at least one milestone')
  return next
}

/**
 * The milestones in force, each with the sequence number since which its baseline is unchanged, and with what was first
 * promised in its place where that differs in year, number, comparator, tolerance or baseline.
 *
 * Its place in another revision is the milestone of the same year, else the one at the same position, unless that one
 * went on under its own year. A milestone that was added later was first promised by the revision that added it.
 *
 * @param revisions of one target, oldest first
 * @returns in the order of the latest revision's milestones
 * Source: METHOD.md, "Revised targets"
 */
export function promisedMilestones(revisions: readonly PromiseRevision[]): TrackedMilestone[] {
  const inForce = revisions.at(-1)?.milestones ?? []
  return inForce.map((milestone, position) => {
    const history = revisions.flatMap(({ seq, milestones }) => {
      const counterpart = findCounterpart(inForce, milestones, position)
      return counterpart ? [{ seq, milestone: counterpart }] : []
    })
    const revised = history.findLastIndex((past) => !isSameBaseline(past.milestone.baseline, milestone.baseline))
    const first = history[0]
    return {
      promised: { milestone, baselineSeq: history[revised + 1]?.seq ?? 0 },
      original:
        first && !isSamePromise(first.milestone, milestone)
          ? { milestone: first.milestone, baselineSeq: first.seq }
          : null,
    }
  })
}

function findCounterpart(inForce: readonly Milestone[], past: readonly Milestone[], position: number) {
  const sameYear = past.find(({ year }) => year === inForce[position]?.year)
  if (sameYear) return sameYear
  const samePlace = past[position]
  return inForce.some(({ year }) => year === samePlace?.year) ? undefined : samePlace
}

/** Whether two milestones promise the same; how they are worded, and where the deadline is printed, is no promise. */
function isSamePromise(a: Milestone, b: Milestone): boolean {
  return (
    a.year === b.year &&
    a.comparator === b.comparator &&
    isSameNumber(a.value, b.value) &&
    isSameNumber(a.valueHigh, b.valueHigh) &&
    isSameNumber(toleranceOf(a), toleranceOf(b)) &&
    isSameBaseline(a.baseline, b.baseline)
  )
}

function isSameBaseline(a: Baseline | null, b: Baseline | null): boolean {
  if (!a || !b) return a === b
  return a.year === b.year && a.basis === b.basis && isSameNumber(a.value, b.value)
}

const toleranceOf = ({ comparator, tolerance }: Milestone): FigureText | null =>
  comparator === 'about' ? (tolerance ?? DEFAULT_TOLERANCE) : tolerance

/** "1.0" and "1" are the same number. */
function isSameNumber(a: FigureText | null, b: FigureText | null): boolean {
  if (a === b) return true
  return a !== null && b !== null && toFraction(a).equals(toFraction(b))
}
