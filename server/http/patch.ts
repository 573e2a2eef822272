import { Refusal } from './refusal.ts'
import type { Sentence } from './sentences.ts'

// What all calls share that change something by naming what is to be different.

/** What was there with what is changed; what is left out stays as it is. */
export function patched<Terms extends object>(
  before: Terms,
  change: { [Term in keyof Terms]?: Terms[Term] | undefined },
): Terms {
  const given = Object.fromEntries(Object.entries(change).filter(([, term]) => term !== undefined))
  return { ...before, ...given }
}

/** Refuses a change of something that is no longer what it is said to be; whoever says nothing takes it as it is. */
export function expectRevision(
  expected: number | undefined,
  revision: number,
  code: Sentence = 'revision-conflict',
): void {
  if (expected !== undefined && expected !== revision) throw new Refusal(409, code, [{ path: 'ifRevision', code }])
}
