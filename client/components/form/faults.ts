import type { Problem } from '../../../server/contract/problem.ts'

/** What is wrong with a form: a sentence by the path of its field (`milestones.0.year`). */
export type Faults = Readonly<Record<string, string>>

/** Only what is really wrong. */
export const toFaults = (found: Readonly<Record<string, string | undefined | false>>): Faults =>
  Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** What the server found wrong, of several sentences about one field the first. A conflict is about the whole. */
export const faultsOf = ({ errors = [] }: Pick<Problem, 'errors'>): Faults =>
  Object.fromEntries(
    errors
      .filter(({ path }) => path !== 'ifRevision')
      .toReversed()
      .map(({ path, message }) => [path, message]),
  )

/** Without what was said of a field, or of a part of it, that has been changed since. */
export const withoutChanged = (faults: Faults, fields: readonly string[]): Faults =>
  Object.fromEntries(
    Object.entries(faults).filter(([path]) => !fields.some((field) => path === field || path.startsWith(`${field}.`))),
  )
