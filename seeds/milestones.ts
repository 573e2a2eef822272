import type { Baseline, Milestone } from '../server/domain/model.ts'

/** What is new since a plan began is counted from nothing: from the year before its printed period, else its year of issue. */
export function startOfPlan(year: number): Baseline {
  return { year, value: '0', basis: 'start-of-plan', quote: null, reason: null }
}

/** A baseline in the plan's own words. For kind `change` its value is "0": nothing had changed in the base year. */
export function printedBaseline(year: number, value: string, quote: string): Baseline {
  return { year, value, basis: 'printed', quote, reason: null }
}

type Given = Pick<Milestone, 'year' | 'comparator' | 'value' | 'deadlineBasis' | 'baseline'>

/** What a plan promises for the end of a year; what is not given was not printed. */
export function milestone(given: Given & Partial<Milestone>): Milestone {
  return { valueHigh: null, tolerance: null, wordingZh: null, ...given }
}
