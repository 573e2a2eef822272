import type { Findings } from './findings.ts'
import { toVisible, yearBefore } from './telling.ts'
import { isNewBreak } from './breaks.ts'
import { chainFormula, comparison, edgeOf, pathFormulas, type Signs, sumFormula } from './formulas.ts'
import type { Goal } from './goal.ts'
import { BASELINE_BASIS_LABELS } from './detail-labels.ts'
import { STATUS_LABELS } from './labels.ts'
import type { PathStatus } from './path.ts'
import { amountZh, promiseZh, yearsZh } from './phrases-zh.ts'
import { notesZh, paceZh } from './remarks-zh.ts'
import type { Point } from './points.ts'
import type { Judgement } from './status.ts'
import { isDecided, type Status } from './words.ts'

const SIGNS: Signs = { brackets: ['（', '）'], below: '（略低于）', above: '（略高于）' }

/** Between which shares a status lies. */
const SHARE_WORDS: Record<PathStatus, string> = {
  'on-track': '不低于 0.95',
  behind: '不低于 0.60、低于 0.95',
  'far-behind': '低于 0.60',
  'moving-away': '低于 0',
}

const labelOf = (status: Status) => STATUS_LABELS[status]['zh-CN']

/**
 * The judgement of a milestone in Chinese: what was promised, the arithmetic that a reader can follow with a pocket
 * calculator, what is still to go, and what must be said beside it.
 *
 * Source: METHOD.md, "The explanation"
 */
export function explainZh(findings: Findings): string {
  const { judgement } = findings
  const sentences = [promisedZh(judgement), judgedZh(judgement), ...paceZh(findings), ...notesZh(findings)]
  // A full-width bracket brings its own space.
  return sentences.map((sentence) => `${sentence.replace(/ ?([（）]) ?/g, '$1')}。`).join('')
}

function promisedZh({ input }: Judgement): string {
  const { promised, indicator } = input
  const { baseline } = promised.milestone
  const promise = `目标：${promiseZh(promised.milestone, baseline, indicator)}`
  if (indicator.kind === 'done') return promise
  if (!baseline) return `${promise}；基期未载明`
  const value = indicator.kind === 'change' ? '' : `为 ${amountZh(baseline.value, indicator)}`
  return `${promise}；基期 ${baseline.year} 年${value}（${BASELINE_BASIS_LABELS[baseline.basis]['zh-CN']}）`
}

function judgedZh(judgement: Judgement): string {
  const { goal, judged } = judgement
  if (!goal || !judged) return unjudgedZh(judgement)
  if (judgement.input.indicator.kind === 'done') return builtZh(judgement, goal, judged)
  return `${pointZh(judgement, goal, judged)}；${verdictZh(judgement, goal, judged)}`
}

function unjudgedZh({ input, status, reason, start, series }: Judgement): string {
  const { year, wordingZh } = input.promised.milestone
  const label = labelOf(status)
  switch (reason) {
    case 'not-quantified':
      return `目标${wordingZh ? `（“${wordingZh}”）` : ''}没有给出数值，${label}`
    case 'definition-changed': {
      const breaks = series.compared.filter((figure) => isNewBreak(figure, input.promised.baselineSeq))
      const from = breaks.map((figure) => figure.year).join('、')
      return `${from} 年起口径变更，与基期不可比，须先有同口径的基期，${label}`
    }
    case 'no-baseline':
      return `没有基期，${input.indicator.kind === 'flow' ? '当年新增无从累加' : '变化率无从推算'}，${label}`
    case 'broken-chain': {
      const missing = series.missingYears.join('、')
      return `最新数据为 ${series.latestYear} 年，但缺 ${missing} 年比上年的变化，推算不出比 ${start?.year} 年的变化，也不以更早年份代替，${label}`
    }
    default: {
      const years = start && start.year < year ? yearsZh(start.year + 1, year) : `${year} 年及以前`
      return `${years}尚无审核通过的数据，${label}`
    }
  }
}

function builtZh({ status }: Judgement, goal: Goal, judged: Point): string {
  const label = labelOf(status)
  if (status === 'achieved') return `${judged.year} 年已建成，${label}`
  if (status === 'missed') return `${goal.year} 年已结束，仍未建成，${label}`
  return `截至 ${judged.year} 年尚未建成，期限 ${goal.year} 年尚无最后认定，暂列${label}`
}

/** What the latest point is, and how it comes about. */
function pointZh(judgement: Judgement, goal: Goal, judged: Point): string {
  const { series, start, input } = judgement
  const { indicator } = input
  const { year } = judged
  if (indicator.kind === 'flow' && start) {
    const sum = sumFormula(judgement, goal, judged, SIGNS)
    return `基期加 ${yearsZh(start.year + 1, year)}新增：${sum}`
  }
  const amount = amountZh(series.entered ?? toVisible(judged.value, indicator.decimals), indicator)
  if (indicator.kind === 'cumulative') return `截至 ${year} 年累计 ${amount}`
  if (indicator.kind !== 'change') return `${year} 年为 ${amount}`
  const chain = series.entered === undefined ? `（${chainFormula(judgement, goal, judged)}）` : ''
  return `${year} 年比 ${start?.year} 年${amount}${chain}`
}

function verdictZh(judgement: Judgement, goal: Goal, judged: Point): string {
  const { status, fulfilled, hold, start, expected, share, input } = judgement
  const label = labelOf(status)
  if (start && !hold && expected && share && !isDecided(status)) {
    const path = pathFormulas({ ...judgement, expected, share }, goal, judged, SIGNS)
    return `序时目标 ${path.expected}；序时完成率 ${path.share}，${SHARE_WORDS[status as PathStatus]}，${label}`
  }
  const rule = hold ? '目标值不超出基期水平，要求保持：' : ''
  const slack = goal.comparator === 'about' ? `计入容许偏差，以 ${edgeOf(goal)} 为界：` : ''
  const compared = `${rule}${slack}${comparison(judgement, goal, judged, SIGNS)}`
  if (status === 'missed') return `${goal.year} 年已结束，${compared}，未达标，${label}`
  if (status === 'achieved') {
    const isEarly = judged.year < goal.year && input.nowYear <= goal.year
    return `${compared}，已达标，${label}${isEarly ? `；期限 ${goal.year} 年的数据尚未到，届时再作认定` : ''}`
  }
  if (!start) return `${compared}，尚未达标，没有基期，算不出序时进度，${label}`
  if (fulfilled) return `${compared}，仍在目标以内，${label}`
  const trend = status === 'behind' ? '有所改善' : '没有改善'
  return `${compared}，已在目标以外，比 ${yearBefore(judgement)} 年${trend}，${label}`
}
