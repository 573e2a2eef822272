import type { RoundKind } from './words.ts'

/** A round as it stands, without what it is called. */
export interface Round {
  id: number
  year: number
  kind: RoundKind
  regionCodes: readonly string[]
  /** Null: the indicators of each region's targets. */
  indicatorCodes: readonly string[] | null
  /** Days in Asia/Shanghai (YYYY-MM-DD), both inclusive. */
  opensOn: string
  closesOn: string
}

/** The figure that someone wants to enter, and what matters of it. */
export interface Asked {
  regionCode: string
  indicatorCode: string
  year: number
  /** Whether a target of the region is about the indicator. */
  isTargeted: boolean
  /** What of it is approved: nothing, that it is missing, with a reason, or a value. */
  approved: 'nothing' | 'missing' | 'value'
}

/** Whether a figure may be entered today, and if not, why. */
export type EntryState =
  | { state: 'open'; round: Round }
  /** Approved: it takes an open round of a kind that corrects. */
  | { state: 'locked' }
  | { state: 'not-yet-open'; opensOn: string }
  | { state: 'closed'; closedOn: string }
  /** No round of this year asks this region. */
  | { state: 'no-round' }
  /** The region has no such indicator: no target is about it and no round asks for it. */
  | { state: 'not-asked' }

export type EntryRefusal = Exclude<EntryState['state'], 'open'>

/** Whether the round asks the region for the indicator. */
export function asksFor(
  round: Round,
  { regionCode, indicatorCode, isTargeted }: Omit<Asked, 'year' | 'approved'>,
): boolean {
  return (
    round.regionCodes.includes(regionCode) &&
    (round.indicatorCodes === null ? isTargeted : round.indicatorCodes.includes(indicatorCode))
  )
}

/**
 * An annual round takes everything, a late one what is missing, be it approved as such, a revision what is approved and
 * to be corrected.
 */
const takes = ({ kind }: Round, approved: Asked['approved']): boolean =>
  kind === 'annual' || (kind === 'revision' ? approved !== 'nothing' : approved !== 'value')

export const isOpen = ({ opensOn, closesOn }: Round, today: string): boolean => opensOn <= today && today <= closesOn

/**
 * Whether a figure may be entered on the day `today` (YYYY-MM-DD in Asia/Shanghai), and if not, which of the reasons it is.
 *
 * Of several open rounds the one that closes last counts; of several that are still to come, the first.
 */
export function entryStateOf(rounds: readonly Round[], asked: Asked, today: string): EntryState {
  const ofYear = rounds.filter((round) => round.year === asked.year && asksFor(round, asked))
  const isAsked = ofYear.length > 0 || asked.isTargeted || rounds.some((round) => asksFor(round, asked))
  if (!isAsked) return { state: 'not-asked' }
  const open = ofYear
    .filter((round) => isOpen(round, today) && takes(round, asked.approved))
    .toSorted((a, b) => (a.closesOn < b.closesOn ? 1 : -1))[0]
  if (open !== undefined) return { state: 'open', round: open }
  if (asked.approved === 'value') return { state: 'locked' }
  const days = ofYear.filter((round) => takes(round, asked.approved))
  const opensOn = days
    .map((round) => round.opensOn)
    .filter((day) => day > today)
    .toSorted()[0]
  if (opensOn !== undefined) return { state: 'not-yet-open', opensOn }
  if (asked.approved === 'missing') return { state: 'locked' }
  const closedOn = days
    .map((round) => round.closesOn)
    .toSorted()
    .at(-1)
  return closedOn === undefined ? { state: 'no-round' } : { state: 'closed', closedOn }
}
