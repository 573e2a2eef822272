import type Fraction from 'fraction.js'
import { toFraction, ZERO } from './decimal.ts'
import type { FigureText } from './model.ts'
import type { MissingReason, RollUp } from './words.ts'

/** How figures can be put together. */
export type RollUpRule = Exclude<RollUp, 'none'>

/** The approved figure of one region and year. */
export interface RegionFigure {
  /** Null where there is none, with a reason. */
  value: FigureText | null
  missingReason: MissingReason | null
  provisional: boolean
  /** It cannot be compared with the years before. */
  breakBefore: boolean
  sample: boolean
}

/** A region in one year, with the regions directly below it. */
export interface RolledRegion {
  code: string
  own: RegionFigure | undefined
  /** The figure of the indicator that weighs. */
  weight: RegionFigure | undefined
  children: readonly RolledRegion[]
}

/** Why a region below is not in a roll-up: there is no figure, and why, or nothing that weighs it. */
export type LackReason = 'no-figure' | 'no-weight' | MissingReason

/** What the figures of the regions below one come to. */
export interface RolledUp {
  value: Fraction
  /** What all of them weigh together; with `sum` nothing that is looked at. */
  weight: Fraction
  /** How many of the regions directly below are in it. */
  covered: number
  of: number
  lacking: { code: string; reason: LackReason }[]
  /** Those that are in it by a roll-up of their own that is not complete. */
  partial: string[]
  /** A provisional figure, a break of the series or an invented figure is in it. */
  provisional: boolean
  breakBefore: boolean
  sample: boolean
}

type Marks = Pick<RolledUp, 'provisional' | 'breakBefore' | 'sample'>

/** What one region below brings in. */
interface Share {
  code: string
  value: Fraction
  weight: Fraction
  isPartial: boolean
  marks: Marks
}

/** Whether every region below is in it, and none by an incomplete roll-up of its own. */
export const isComplete = ({ covered, of, partial }: Pick<RolledUp, 'covered' | 'of' | 'partial'>): boolean =>
  covered === of && partial.length === 0

/**
 * What the figures of the regions directly below `region` come to in one year: their sum, or their mean weighted by
 * another indicator.
 *
 * A region below without a figure of its own is rolled up from those below it, where these have any. Who has none is
 * named and never counts as zero. What weighs is an amount that is not negative; a region that was rolled up itself and
 * has no weight of its own weighs what its parts do.
 *
 * @returns exact; null where no region below has a figure, or nothing weighs anything
 * Source: METHOD.md, "Roll-ups"
 */
export function rollUpOf(region: RolledRegion, rule: RollUpRule): RolledUp | null {
  const found = region.children.map((child) => shareOf(child, rule))
  const shares = found.flatMap((one) => ('lack' in one ? [] : [one]))
  const weight = shares.reduce((sum, share) => sum.add(share.weight), ZERO)
  if (shares.length === 0 || (rule === 'weighted-mean' && weight.equals(0))) return null
  const total = shares.reduce(
    (sum, share) => sum.add(rule === 'sum' ? share.value : share.value.mul(share.weight)),
    ZERO,
  )
  return {
    value: rule === 'sum' ? total : total.div(weight),
    weight,
    covered: shares.length,
    of: found.length,
    lacking: found.flatMap((one) => ('lack' in one ? [{ code: one.code, reason: one.lack }] : [])),
    partial: shares.flatMap(({ code, isPartial }) => (isPartial ? [code] : [])),
    ...marksOf(shares.map(({ marks }) => marks)),
  }
}

function shareOf(region: RolledRegion, rule: RollUpRule): Share | { code: string; lack: LackReason } {
  const { code, own } = region
  const below = own === undefined || own.value === null ? rollUpOf(region, rule) : null
  const value = own?.value != null ? toFraction(own.value) : below?.value
  if (value === undefined) return { code, lack: own?.missingReason ?? lackBelow(region, rule) }
  const figure: Marks = below ?? marksOf(own === undefined ? [] : [own])
  const isPartial = below !== null && !isComplete(below)
  if (rule === 'sum') return { code, value, weight: ZERO, isPartial, marks: figure }
  const weight = weightOf(region) ?? below?.weight
  if (weight === undefined) return { code, lack: 'no-weight' }
  const weighing = region.weight?.value != null ? [region.weight] : []
  return { code, value, weight, isPartial, marks: marksOf([figure, ...weighing]) }
}

/** Where figures are there below but nothing weighs them, that is why. */
function lackBelow({ children }: RolledRegion, rule: RollUpRule): LackReason {
  const hasFigure = (region: RolledRegion): boolean => region.own?.value != null || region.children.some(hasFigure)
  return rule === 'weighted-mean' && children.some(hasFigure) ? 'no-weight' : 'no-figure'
}

function weightOf({ weight }: RolledRegion): Fraction | undefined {
  if (weight === undefined || weight.value === null) return undefined
  const exact = toFraction(weight.value)
  return exact.lt(0) ? undefined : exact
}

const marksOf = (all: readonly Marks[]): Marks => ({
  provisional: all.some(({ provisional }) => provisional),
  breakBefore: all.some(({ breakBefore }) => breakBefore),
  sample: all.some(({ sample }) => sample),
})
