import type { Observation, ObservationRevision, RevisionStep } from '../../../server/contract/observation.ts'
import type { Problem } from '../../../server/contract/problem.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { conflicting } from './conflicting.ts'
import { getFigureHistory, postReview, ProblemError } from '../../api.ts'

export type Decision = 'approve' | 'return'

/** A figure on which someone was faster: what they did, where it can be told. */
export interface Overtaken {
  item: ReviewItem
  step: RevisionStep | undefined
}

/** What came of a decision: it was taken as a whole, or nothing of it was. */
export type Outcome =
  | { kind: 'decided'; observations: Observation[] }
  | { kind: 'overtaken'; overtaken: Overtaken[]; mine: Observation[] }
  | { kind: 'refused'; problem: Problem }

/**
 * Decides on these figures. Where someone was faster nothing is decided; it is asked what they did. What the reader
 * did oneself, because an answer was lost on the way, is told as decided.
 */
export async function decide(
  decision: Decision,
  items: readonly ReviewItem[],
  comment: string,
  username: string | undefined,
): Promise<Outcome> {
  try {
    const ids = items.map(({ observation }) => observation.id)
    return { kind: 'decided', observations: (await postReview(decision, ids, comment)).items }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const { problem } = error
    const gone = problem.status === 409 ? conflicting(problem, items) : []
    if (gone.length === 0) return { kind: 'refused', problem }
    const found = await Promise.all(gone.map(findRevision))
    const revisions = found.map((one) => one?.revision)
    const isMine = (index: number): boolean => {
      const step = revisions[index]?.steps.at(-1)
      return step?.by === username && step?.step === (decision === 'approve' ? 'approved' : 'returned')
    }
    return {
      kind: 'overtaken',
      overtaken: gone.flatMap((item, index) => (isMine(index) ? [] : [{ item, step: named(found[index]) }])),
      mine: revisions.flatMap((revision, index) => (revision && isMine(index) ? [revision] : [])),
    }
  }
}

interface Found {
  revision: ObservationRevision
  people: Readonly<Record<string, string>>
}

async function findRevision({ observation }: ReviewItem): Promise<Found | undefined> {
  // Without it the row says no more than that it is gone.
  const history = await getFigureHistory(observation).catch(() => undefined)
  const revision = history?.items.find(({ id }) => id === observation.id)
  return history && revision && { revision, people: history.people }
}

/** The last step, by the name of whoever took it. */
function named(found: Found | undefined): RevisionStep | undefined {
  const step = found?.revision.steps.at(-1)
  return step && { ...step, by: step.by && (found?.people[step.by] ?? step.by) }
}
