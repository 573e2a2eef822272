import type Fraction from 'fraction.js'
import { digitsOf, MOST_DIGITS } from './decimal-text.ts'
import { ONE, toFraction, ZERO } from './decimal.ts'
import type { FigureText } from './model.ts'
import { type Kind, STATUS_REASONS, STATUSES, type Status, type StatusReason } from './words.ts'

/** What the composite progress needs to know of a milestone: how it was judged, and its weight. */
export interface WeighedMilestone {
  targetId: string
  kind: Kind
  status: Status
  reason: StatusReason | null
  /** 序时完成率 as published, with four places; null where there is none. */
  pathShare: number | null
  /** Decimal from 0 on. */
  weight: FigureText
}

/** Why a milestone does not count in the mean; the first that applies. Source: METHOD.md, "Composite progress" */
export const UNCOUNTED_REASONS = ['no-status', 'done', 'hold', 'weight-zero'] as const
export type UncountedReason = (typeof UNCOUNTED_REASONS)[number]

/** Of fewer milestones than this a mean says little: each of them moves it much. */
export const FEWEST = 5

/** The weight of a target to which none was given. */
export const DEFAULT_WEIGHT: FigureText = '1'

/** Whether a text is a weight: an exact decimal that is not negative, and not -0 either, of at most 30 digits. */
export const isWeight = (text: string): boolean =>
  /^(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text) && digitsOf(text) <= MOST_DIGITS

export type StatusCounts = Record<Status, number>

export interface Composite {
  total: number
  statuses: StatusCounts
  /** Why milestones are `no-data` or `not-assessable`; reasons that occur. */
  unassessed: { reason: StatusReason; count: number }[]
  /** Neither `no-data` nor `not-assessable`. */
  assessable: number
  /** Of these, achieved or on track. */
  kept: number
  /** How many milestones the mean is of. */
  counted: number
  /** Which assessable milestones the mean leaves out, and why; reasons that occur. */
  uncounted: { reason: UncountedReason; count: number }[]
  /** The sum of the weights of those that are counted. */
  weight: Fraction
  /** The weighted mean of what they count; null where nothing is counted. */
  mean: Fraction | null
}

export const isAssessable = (status: Status): boolean => status !== 'no-data' && status !== 'not-assessable'

/**
 * What a milestone counts in the mean: 1 when achieved, else its path share, at most 1 and not cut at 0; a missed one
 * without a path share counts 0. Null where it has no status, or can only be kept or broken and is not decided.
 *
 * @returns an exact fraction of the published share
 * Source: METHOD.md, "Composite progress"
 */
export function countedShare({ status, pathShare }: Pick<WeighedMilestone, 'status' | 'pathShare'>): Fraction | null {
  if (!isAssessable(status)) return null
  if (status === 'achieved') return ONE
  if (pathShare === null) return status === 'missed' ? ZERO : null
  const share = toFraction(String(pathShare))
  return share.gt(ONE) ? ONE : share
}

/** Why a milestone does not count in the mean; null where it does. */
export function whyUncounted(milestone: WeighedMilestone): UncountedReason | null {
  if (!isAssessable(milestone.status)) return 'no-status'
  if (countedShare(milestone) === null) return milestone.kind === 'done' ? 'done' : 'hold'
  return toFraction(milestone.weight).equals(0) ? 'weight-zero' : null
}

/** A milestone that has something to count, with its weight, which may be 0. */
export interface Part {
  targetId: string
  share: Fraction
  weight: Fraction
}

export const toParts = (milestones: readonly WeighedMilestone[]): Part[] =>
  milestones.flatMap((milestone) => {
    const share = countedShare(milestone)
    return share === null ? [] : [{ targetId: milestone.targetId, share, weight: toFraction(milestone.weight) }]
  })

/** Σ weight × share and Σ weight. */
export interface Sums {
  weighed: Fraction
  weight: Fraction
}

export const sumsOf = (parts: readonly Pick<Part, 'share' | 'weight'>[]): Sums =>
  parts.reduce(
    (sums, { share, weight }) => ({ weighed: sums.weighed.add(share.mul(weight)), weight: sums.weight.add(weight) }),
    { weighed: ZERO, weight: ZERO },
  )

/** The weighted mean; null where there is no weight at all. */
export const meanOf = ({ weighed, weight }: Sums): Fraction | null => (weight.equals(0) ? null : weighed.div(weight))

/**
 * How the milestones of a region or a plan stand together: how many of those that can be assessed are kept, and the
 * weighted mean of what each counts, beside everything that neither of the two is of.
 *
 * @param milestones at most one of each target
 * Source: METHOD.md, "Composite progress"
 */
export function compositeOf(milestones: readonly WeighedMilestone[]): Composite {
  const statuses = countStatuses(milestones)
  const whys = milestones.map(whyUncounted)
  const sums = sumsOf(toParts(milestones))
  return {
    total: milestones.length,
    statuses,
    unassessed: tally(STATUS_REASONS, unassessedReasons(milestones)),
    assessable: milestones.filter(({ status }) => isAssessable(status)).length,
    kept: statuses.achieved + statuses['on-track'],
    counted: whys.filter((why) => why === null).length,
    uncounted: tally(UNCOUNTED_REASONS, whys).filter(({ reason }) => reason !== 'no-status'),
    weight: sums.weight,
    mean: meanOf(sums),
  }
}

function countStatuses(milestones: readonly WeighedMilestone[]): StatusCounts {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as StatusCounts
  for (const { status } of milestones) counts[status] += 1
  return counts
}

const unassessedReasons = (milestones: readonly WeighedMilestone[]): (StatusReason | null)[] =>
  milestones.filter(({ status }) => !isAssessable(status)).map(({ reason }) => reason)

const tally = <Reason extends string>(reasons: readonly Reason[], found: readonly (Reason | null)[]) =>
  reasons
    .map((reason) => ({ reason, count: found.filter((one) => one === reason).length }))
    .filter(({ count }) => count > 0)
