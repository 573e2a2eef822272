import { keyOf, type ListedProgress, type Row, type YearStanding } from '../../client/pages/compare/rows.ts'
import type { ListedTarget } from '../../server/contract/listed-target.ts'

/** A year with nothing remarkable about it, changed where a test needs it. */
export const aYear = (year: number, changes: Partial<YearStanding> = {}): YearStanding => ({
  year,
  value: '60',
  derived: false,
  provisional: false,
  status: 'behind',
  reason: null,
  expected: '80',
  coveredShare: 0.5,
  pathShare: 0.75,
  ...changes,
})

export const aListedProgress = (changes: Partial<ListedProgress> = {}): ListedProgress => ({
  milestoneYear: 2025,
  status: 'behind',
  reason: null,
  flags: [],
  expected: '80',
  coveredShare: 0.5,
  pathShare: 0.75,
  gap: '40',
  requiredPerYear: null,
  recentPerYear: null,
  projectedYear: null,
  baseline: { year: 2020, value: '20' },
  milestone: { comparator: 'at-least', value: '100', valueHigh: null, wordingZh: null },
  latest: { year: 2024, value: '60', derived: false },
  ...changes,
})

const INDICATOR: ListedTarget['indicator'] = {
  shortNameZh: '重点实验室',
  shortNameEn: 'Key laboratories',
  unitZh: '家',
  unitEn: 'laboratories',
  kind: 'level',
  better: 'higher',
  decimals: 0,
  theme: 'platforms',
}

export const aListedTarget = (
  id: string,
  changes: Partial<Omit<ListedTarget, 'indicator'>> & { indicator?: Partial<ListedTarget['indicator']> } = {},
): ListedTarget => ({
  id,
  planCode: 'plan-a',
  regionCode: '63',
  indicatorCode: 'laboratories',
  ownerZh: null,
  sample: false,
  nextMilestoneYear: 2025,
  progress: [aListedProgress()],
  ...changes,
  indicator: { ...INDICATOR, ...changes.indicator },
})

export const aRow = (
  progress: Partial<ListedProgress> = {},
  years: readonly YearStanding[] = [],
  indicator: Partial<ListedTarget['indicator']> = {},
): Row => {
  const target = aListedTarget('t', { progress: [aListedProgress(progress)], indicator })
  const [one = aListedProgress()] = target.progress
  return { key: keyOf('t', one.milestoneYear), target, progress: one, years }
}
