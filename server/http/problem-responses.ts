import { problem } from '../contract/problem.ts'

const MEANINGS = {
  400: 'A field of the request is not valid; `errors` names it',
  401: 'Nobody is signed in, or the session has ended',
  403: 'The change does not come from a page of this site, or the password has expired',
  404: 'There is nothing at this address, or it is not for this reader',
  409: 'Someone else was faster; `errors` names what is different now',
  410: 'It was there, and its files are no longer on the server',
  413: 'The body is longer than the server reads',
  422: 'What is asked breaks a rule; `errors` names each',
  429: 'Too many attempts; the header Retry-After says when to try again',
  503: 'Requests should go elsewhere for now; `errors` says why',
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
