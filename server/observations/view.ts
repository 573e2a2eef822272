import type { Observation } from '../contract/observation.ts'
import { reaches, type User } from '../domain/access.ts'
import type { Revision } from './revisions.ts'

/** A figure as this reader may see it: those who are not signed in get no person's name. */
export function asSeenBy<Figure extends Observation>(user: User | undefined, figure: Figure): Figure {
  return user === undefined ? withoutNames(figure) : figure
}

export const withoutNames = <Figure extends Observation>(figure: Figure): Figure => ({
  ...figure,
  enteredBy: null,
  decidedBy: null,
})

/** Whether this reader may see the revision: everyone what was approved; before that its reporters, once submitted its reviewers, and auditors. */
export function maySee(user: User | undefined, { regionCode, steps }: Revision): boolean {
  if (steps.some(({ step }) => step === 'approved')) return true
  switch (user?.role) {
    case 'auditor':
      return true
    case 'reporter':
      return reaches('read-sheet', user, regionCode)
    case 'reviewer':
      return reaches('read-sheet', user, regionCode) && steps.some(({ step }) => step === 'submitted')
    default:
      return false
  }
}

/** A revision with as much of its way through the review as this reader may see. */
export function revisionSeenBy(user: User | undefined, revision: Revision): Revision {
  if (user === undefined) {
    const approvals = revision.steps.filter(({ step }) => step === 'approved')
    return { ...asSeenBy(user, revision), steps: approvals.map((step) => ({ ...step, by: null })) }
  }
  return revision
}
