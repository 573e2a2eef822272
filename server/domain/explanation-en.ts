import type { Findings } from './findings.ts'
import { toVisible, yearBefore } from './telling.ts'
import { isNewBreak } from './breaks.ts'
import { chainFormula, comparison, edgeOf, pathFormulas, type Signs, sumFormula } from './formulas.ts'
import type { Goal } from './goal.ts'
import { BASELINE_BASIS_LABELS } from './detail-labels.ts'
import { STATUS_LABELS } from './labels.ts'
import type { PathStatus } from './path.ts'
import { amountEn, listEn, promiseEn, yearsEn } from './phrases-en.ts'
import { notesEn, paceEn } from './remarks-en.ts'
import type { Point } from './points.ts'
import type { Judgement } from './status.ts'
import { isDecided, type Status } from './words.ts'

const SIGNS: Signs = { brackets: ['(', ')'], below: ' (just below)', above: ' (just above)' }

/** Between which shares a status lies. */
const SHARE_WORDS: Record<PathStatus, string> = {
  'on-track': 'at least 0.95',
  behind: 'at least 0.60, below 0.95',
  'far-behind': 'below 0.60',
  'moving-away': 'below 0',
}

const labelOf = (status: Status) => STATUS_LABELS[status].en.toLowerCase()

/**
 * The judgement of a milestone in English; sentence by sentence what `explainZh` says.
 *
 * Source: METHOD.md, "The explanation"
 */
export function explainEn(findings: Findings): string {
  const { judgement } = findings
  const sentences = [promisedEn(judgement), judgedEn(judgement), ...paceEn(findings), ...notesEn(findings)]
  return sentences.map((sentence) => `${sentence}.`).join(' ')
}

function promisedEn({ input }: Judgement): string {
  const { promised, indicator } = input
  const { baseline } = promised.milestone
  const promise = `Promised: ${promiseEn(promised.milestone, baseline, indicator)}`
  if (indicator.kind === 'done') return promise
  if (!baseline) return `${promise}; no baseline printed`
  const value = indicator.kind === 'change' ? '' : `: ${amountEn(baseline.value, indicator)}`
  return `${promise}; baseline ${baseline.year}${value} (${BASELINE_BASIS_LABELS[baseline.basis].en})`
}

function judgedEn(judgement: Judgement): string {
  const { goal, judged } = judgement
  if (!goal || !judged) return unjudgedEn(judgement)
  if (judgement.input.indicator.kind === 'done') return builtEn(judgement, goal, judged)
  return `${pointEn(judgement, goal, judged)}; ${verdictEn(judgement, goal, judged)}`
}

function unjudgedEn({ input, status, reason, start, series }: Judgement): string {
  const { year } = input.promised.milestone
  const label = labelOf(status)
  switch (reason) {
    case 'not-quantified':
      return `The milestone names no number: ${label}`
    case 'definition-changed': {
      const breaks = series.compared.filter((figure) => isNewBreak(figure, input.promised.baselineSeq))
      const from = listEn(breaks.map((figure) => figure.year))
      return `From ${from} on the definition is another, and the baseline cannot be compared until it is restated: ${label}`
    }
    case 'no-baseline':
      return `Without a baseline ${input.indicator.kind === 'flow' ? 'there is nothing to add to' : 'no change can be derived'}: ${label}`
    case 'broken-chain': {
      const missing = listEn(series.missingYears)
      return `The latest figure is of ${series.latestYear}, but without the change of ${missing} on the year before the change from ${start?.year} cannot be derived, and no earlier year takes its place: ${label}`
    }
    default: {
      const years = start && start.year < year ? `for ${yearsEn(start.year + 1, year)}` : `up to ${year}`
      return `No approved figure ${years} yet: ${label}`
    }
  }
}

function builtEn({ status }: Judgement, goal: Goal, judged: Point): string {
  const label = labelOf(status)
  if (status === 'achieved') return `Built by the end of ${judged.year}: ${label}`
  if (status === 'missed') return `${goal.year} has ended, and it is not built: ${label}`
  return `Not built by the end of ${judged.year}, and the deadline ${goal.year} is not decided yet: ${label} until then`
}

/** What the latest point is, and how it comes about. */
function pointEn(judgement: Judgement, goal: Goal, judged: Point): string {
  const { series, start, input } = judgement
  const { indicator } = input
  const { year } = judged
  if (indicator.kind === 'flow' && start) {
    const sum = sumFormula(judgement, goal, judged, SIGNS)
    return `Baseline and what was new in ${yearsEn(start.year + 1, year)}: ${sum}`
  }
  const amount = amountEn(series.entered ?? toVisible(judged.value, indicator.decimals), indicator)
  if (indicator.kind === 'cumulative') return `By the end of ${year} the total was ${amount}`
  if (indicator.kind !== 'change') return `In ${year} it was ${amount}`
  const chain = series.entered === undefined ? ` (${chainFormula(judgement, goal, judged)})` : ''
  return `From ${start?.year} to ${year} there was ${amount}${chain}`
}

function verdictEn(judgement: Judgement, goal: Goal, judged: Point): string {
  const { status, fulfilled, hold, start, expected, share, input } = judgement
  const label = labelOf(status)
  if (start && !hold && expected && share && !isDecided(status)) {
    const path = pathFormulas({ ...judgement, expected, share }, goal, judged, SIGNS)
    return `expected value ${path.expected}; path share ${path.share}, ${SHARE_WORDS[status as PathStatus]}: ${label}`
  }
  const rule = hold ? 'it asks for no more than the baseline, so that has to be held: ' : ''
  const slack = goal.comparator === 'about' ? `with the tolerance the edge is ${edgeOf(goal)}: ` : ''
  const compared = `${rule}${slack}${comparison(judgement, goal, judged, SIGNS)}`
  if (status === 'missed') return `${goal.year} has ended, ${compared}, not fulfilled: ${label}`
  if (status === 'achieved') {
    const isEarly = judged.year < goal.year && input.nowYear <= goal.year
    return `${compared}, fulfilled: ${label}${isEarly ? `; the figure of ${goal.year}, which decides, is not in yet` : ''}`
  }
  if (!start) return `${compared}, not fulfilled yet, and without a baseline there is no path: ${label}`
  if (fulfilled) return `${compared}, held so far: ${label}`
  const trend = status === 'behind' ? 'better' : 'no better'
  return `${compared}, not held, and ${trend} than in ${yearBefore(judgement)}: ${label}`
}
