import type { Problem } from '../../../server/contract/problem.ts'

/** Why a file was not taken, or not even sent. */
export type FileFault = 'too-large' | 'several' | 'no-file' | 'unreadable'

/** How it stands after something did not come about. */
export interface Refusal {
  while: 'reading' | 'writing'
  problem: Problem | FileFault
  /** Does the same once more; null where the same would come of it. */
  again: (() => void) | null
}

/** What is to be done about it: sign in, try again, or take another file. */
export type Remedy = 'sign-in' | 'again' | 'other-file'

export function remedyOf({ status }: Problem): Remedy {
  if (status === 401) return 'sign-in'
  return status === 0 || status === 408 || status === 429 || status >= 500 ? 'again' : 'other-file'
}

/** After these the file is to be read anew: it stands otherwise than the preview said. */
export const isOvertaken = ({ status }: Problem): boolean => status === 400 || status === 404 || status === 409
