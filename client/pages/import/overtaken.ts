import type { ImportChange } from '../../../server/contract/import.ts'
import type { Problem } from '../../../server/contract/problem.ts'
import { keyOf } from './groups.ts'

/** What happened between a preview and its writing, so that nothing was written. */
export interface Overtaken {
  /** Someone changed figures; rules changed; or the preview is too old or was written already. */
  why: 'changed' | 'refused' | 'gone'
  /** The figures that are named as the reason. */
  keys: ReadonlySet<string>
}

/** @param changes of the preview that was to be written: the server names them by their place among them. */
export function toOvertaken({ status, errors = [] }: Problem, changes: readonly ImportChange[]): Overtaken {
  const named = errors.flatMap(({ path }) => {
    const index = /^items\.([0-9]+)(\.|$)/.exec(path)?.[1]
    return changes[Number(index)] ?? []
  })
  return { why: status === 409 ? 'changed' : status === 404 ? 'gone' : 'refused', keys: new Set(named.map(keyOf)) }
}
