import { toFraction } from './decimal.ts'
import type { Milestone } from './model.ts'
import type { Better, Kind } from './words.ts'

/** What a target cannot promise. */
export const PROMISE_FLAWS = [
  'milestone-year-twice',
  'comparator-and-direction',
  'range-needs-both-ends',
  'range-upside-down',
  'tolerance-needs-about',
  'tolerance-out-of-range',
  'done-promises-one',
  'baseline-not-before',
  'change-starts-at-zero',
  'start-of-plan-is-zero',
  'printed-needs-quote',
  'adopted-needs-reason',
  'one-start-for-totals',
] as const
export type PromiseFlaw = (typeof PROMISE_FLAWS)[number]

/** A flaw and the field that has it, as a path from the target: `milestones.0.baseline.quote`. */
export interface FlawedField {
  path: string
  code: PromiseFlaw
}

/**
 * Everything that is wrong with the milestones of a target; the database refuses the same.
 *
 * Source: METHOD.md, "What a target promises"
 */
export function flawsOf(milestones: readonly Milestone[], kind: Kind, better: Better): FlawedField[] {
  const years = milestones.map(({ year }) => year)
  const flaws = milestones.flatMap((milestone, index) =>
    [
      ...(years.indexOf(milestone.year) < index ? [{ path: 'year', code: 'milestone-year-twice' as const }] : []),
      ...flawsOfGoal(milestone, kind, better),
      ...flawsOfBaseline(milestone, kind),
    ].map(({ path, code }) => ({ path: `milestones.${index}.${path}`, code })),
  )
  const starts = new Set(
    milestones.map(({ baseline }) => baseline && `${baseline.year}/${toFraction(baseline.value).toFraction()}`),
  )
  return kind === 'cumulative' && starts.size > 1
    ? [...flaws, { path: 'milestones', code: 'one-start-for-totals' }]
    : flaws
}

function flawsOfGoal(milestone: Milestone, kind: Kind, better: Better): FlawedField[] {
  const { comparator, value, valueHigh, tolerance } = milestone
  const flaws: FlawedField[] = []
  const isAgainst =
    (comparator === 'at-least' && better === 'lower') || (comparator === 'at-most' && better === 'higher')
  if (isAgainst) flaws.push({ path: 'comparator', code: 'comparator-and-direction' })
  if (comparator === 'between' && (value === null || valueHigh === null)) {
    flaws.push({ path: 'valueHigh', code: 'range-needs-both-ends' })
  }
  if (comparator !== 'between' && valueHigh !== null) flaws.push({ path: 'valueHigh', code: 'range-needs-both-ends' })
  if (value !== null && valueHigh !== null && !toFraction(valueHigh).gt(toFraction(value))) {
    flaws.push({ path: 'valueHigh', code: 'range-upside-down' })
  }
  if ((comparator === 'about') !== (tolerance !== null) || (comparator === 'about' && value === null)) {
    flaws.push({ path: 'tolerance', code: 'tolerance-needs-about' })
  }
  if (tolerance !== null && (toFraction(tolerance).lt(0) || toFraction(tolerance).gt(1))) {
    flaws.push({ path: 'tolerance', code: 'tolerance-out-of-range' })
  }
  if (kind === 'done' && (comparator !== 'at-least' || value !== '1')) {
    flaws.push({ path: 'value', code: 'done-promises-one' })
  }
  return flaws
}

function flawsOfBaseline({ year, baseline }: Milestone, kind: Kind): FlawedField[] {
  if (baseline === null) return []
  const flaws: FlawedField[] = []
  const isZero = baseline.value === '0'
  if (baseline.year >= year) flaws.push({ path: 'baseline.year', code: 'baseline-not-before' })
  if (kind === 'change' && !isZero) flaws.push({ path: 'baseline.value', code: 'change-starts-at-zero' })
  if (baseline.basis === 'start-of-plan' && !isZero) {
    flaws.push({ path: 'baseline.value', code: 'start-of-plan-is-zero' })
  }
  if ((baseline.basis === 'printed') !== (baseline.quote !== null)) {
    flaws.push({ path: 'baseline.quote', code: 'printed-needs-quote' })
  }
  if ((baseline.basis === 'adopted') !== (baseline.reason !== null)) {
    flaws.push({ path: 'baseline.reason', code: 'adopted-needs-reason' })
  }
  return flaws
}
