import type { ReviewItem } from '../../../server/contract/review.ts'
import { checkFigure } from '../../../server/domain/checks/checks.ts'
import { type Finding, tellFinding } from '../../../server/domain/checks/telling.ts'
import type { Language } from '../../../server/domain/labels.ts'

/** What the checks raise on a submitted figure today, beside what is approved today. */
export const findingsOf = (
  { indicator, observation, approved, earlier }: Pick<ReviewItem, 'indicator' | 'observation' | 'approved' | 'earlier'>,
  nowYear: number,
): Finding[] =>
  checkFigure({
    indicator,
    figure: observation,
    others: earlier.flatMap(({ year, measure, value, breakBefore }) =>
      value === null ? [] : [{ year, measure, value, breakBefore }],
    ),
    replaced: approved?.value ?? null,
    nowYear,
  })

/**
 * How the checks left a figure: nothing raised; asked and explained by its note; asked without a note, or against what
 * is approved — both only where something was approved after it was submitted.
 */
export type Verdict = 'clear' | 'explained' | 'open' | 'against'

export function verdictOf(findings: readonly Pick<Finding, 'severity'>[], note: string | null): Verdict {
  if (findings.length === 0) return 'clear'
  if (findings.some(({ severity }) => severity !== 'asked')) return 'against'
  return note === null ? 'open' : 'explained'
}

/** Earlier revisions that came back, the last first, with what was said. */
export const returnsOf = ({ revisions }: Pick<ReviewItem, 'revisions'>) =>
  revisions.flatMap(({ steps }) => steps.filter(({ step }) => step === 'returned')).toReversed()

/** The how-manieth submission this is: what was submitted before and approved belongs to an older story. */
export function submissionOf({ revisions }: Pick<ReviewItem, 'revisions'>): number {
  const sinceApproval = revisions.slice(revisions.findLastIndex(({ state }) => state === 'approved') + 1)
  return sinceApproval.filter(({ steps }) => steps.some(({ step }) => step === 'returned')).length + 1
}

/** What a check found, without what it asks of the reporter: its first sentence. */
export function statedFinding(finding: Finding, language: Language): string {
  const told = tellFinding(finding, language)
  return /^.*?(。|[.?](?= |$))/u.exec(told)?.[0] ?? told
}
