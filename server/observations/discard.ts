import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { AsOf } from '../http/as-of.ts'
import { type FieldError, Refusal } from '../http/refusal.ts'
import { figureKey, isPending, type Revision } from './revisions.ts'
import { loadStanding } from './save.ts'
import { recordSteps } from './steps.ts'

/** A figure that is named and not told, as of which revision. */
interface NamedFigure {
  regionCode: string
  indicatorCode: string
  year: number
  measure: string
  ifRevision?: number | undefined
}

/** Takes drafts back: all, or none and every one that is no draft. What was approved before is in force as before. */
export async function discardDrafts(
  trx: Transaction<Database>,
  user: User,
  now: AsOf,
  figures: readonly NamedFigure[],
): Promise<Revision[]> {
  const { newest } = await loadStanding(trx, figures)
  const conflicts: FieldError[] = []
  const ids: number[] = []
  for (const [index, figure] of figures.entries()) {
    const revision = newest.get(figureKey(figure))
    const isDraft = revision !== undefined && isPending(revision) && revision.state !== 'submitted'
    const isExpected = figure.ifRevision === undefined || figure.ifRevision === revision?.revision
    if (!isDraft) conflicts.push({ path: `items.${index}`, code: 'no-draft' })
    else if (!isExpected) conflicts.push({ path: `items.${index}`, code: 'revision-conflict' })
    else ids.push(revision.id)
  }
  if (conflicts.length > 0) throw new Refusal(409, 'revision-conflict', conflicts)
  return await recordSteps(trx, user, now.instant, 'observation.discard', ids)
}
