import type Fraction from 'fraction.js'
import { ONE, toFraction } from './decimal.ts'
import type { FigureText, Measured, MilestoneGoal } from './model.ts'
import type { Better, Comparator } from './words.ts'

/** The tolerance of 左右 where the milestone names none. Source: METHOD.md, "When a figure fulfils its milestone" */
export const DEFAULT_TOLERANCE = '0.05'

/** A milestone as the arithmetic takes it, in the indicator's own unit. */
export interface Goal {
  year: number
  better: Better
  comparator: Comparator
  /** T, where the path ends; of a range the less demanding end. */
  value: Fraction
  /** T as the plan's number was entered. */
  text: FigureText
  /** The value from which a figure fulfils: T, or for `about` T less the tolerance on the adverse side. */
  edge: Fraction
}

/**
 * The milestone in exact numbers, or undefined where the plan promises none. What is to be built is promised as 1.
 *
 * Source: METHOD.md, "When a figure fulfils its milestone"
 */
export function findGoal(milestone: MilestoneGoal, { kind, better }: Measured): Goal | undefined {
  const { year, comparator, value, valueHigh, tolerance } = milestone
  if (value === null) return undefined
  if (kind === 'done') return { year, better: 'higher', comparator: 'at-least', value: ONE, text: '1', edge: ONE }
  const text = comparator === 'between' && better === 'lower' ? (valueHigh ?? value) : value
  const end = toFraction(text)
  if (comparator !== 'about') return { year, better, comparator, value: end, text, edge: end }
  const slack = end.abs().mul(toFraction(tolerance ?? DEFAULT_TOLERANCE))
  const edge = better === 'higher' ? end.sub(slack) : end.add(slack)
  return { year, better, comparator, value: end, text, edge }
}

/** Whether `a` is strictly better than `b`; a standstill is not. */
export function isBetter(better: Better, a: Fraction, b: Fraction): boolean {
  return better === 'higher' ? a.gt(b) : a.lt(b)
}

/**
 * Whether a figure keeps the promise, whatever its year.
 *
 * `more-than` is strict in the better direction; a range stays fulfilled beyond its more demanding end.
 *
 * Source: METHOD.md, "When a figure fulfils its milestone"
 */
export function fulfils(goal: Goal, figure: Fraction): boolean {
  switch (goal.comparator) {
    case 'at-least':
      return figure.gte(goal.edge)
    case 'at-most':
      return figure.lte(goal.edge)
    case 'more-than':
      return isBetter(goal.better, figure, goal.edge)
    case 'about':
    case 'between':
      return !isBetter(goal.better, goal.edge, figure)
  }
}
