import { toFraction } from './decimal.ts'
import { DEFAULT_TOLERANCE } from './goal.ts'
import type { Baseline, FigureText, Milestone, Progress, PromisedMilestone } from './model.ts'
import { isDecided } from './words.ts'

/** `next`: each target's nearest milestone that is neither achieved nor missed, else its last. */
export type MilestoneChoice = number | 'next'

/** What a target promised from one revision on. */
export interface PromiseRevision {
  /** The sequence number with which it came into force. */
  seq: number
  milestones: readonly Milestone[]
}

/** A milestone as it is in force, beside what was first promised in its place, or was dropped before it. */
export interface TrackedMilestone {
  promised: PromisedMilestone
  /** Null where the milestone is what it was from the start, and no dropped promise is told beside it. */
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
  const next = byYear.find(({ status }) => !isDecided(status)) ?? byYear.at(-1)
  if (!next) throw new RangeError('a target has at least one milestone')
  return next
}

/**
 * The milestones in force, each with the sequence number since which its baseline is unchanged, and with what was first
 * promised in its place where that differs in year, number, comparator, tolerance or baseline.
 *
 * A promise that was dropped is the original of a milestone that was not itself revised: the next one, else the last.
 *
 * @param revisions of one target, oldest first
 * @returns in the order of the latest revision's milestones
 * Source: METHOD.md, "Revised targets"
 */
export function promisedMilestones(revisions: readonly PromiseRevision[]): TrackedMilestone[] {
  const { live, gone } = traceLineages(revisions)
  const tracked = live.map(
    ({ first, now }): TrackedMilestone => ({
      promised: now,
      original: isSamePromise(first.milestone, now.milestone) ? null : first,
    }),
  )
  const byYear = tracked.toSorted((a, b) => yearOf(a.promised) - yearOf(b.promised))
  for (const { first } of gone.toSorted((a, b) => yearOf(a.first) - yearOf(b.first))) {
    if (live.some(({ now }) => isSamePromise(first.milestone, now.milestone))) continue
    const unrevised = byYear.filter(({ original }) => original === null)
    const bearer = unrevised.find(({ promised }) => yearOf(promised) > yearOf(first)) ?? unrevised.at(-1)
    if (bearer) bearer.original = first
  }
  return tracked
}

/** A milestone through the revisions of its target: as it was first promised, and as it is, or last was. */
interface Lineage {
  first: PromisedMilestone
  now: PromisedMilestone
}

/** The milestones of the latest revision, in its order, and those that were dropped on the way and not made again. */
function traceLineages(revisions: readonly PromiseRevision[]): { live: Lineage[]; gone: Lineage[] } {
  let live: Lineage[] = []
  let gone: Lineage[] = []
  for (const { seq, milestones } of revisions) {
    const formers = findFormers(live, milestones)
    const dropped = [...gone, ...live.filter((one) => !formers.includes(one))]
    live = milestones.map((milestone, at) => {
      const former = formers[at]
      if (former) return { first: former.first, now: { milestone, baselineSeq: baselineSeqOf(former, milestone, seq) } }
      const now = { milestone, baselineSeq: seq }
      return { first: dropped.find((one) => yearOf(one.now) === milestone.year)?.first ?? now, now }
    })
    gone = dropped.filter(({ first }) => !live.some((one) => one.first === first))
  }
  return { live, gone }
}

const yearOf = ({ milestone }: PromisedMilestone): number => milestone.year

const baselineSeqOf = ({ now }: Lineage, { baseline }: Milestone, seq: number): number =>
  isSameBaseline(now.milestone.baseline, baseline) ? now.baselineSeq : seq

/**
 * What each of `milestones` was in the revision before: the milestone of the same year; else, where no milestone that
 * kept its year lies between the two, the one that lost its place to it, the last to the last.
 */
function findFormers(before: readonly Lineage[], milestones: readonly Milestone[]): (Lineage | undefined)[] {
  const formers = milestones.map(({ year }) => before.find(({ now }) => yearOf(now) === year))
  const keptYears = formers.flatMap((former) => (former ? [yearOf(former.now)] : []))
  const placeOf = (year: number) => keptYears.filter((kept) => kept < year).length
  const displaced = before.filter((one) => !formers.includes(one)).toSorted((a, b) => yearOf(b.now) - yearOf(a.now))
  const added = milestones
    .flatMap(({ year }, at) => (formers[at] ? [] : [{ year, at }]))
    .toSorted((a, b) => b.year - a.year)
  for (const { year, at } of added) {
    const next = displaced.findIndex(({ now }) => placeOf(yearOf(now)) === placeOf(year))
    if (next >= 0) formers[at] = displaced.splice(next, 1)[0]
  }
  return formers
}

/** Whether two milestones promise the same; how they are worded, and where the deadline is printed, is no promise. */
export function isSamePromise(a: Milestone, b: Milestone): boolean {
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
