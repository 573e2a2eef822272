import type { Plan, Region } from '../../../server/contract/reference.ts'
import type { Baseline, Milestone } from '../../../server/domain/model.ts'
import type { TargetPromise } from '../../../server/targets/rows.ts'
import { draw, perMille, pickBy } from './draw.ts'
import { BASE_YEAR, type Series, toText, valueOf } from './values.ts'

// One target of each organisation, in the plan of its province.

const YEARS = 200
const FACTOR = 201
const SHAPE = 202
const BASELINE = 203
const OWNER = 204
const REVISED = 205

/** The plan in which a province breaks its targets down to what lies below it. */
export const planOf = ({ code, nameZh, nameEn }: Region): Plan => ({
  code: `plan-${code}-breakdown`,
  titleZh: `${nameZh}科技创新指标分解方案`,
  titleEn: `Breakdown of the Innovation Targets of ${nameEn}`,
  documentNumber: null,
  issuerZh: `${nameZh}科学技术厅`,
  regionCode: code,
  issuedYear: 2022,
  startYear: 2021,
  endYear: 2030,
  sourceFile: 'plan.txt',
})

/** What an organisation promises of one of its series. */
export function promiseOf(series: Series, region: Region): TargetPromise {
  const { seed, number, indicator } = series
  const planCode = `plan-${region.code.slice(0, 2)}-breakdown`
  const years = pickBy(draw(seed, number, YEARS), [[2025], [2030], [2025, 2030], [2025, 2030]])
  const milestones = years.map((year) => milestoneOf(series, year))
  const goals = milestones.map(
    ({ year, value }) => `到${year}年${value === '1' ? '建成' : `达到${value}${indicator.unitZh}`}`,
  )
  return {
    id: `${region.code}-${indicator.code}`,
    revision: 1,
    planCode,
    regionCode: region.code,
    indicatorCode: indicator.code,
    ownerZh: perMille(draw(seed, number, OWNER), 400) ? '科技局' : null,
    clause: '二、主要目标',
    quote: `${region.nameZh}${indicator.nameZh}${goals.join('，')}。`,
    sourceFile: 'plan.txt',
    conflicts: [],
    milestones,
    correction: null,
    sample: true,
  }
}

/** One in twenty gets a year more for its last milestone; undefined of the others. */
export function revisedPromise(promise: TargetPromise, { seed, number }: Series): TargetPromise | undefined {
  if (!perMille(draw(seed, number, REVISED), 50)) return undefined
  const milestones = promise.milestones.map((milestone, at, all) =>
    at === all.length - 1 ? { ...milestone, year: milestone.year + 1 } : milestone,
  )
  return { ...promise, revision: 2, milestones, correction: { code: 'source-revised', reason: '规划中期调整' } }
}

function milestoneOf(series: Series, year: number): Milestone {
  const { seed, number, indicator } = series
  const [start, gain] = promisedBy(series, year)
  const drawn = draw(seed, number, SHAPE)
  const usual = indicator.better === 'higher' ? 'at-least' : 'at-most'
  const isDone = indicator.kind === 'done'
  const comparator = isDone
    ? usual
    : pickBy(drawn, [usual, usual, usual, usual, usual, 'more-than', 'between', 'about'] as const)
  const value = isDone ? '1' : toText(start + gain, indicator)
  const step = Math.max(Math.abs(gain) / 10, 10 ** -indicator.decimals)
  return {
    year,
    comparator,
    value,
    valueHigh: comparator === 'between' ? toText(start + gain + step, indicator) : null,
    tolerance: comparator === 'about' ? '0.05' : null,
    wordingZh: null,
    deadlineBasis: 'printed',
    baseline: isDone || perMille(draw(seed, number, BASELINE), 80) ? null : baselineOf(series, start),
  }
}

/** The value of the baseline and what is to be gained until a year: sometimes less than what comes about, mostly more. */
function promisedBy(series: Series, year: number): [start: number, gain: number] {
  const { seed, number, indicator } = series
  const { kind, better } = indicator
  const factor = 0.5 + draw(seed, number, FACTOR) * 1.6
  const years = year - BASE_YEAR
  const start = Number(valueOf(series, BASE_YEAR, false))
  const sign = better === 'higher' ? 1 : -1
  if (kind === 'change') return [0, sign * years * 2 * factor]
  if (kind === 'flow') return [0, Math.max(1, Math.round(start * years * factor))]
  const perYear = kind === 'cumulative' ? Math.max(1, start / 9) : Math.max(start * 0.02, 0.1)
  return [start, kind === 'cumulative' ? Math.round(perYear * years * factor) : sign * perYear * years * factor]
}

function baselineOf({ indicator }: Series, start: number): Baseline {
  const { kind } = indicator
  if (kind === 'flow') return { year: BASE_YEAR, value: '0', basis: 'start-of-plan', quote: null, reason: null }
  const value = kind === 'change' ? '0' : toText(start, indicator)
  return { year: BASE_YEAR, value, basis: 'printed', quote: `${BASE_YEAR}年`, reason: null }
}
