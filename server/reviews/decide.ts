import type { Transaction } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { AsOf } from '../http/as-of.ts'
import { type FieldError, notFound, Refusal } from '../http/refusal.ts'
import { told } from '../observations/draft-checks.ts'
import { listApproved } from '../observations/queries.ts'
import { findRevisions, type Revision } from '../observations/revisions.ts'
import { findingsOf, indicatorOf } from '../observations/series.ts'
import { recordSteps } from '../observations/steps.ts'
import { maySee } from '../observations/view.ts'
import { byCode, listIndicators } from '../plans/queries.ts'

/** Whether someone had a hand in it: entered or submitted it. */
export const isOwn = (user: User, { enteredBy, steps }: Revision): boolean =>
  enteredBy === user.username || steps.some(({ step, by }) => step === 'submitted' && by === user.username)

/**
 * Approves or returns submitted figures: all, or none and every one that cannot be decided. None is approved beside which
 * the series would contradict itself: what was submitted meanwhile was checked before the other was in force.
 */
export async function decide(
  trx: Transaction<Database>,
  user: User,
  now: AsOf,
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
  const action = `observation.${decision}` as const
  const decided = await recordSteps(trx, user, now.instant, action, observationIds, comment)
  if (decision === 'approve') await refuseContradictions(trx, decided, now.year)
  return decided
}

/** Refuses figures, approved just now, that their series forbids as it stands with them. */
async function refuseContradictions(
  trx: Transaction<Database>,
  figures: readonly Revision[],
  nowYear: number,
): Promise<void> {
  const indicators = byCode(await listIndicators(trx, NEWEST))
  const region = figures[0]?.regionCode
  const [indicator, another] = new Set(figures.map(({ indicatorCode }) => indicatorCode))
  // One figure needs the figures of one series only.
  const series = another === undefined ? { region, indicator } : { region }
  const approved = Map.groupBy(await listApproved(trx, NEWEST, series), ({ indicatorCode }) => indicatorCode)
  const errors = figures.flatMap((figure, index): FieldError[] => {
    const ofSeries = approved.get(figure.indicatorCode) ?? []
    return findingsOf(figure, indicatorOf(figure, indicators), ofSeries, nowYear)
      .filter(({ severity }) => severity === 'refused')
      .map((finding) => ({ path: `observationIds.${index}`, ...told(finding) }))
  })
  if (errors.length > 0) throw new Refusal(422, 'series-contradicts', errors)
}
