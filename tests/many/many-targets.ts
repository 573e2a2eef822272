import { plans as seededPlans } from '../../seeds/plans/index.ts'
import type { Indicator, Plan, Region } from '../../server/contract/reference.ts'
import type { Baseline, Milestone } from '../../server/domain/model.ts'
import type { TargetPromise } from '../../server/targets/rows.ts'
import { randomFrom } from '../proofs/random.ts'
import { chance, FIRST_YEAR, makeSeries, pick, type Series, textOf } from './many-series.ts'
import { PROVINCES } from './provinces.ts'

// A nation's worth of targets, for measuring: each province has two plans, with the indicators, sentences and promises of
// the five real ones, and with invented numbers. The same seed gives the same targets.

/** Everything that is recorded, in this order. */
export interface ManyTargets {
  regions: Region[]
  plans: Plan[]
  indicators: Indicator[]
  /** First revisions first. */
  promises: TargetPromise[]
  series: Series[]
}

const indicators = seededPlans.flatMap((seed) => seed.indicators)
const seededTargets = seededPlans.flatMap((seed) => seed.targets)

/** @param count of targets, at most 35 regions × 2 plans × 46 indicators */
export function makeManyTargets(count: number, seed: number): ManyTargets {
  const random = randomFrom(seed)
  const plans = PROVINCES.flatMap(plansOf)
  const waiting = plans.map((plan) => ({ plan, left: shuffled(random, indicators) }))
  const series = new Map<string, Series>()
  const promises: TargetPromise[] = []
  for (let turn = 0; promises.length < count; turn += 1) {
    const { plan, left } = waiting[turn % waiting.length] ?? { left: [] }
    const indicator = left.pop()
    if (plan === undefined || indicator === undefined) throw new RangeError(`${count} targets are too many`)
    const key = `${plan.regionCode}/${indicator.code}`
    const its = series.get(key) ?? makeSeries(random, plan.regionCode, indicator)
    series.set(key, its)
    promises.push(promiseOf(random, plan, its))
  }
  const revised = promises.filter(() => chance(random, 0.05)).map(lowered)
  return { regions: PROVINCES, plans, indicators, promises: [...promises, ...revised], series: [...series.values()] }
}

const plansOf = ({ code, nameZh, nameEn }: Region): Plan[] => {
  const common = { regionCode: code, documentNumber: null, issuerZh: `${nameZh}科学技术厅`, sourceFile: 'plan.txt' }
  return [
    {
      ...common,
      code: `plan-${code}-stip-145`,
      titleZh: `${nameZh}“十四五”科技创新规划`,
      titleEn: `14th Five-Year Plan of ${nameEn} for Science and Technology`,
      issuedYear: 2021,
      startYear: 2021,
      endYear: 2025,
    },
    {
      ...common,
      code: `plan-${code}-carbon`,
      titleZh: `科技支撑引领${nameZh}碳达峰碳中和实施方案`,
      titleEn: `Implementation Plan for Science and Technology to Support Carbon Peaking and Neutrality in ${nameEn}`,
      issuedYear: 2022,
      startYear: 2021,
      endYear: 2030,
    },
  ]
}

function promiseOf(random: () => number, plan: Plan, series: Series): TargetPromise {
  const { indicator, regionCode } = series
  const worded =
    seededTargets.find(({ indicatorCode }) => indicatorCode === indicator.code) ?? pick(random, seededTargets)
  const years = pick(random, [[2025], [2030], [2025, 2030], [2025, 2030]])
  const shape = shapeOf(random, series)
  return {
    id: `${plan.code}-${indicator.code}`,
    revision: 1,
    planCode: plan.code,
    regionCode,
    indicatorCode: indicator.code,
    ownerZh: chance(random, 0.4) ? pick(random, ['科技厅', '发展改革委', '工业和信息化厅', '生态环境厅']) : null,
    clause: worded.clause,
    quote: worded.quote,
    sourceFile: plan.sourceFile,
    conflicts: [],
    milestones: years.map((year) => milestoneOf(series, year, shape)),
    correction: null,
    sample: true,
  }
}

type Shape = Pick<Milestone, 'comparator' | 'tolerance' | 'baseline'>

/** What all milestones of a target have in common. */
function shapeOf(random: () => number, { indicator, start }: Series): Shape {
  const { kind, better } = indicator
  const usual = better === 'higher' ? 'at-least' : 'at-most'
  if (kind === 'done') return { comparator: 'at-least', tolerance: null, baseline: null }
  const isAbout = chance(random, 0.1)
  const comparator = isAbout ? 'about' : pick(random, [usual, usual, usual, usual, 'more-than', 'between'] as const)
  const baseline: Baseline =
    kind === 'cumulative' || kind === 'flow'
      ? { year: FIRST_YEAR, value: '0', basis: 'start-of-plan', quote: null, reason: null }
      : {
          year: FIRST_YEAR,
          value: kind === 'change' ? '0' : textOf(start, indicator),
          basis: 'printed',
          quote: '2020 年',
          reason: null,
        }
  return { comparator, tolerance: isAbout ? '0.05' : null, baseline: chance(random, 0.08) ? null : baseline }
}

function milestoneOf({ indicator, start, gain }: Series, year: number, shape: Shape): Milestone {
  const value = indicator.kind === 'done' ? 1 : start + (gain / 10) * (year - FIRST_YEAR)
  const step = Math.max(Math.abs(gain) / 10, 10 ** -indicator.decimals)
  return {
    year,
    ...shape,
    value: textOf(value, indicator),
    valueHigh: shape.comparator === 'between' ? textOf(value + step, indicator) : null,
    wordingZh: null,
    deadlineBasis: 'printed',
  }
}

/** The promise is taken back a little: a later deadline. */
const lowered = (promise: TargetPromise): TargetPromise => ({
  ...promise,
  revision: 2,
  milestones: promise.milestones.map((milestone, at, all) =>
    at === all.length - 1 ? { ...milestone, year: milestone.year + 1 } : milestone,
  ),
  correction: { code: 'source-revised', reason: '规划中期调整（示例）' },
})

function shuffled<Item>(random: () => number, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
