import type { Kysely } from 'kysely'
import type { ChangeCounts, ChangedFigure, ChangedTarget, Changes, TurnedStatus } from '../contract/changes.ts'
import type { Database } from '../db/schema.ts'
import { methodOn } from '../domain/method-versions.ts'
import { isSamePromise } from '../domain/milestones.ts'
import type { Milestone } from '../domain/model.ts'
import { STATUSES } from '../domain/words.ts'
import type { AsOf } from '../http/as-of.ts'
import { type ApprovedFigure, type FigureFilters, listHistory } from '../observations/queries.ts'
import { figureKey } from '../observations/revisions.ts'
import { type JudgedTarget, judgeTargets, seriesOf } from '../targets/judge.ts'
import { listTurned } from './statuses.ts'

export interface ChangesFilters {
  region?: string | undefined
  plan?: string | undefined
  target?: string | undefined
}

/** What was known at `asOf` and not yet at `since`; of the first `whys` statuses that turned with the causes. */
export async function findChanges(
  db: Kysely<Database>,
  since: AsOf,
  asOf: AsOf,
  filters: ChangesFilters,
  whys: number,
): Promise<Changes> {
  const chosen = async (at: AsOf): Promise<JudgedTarget[]> =>
    (await judgeTargets(db, at, filters.target)).filter(
      ({ target }) =>
        (filters.region === undefined || target.regionCode === filters.region) &&
        (filters.plan === undefined || target.planCode === filters.plan),
    )
  const after = { asOf, targets: await chosen(asOf) }
  const statuses = listTurned({ asOf: since, targets: await chosen(since) }, after, whys)
  const targets = after.targets.flatMap((judged) => revisionsSince(since, judged)).toSorted(newestFirst)
  const figures = await listFigures(db, since, asOf, filters, after.targets)
  return {
    since: since.instant.toISOString(),
    asOf: asOf.instant.toISOString(),
    method: { before: methodAt(since), after: methodAt(asOf) },
    counts: countChanges(statuses, targets, figures),
    statuses,
    targets,
    figures,
  }
}

const newestFirst = (a: { at: string }, b: { at: string }): number => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)

function methodAt({ day }: AsOf): Changes['method']['before'] {
  const { id, version } = methodOn(day)
  return { id, version }
}

function revisionsSince(since: AsOf, { target, stored }: JudgedTarget): ChangedTarget[] {
  const { id: targetId, planCode, regionCode, indicatorCode } = target
  return stored.revisions.flatMap(({ seq, at, by, milestones, correction, sample }, index) => {
    if (seq <= since.seq) return []
    const before = stored.revisions[index - 1]?.milestones ?? null
    return {
      seq,
      enteredBy: by,
      targetId,
      planCode,
      regionCode,
      indicatorCode,
      change: before === null ? 'added' : 'revised',
      at,
      milestonesBefore: before,
      milestonesAfter: milestones,
      moved: before !== null && !promiseTheSame(before, milestones),
      correction,
      sample,
    }
  })
}

const promiseTheSame = (before: readonly Milestone[], after: readonly Milestone[]): boolean =>
  before.length === after.length &&
  after.every((milestone) => before.some((former) => isSamePromise(former, milestone)))

/** Every approval of a figure between the two moments; of a plan or target, of the series that its targets are about. */
async function listFigures(
  db: Kysely<Database>,
  since: AsOf,
  asOf: AsOf,
  { region, plan, target }: ChangesFilters,
  targets: readonly JudgedTarget[],
): Promise<ChangedFigure[]> {
  const targetsOf = Map.groupBy(targets, (judged) => seriesOf(judged.target))
  const byTarget = plan !== undefined || target !== undefined
  if (byTarget && targets.length === 0) return []
  const history = await listHistory(db, asOf.seq, { region, ...(target !== undefined && filtersOf(targets)) })
  const newest = new Map<string, ApprovedFigure>()
  const changed: ChangedFigure[] = []
  for (const figure of history) {
    const key = figureKey(figure)
    const before = newest.get(key)
    newest.set(key, figure)
    const of = targetsOf.get(seriesOf(figure)) ?? []
    if (figure.approvedSeq <= since.seq || (byTarget && of.length === 0)) continue
    const { id: entered, regionCode, indicatorCode, year, measure, correction, sample, enteredBy, decidedBy } = figure
    changed.push({
      regionCode,
      indicatorCode,
      year,
      measure,
      change: before === undefined ? 'added' : 'corrected',
      at: figure.decidedAt ?? figure.enteredAt,
      before: before === undefined ? null : toldValue(before),
      after: toldValue(figure),
      correction,
      sample,
      enteredBy,
      decidedBy,
      seq: entered,
      approvedSeq: figure.approvedSeq,
      targetIds: of.map((judged) => judged.target.id),
    })
  }
  return changed.toReversed()
}

function filtersOf([only]: readonly JudgedTarget[]): FigureFilters {
  return only === undefined ? {} : { region: only.target.regionCode, indicator: only.target.indicatorCode }
}

const toldValue = ({ value, missingReason, provisional, breakBefore }: ApprovedFigure): ChangedFigure['after'] => ({
  value,
  missingReason,
  provisional,
  breakBefore,
})

function countChanges(
  statuses: readonly TurnedStatus[],
  targets: readonly ChangedTarget[],
  figures: readonly ChangedFigure[],
): ChangeCounts {
  const turned = statuses.filter(({ before, after }) => before !== null && after !== null)
  return {
    statuses: turned.length,
    turnedTo: STATUSES.flatMap((status) => {
      const milestones = turned.filter(({ after }) => after?.status === status).length
      return milestones > 0 ? { status, milestones } : []
    }),
    targetsAdded: targets.filter(({ change }) => change === 'added').length,
    targetsRevised: targets.filter(({ moved }) => moved).length,
    figuresAdded: figures.filter(({ change }) => change === 'added').length,
    figuresCorrected: figures.filter(({ change }) => change === 'corrected').length,
  }
}
