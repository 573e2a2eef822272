import { problem } from '../contract/problem.ts'

const MEANINGS = {
  400: 'A field of the request is not valid; `errors` names it',
  404: 'There is nothing at this address, or it is not for this reader',
}

interface ProblemResponse {
  description: string
  content: { 'application/problem+json': { schema: typeof problem } }
}

/** How the problems of these statuses are described. */
export function problems<Status extends keyof typeof MEANINGS>(...statuses: Status[]): Record<Status, ProblemResponse> {
  const described = statuses.map((status) => [
    status,
    { description: MEANINGS[status], content: { 'application/problem+json': { schema: problem } } },
  ])
  return Object.fromEntries(described) as Record<Status, ProblemResponse>
}
