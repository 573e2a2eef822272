import type { Problem } from '../../server/contract/problem.ts'

/** For pages that are of no use to someone who is not signed in. */
export const NOT_SIGNED_IN: Problem = {
  type: 'about:blank',
  title: 'not-signed-in',
  status: 401,
  detail: '',
  code: 'not-signed-in',
  requestId: '',
}
