import type { Kysely } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { ReviewItem } from '../contract/review.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { AsOf } from '../http/as-of.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import { figureKey, listRevisions, type Revision } from '../observations/revisions.ts'
import { besides, indicatorOf } from '../observations/series.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import { type JudgedFigure, judgeMilestones } from '../targets/judge.ts'
import { listStoredTargets, type StoredTarget } from '../targets/queries.ts'
import { isOwn } from './decide.ts'

/** What waits for a decision in a region, by when it was submitted. */
export async function listReviews(
  db: Kysely<Database>,
  asOf: AsOf,
  user: User,
  { region, year }: { region: string; year?: number | undefined },
): Promise<ReviewItem[]> {
  const revisions = await listRevisions(db, asOf.seq, { region, year })
  const indicators = byCode(await listIndicators(db, asOf.seq))
  const approved = Map.groupBy(await listApproved(db, asOf.seq, { region }), ({ indicatorCode }) => indicatorCode)
  const targets = await listStoredTargets(db, asOf.seq, { region })
  const versions = Map.groupBy(revisions, figureKey)
  return revisions
    .filter(({ state }) => state === 'submitted')
    .toSorted((a, b) => ((a.submittedAt ?? '') < (b.submittedAt ?? '') ? -1 : 1))
    .map((observation) => {
      const indicator = indicatorOf(observation, indicators)
      const series = approved.get(observation.indicatorCode) ?? []
      const { inForce, others } = besides(observation, series)
      return {
        observation,
        indicator,
        approved: inForce ?? null,
        earlier: others.filter((figure) => figure.measure === observation.measure),
        revisions: (versions.get(figureKey(observation)) ?? []).filter(
          ({ id, steps }) => id < observation.id && steps.some(({ step }) => step === 'submitted'),
        ),
        turns: targets
          .filter(({ indicatorCode }) => indicatorCode === observation.indicatorCode)
          .flatMap((target) => turnsOf(target, indicator, series, observation, asOf.year)),
        own: isOwn(user, observation),
      }
    })
}

/** How the milestones of a target stand without the figure and with it. */
function turnsOf(
  target: StoredTarget,
  indicator: ReviewItem['indicator'],
  series: readonly ApprovedFigure[],
  observation: Revision,
  nowYear: number,
): ReviewItem['turns'] {
  const { id, year, measure, value, provisional, breakBefore } = observation
  const { inForce, others } = besides(observation, series)
  // A break that is not in force yet will be younger than every baseline that is.
  const breakSeq = breakBefore ? (inForce?.breakSeq ?? NEWEST) : null
  const figure: JudgedFigure = { id, year, measure, value, provisional, breakSeq }
  const after = judgeMilestones(target, indicator, [...others, figure], nowYear)
  return judgeMilestones(target, indicator, series, nowYear).map((before, index) => ({
    targetId: target.id,
    planCode: target.planCode,
    milestoneYear: before.milestoneYear,
    before: before.status,
    after: after[index]?.status ?? before.status,
    gapAfter: after[index]?.gap ?? null,
  }))
}
