import type { Transaction } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import { type FieldError, notFound, Refusal } from '../http/refusal.ts'
import { findRevisions, type Revision } from '../observations/revisions.ts'
import { maySee } from '../observations/view.ts'

/** Whether someone had a hand in it: entered or submitted it. */
export const isOwn = (user: User, { enteredBy, steps }: Revision): boolean =>
  enteredBy === user.username || steps.some(({ step, by }) => step === 'submitted' && by === user.username)

/** Approves or returns submitted figures: all, or none and every one that cannot be decided. */
export async function decide(
  trx: Transaction<Database>,
  user: User,
  now: Date,
  {
    decision,
    observationIds,
    comment,
  }: { decision: 'approve' | 'return'; observationIds: number[]; comment: string | null },
): Promise<Revision[]> {
  const revisions = new Map((await findRevisions(trx, observationIds)).map((revision) => [revision.id, revision]))
  const errors: FieldError[] = []
  const conflicts: FieldError[] = []
  for (const [index, id] of observationIds.entries()) {
    const path = `observationIds.${index}`
    const revision = revisions.get(id)
    // What is another region's, or was never submitted, is for this reader as if it did not exist.
    if (revision?.regionCode !== user.regionCode || !maySee(user, revision)) throw notFound()
    if (revision.state !== 'submitted') conflicts.push({ path, code: 'already-decided' })
    else if (isOwn(user, revision)) errors.push({ path, code: 'own-entry' })
  }
  if (conflicts.length > 0) throw new Refusal(409, 'already-decided', conflicts)
  if (errors.length > 0) throw new Refusal(422, 'own-entry', errors)
  for (const observationId of new Set(observationIds)) {
    await recordChange(trx, user, now, { action: `observation.${decision}`, data: { observationId, comment } })
  }
  return await findRevisions(trx, observationIds)
}
