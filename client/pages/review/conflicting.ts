import type { Problem } from '../../../server/contract/problem.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'

/** The figures that a refusal names, by their places in the request. */
export function conflicting(problem: Problem, items: readonly ReviewItem[]): ReviewItem[] {
  return (problem.errors ?? []).flatMap(({ path }) => {
    const item = items[Number(/^observationIds\.([0-9]+)$/.exec(path)?.[1])]
    return item ? [item] : []
  })
}
