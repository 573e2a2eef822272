import type Fraction from 'fraction.js'
import type { Findings } from './findings.ts'
import { tellShare, toDistance, yearBefore } from './telling.ts'
import { BASELINE_BASIS_LABELS, PROJECTION_REFUSAL_LABELS } from './detail-labels.ts'
import { FLAG_LABELS, STATUS_LABELS } from './labels.ts'
import { amountZh, distanceZh, promiseZh } from './phrases-zh.ts'
import { isProgress, LAST_YEAR } from './pace.ts'
import type { Judgement } from './status.ts'
import type { Flag, Kind } from './words.ts'

/** What is still to go, how fast it went, and when that leads there; nothing where the promise is kept. */
export function paceZh({ judgement, pace }: Findings): string[] {
  const { goal, judged, fulfilled, input } = judgement
  if (!goal || !judged || !pace.gap || fulfilled) return []
  const { indicator } = input
  const distance = (difference: Fraction) => distanceZh(toDistance(judgement, difference), indicator)
  const isAt = pace.gap.equals(0)
  const parts = [isAt ? `正好是目标值 ${goal.text}，须超过才算达标` : `距目标还差 ${distance(pace.gap)}`]
  if (pace.requiredPerYear && !isAt) {
    const years = goal.year - judged.year
    parts.push(
      `${years === 1 ? '最后一年' : `余下 ${years} 年平均每年`}需${movementZh(judgement, pace.requiredPerYear)}`,
    )
  }
  if (pace.recentPerYear) {
    const still = pace.recentPerYear.equals(0)
    parts.push(still ? '近年没有变化' : `近年平均每年${movementZh(judgement, pace.recentPerYear)}`)
  }
  if (pace.projectedYear) {
    parts.push(`照此速度 ${pace.projectedYear} 年可${goal.comparator === 'more-than' ? '超过' : '达到'}目标值`)
  } else if (pace.projectionRefused) {
    const why = PROJECTION_REFUSAL_LABELS[pace.projectionRefused]['zh-CN']
    parts.push(`${why}，不推算达到年份`)
  } else {
    const isSlow = pace.recentPerYear && isProgress(goal, pace.recentPerYear)
    parts.push(isSlow ? `照此速度 ${LAST_YEAR} 年前达不到目标值` : '照此速度无法达到')
  }
  return [parts.join('，')]
}

const VERBS: Partial<Record<Kind, [string, string]>> = { flow: ['新增', '净减少'], change: ['上升', '下降'] }

/** 增加 5 家, 下降 2 个百分点, 新增 3 项: the direction is told by the verb alone. */
function movementZh(judgement: Judgement, perYear: Fraction): string {
  const { indicator } = judgement.input
  const [up, down] = VERBS[indicator.kind] ?? ['增加', '减少']
  return `${perYear.lt(0) ? down : up} ${distanceZh(toDistance(judgement, perYear), indicator)}`
}

/** What must be said beside the status, flag by flag. */
export function notesZh(findings: Findings): string[] {
  return findings.flags.map((flag) => `${FLAG_LABELS[flag]['zh-CN']}：${NOTES[flag](findings)}`)
}

const NOTES: Record<Flag, (findings: Findings) => string> = {
  'met-then-lost': () => '此前年份的数据曾达标，最新数据不再达标',
  slipping: ({ judgement }) => `不如 ${yearBefore(judgement)} 年`,
  'awaiting-final': ({ judgement: { input, status } }) =>
    `${input.promised.milestone.year} 年已结束，该年数据尚未审核通过${status === 'not-assessable' ? '' : '，以上并非最后认定'}`,
  outdated: ({ judgement: { series } }) => `最新数据仍为 ${series.latestYear} 年的`,
  provisional: () => '所据数据有初步数，结论可能随最终数改变',
  'assumed-baseline': ({ judgement: { input } }) => {
    const basis = input.promised.milestone.baseline?.basis
    return `基期并非原文载明${basis ? `，而是${BASELINE_BASIS_LABELS[basis]['zh-CN']}` : ''}`
  },
  'incomplete-years': ({ judgement: { series } }) => `缺 ${series.missingYears.join('、')} 年数据，未计入合计`,
  'methods-disagree': ({ second }) =>
    second ? `按增长率法 R ≈ ${tellShare(second.ratio).text}，应为${STATUS_LABELS[second.status]['zh-CN']}` : '',
  'target-revised': ({ judgement: { input }, originalStatus }) => {
    const first = input.original?.milestone
    if (!first || !originalStatus) return ''
    const { baseline } = first
    const { indicator } = input
    const value = indicator.kind === 'change' ? '' : `为 ${amountZh(baseline?.value ?? '', indicator)}`
    const from = baseline ? `，基期 ${baseline.year} 年${value}` : '，基期未载明'
    const promise = promiseZh(first, baseline, indicator)
    return `最初为 ${promise}${indicator.kind === 'done' ? '' : from}，按最初目标为${STATUS_LABELS[originalStatus]['zh-CN']}`
  },
}
