import type { SheetRow } from '../contract/entry.ts'
import { figureKey, type Revision } from '../observations/revisions.ts'

/**
 * What figures were returned with, by their names, until they are submitted again: who mends a figure has the comment
 * in sight until it is answered. The revisions come oldest first.
 */
export function openReturns(revisions: readonly Revision[]): Map<string, SheetRow['returned']> {
  const open = new Map<string, SheetRow['returned']>()
  for (const revision of revisions) {
    for (const { step, at, by, comment } of revision.steps) {
      if (step === 'returned' && comment !== null && by !== null) open.set(figureKey(revision), { comment, by, at })
      if (step === 'submitted') open.delete(figureKey(revision))
    }
  }
  return open
}
