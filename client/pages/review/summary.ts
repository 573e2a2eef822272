import type { ReviewItem } from '../../../server/contract/review.ts'
import { findingsOf, submissionOf, type Verdict, verdictOf } from './findings.ts'
import { type Turning, turningsOf } from './turns.ts'

/** What the first sentence tells of the figures that wait. */
export interface Summary {
  total: number
  /** The year of all of them; undefined where they are of several. */
  year: number | undefined
  /** By approving all that the reader may decide on. */
  turnings: Turning[]
  verdicts: Readonly<Record<Verdict, number>>
  corrections: number
  /** Submitted again after a return. */
  again: number
  own: number
}

export function summarise(items: readonly ReviewItem[], nowYear: number): Summary {
  const years = new Set(items.map(({ observation }) => observation.year))
  const verdicts: Record<Verdict, number> = { clear: 0, explained: 0, open: 0, against: 0 }
  for (const item of items) verdicts[verdictOf(findingsOf(item, nowYear), item.observation.note)]++
  return {
    total: items.length,
    year: years.size === 1 ? [...years][0] : undefined,
    turnings: turningsOf(items.filter(({ own }) => !own)),
    verdicts,
    corrections: items.filter(({ approved }) => approved !== null).length,
    again: items.filter((item) => submissionOf(item) > 1).length,
    own: items.filter(({ own }) => own).length,
  }
}
