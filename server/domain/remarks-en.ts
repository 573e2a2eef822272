import type Fraction from 'fraction.js'
import type { Findings } from './findings.ts'
import { tellShare, toDistance, yearBefore } from './telling.ts'
import { BASELINE_BASIS_LABELS, PROJECTION_REFUSAL_LABELS } from './detail-labels.ts'
import { FLAG_LABELS, STATUS_LABELS } from './labels.ts'
import { amountEn, distanceEn, listEn, promiseEn } from './phrases-en.ts'
import { isProgress, LAST_YEAR } from './pace.ts'
import type { Judgement } from './status.ts'
import type { Flag } from './words.ts'

/** What is still to go, how fast it went, and when that leads there; nothing where the promise is kept. */
export function paceEn({ judgement, pace }: Findings): string[] {
  const { goal, judged, fulfilled, input } = judgement
  if (!goal || !judged || !pace.gap || fulfilled) return []
  const isAt = pace.gap.equals(0)
  const distance = distanceEn(toDistance(judgement, pace.gap), input.indicator)
  const parts = [isAt ? `Exactly at ${goal.text}, which has to be exceeded` : `Still to go: ${distance}`]
  if (pace.requiredPerYear && !isAt) {
    const years = goal.year - judged.year
    const rest = years === 1 ? 'in the last year' : `a year in the ${years} years left`
    parts.push(`${movementEn(judgement, pace.requiredPerYear)} ${rest}`)
  }
  if (pace.recentPerYear) {
    const still = pace.recentPerYear.equals(0)
    parts.push(still ? 'no change in recent years' : `recently ${movementEn(judgement, pace.recentPerYear)} a year`)
  }
  if (pace.projectedYear) {
    parts.push(`at that pace ${goal.comparator === 'more-than' ? 'passed' : 'reached'} in ${pace.projectedYear}`)
  } else if (pace.projectionRefused) {
    parts.push(`no year is projected (${PROJECTION_REFUSAL_LABELS[pace.projectionRefused].en})`)
  } else {
    const isSlow = pace.recentPerYear && isProgress(goal, pace.recentPerYear)
    parts.push(isSlow ? `at that pace not before ${LAST_YEAR}` : 'at that pace never reached')
  }
  return [parts.join('; ')]
}

/** a rise of 5 enterprises, 3 new projects: the direction is told by the word alone. */
function movementEn(judgement: Judgement, perYear: Fraction): string {
  const { indicator } = judgement.input
  const distance = distanceEn(toDistance(judgement, perYear), indicator)
  if (indicator.kind === 'flow') return perYear.lt(0) ? `${distance} lost` : `${distance} new`
  return `a ${perYear.lt(0) ? 'fall' : 'rise'} of ${distance}`
}

/** What must be said beside the status, flag by flag. */
export function notesEn(findings: Findings): string[] {
  return findings.flags.map((flag) => {
    const label = FLAG_LABELS[flag].en
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${NOTES[flag](findings)}`
  })
}

const NOTES: Record<Flag, (findings: Findings) => string> = {
  'met-then-lost': () => 'an earlier figure fulfilled the milestone, the latest does not',
  slipping: ({ judgement }) => `worse than in ${yearBefore(judgement)}`,
  'awaiting-final': ({ judgement: { input, status } }) =>
    `${input.promised.milestone.year} has ended, and its figure is not approved yet${status === 'not-assessable' ? '' : '; this is not the last word'}`,
  outdated: ({ judgement: { series } }) => `the latest figure is still that of ${series.latestYear}`,
  provisional: () => 'it rests on a provisional figure and may change with the final one',
  'assumed-baseline': ({ judgement: { input } }) => {
    const basis = input.promised.milestone.baseline?.basis
    return `the plan prints none${basis ? `; this one: ${BASELINE_BASIS_LABELS[basis].en}` : ''}`
  },
  'incomplete-years': ({ judgement: { series } }) =>
    `there is no figure for ${listEn(series.missingYears)}, and the sum is without`,
  'methods-disagree': ({ second }) =>
    second
      ? `by the growth rate R ≈ ${tellShare(second.ratio).text}, which would be ${STATUS_LABELS[second.status].en.toLowerCase()}`
      : '',
  'target-revised': ({ judgement: { input }, originalStatus }) => {
    const first = input.original?.milestone
    if (!first || !originalStatus) return ''
    const { baseline } = first
    const { indicator } = input
    const value = indicator.kind === 'change' ? '' : `: ${amountEn(baseline?.value ?? '', indicator)}`
    const from = baseline ? ` (baseline ${baseline.year}${value})` : ' (no baseline printed)'
    const promise = `${promiseEn(first, baseline, indicator)}${indicator.kind === 'done' ? '' : from}`
    return `at first ${promise}, which would be ${STATUS_LABELS[originalStatus].en.toLowerCase()}`
  },
}
