import type { Kysely } from 'kysely'
import type { ChangeCounts, ChangedFigure, ChangedTarget, Changes, TurnedStatus } from '../contract/changes.ts'
import type { Database } from '../db/schema.ts'
import { methodOn } from '../domain/method-versions.ts'
import { isSamePromise } from '../domain/milestones.ts'
import type { Milestone } from '../domain/model.ts'
import { STATUSES } from '../domain/words.ts'
import type { AsOf } from '../http/as-of.ts'
import { pause } from '../pause.ts'
import { type JudgedTarget, judgeTargets, seriesOf } from '../targets/judge.ts'
import { countFigures, type FigureCounts } from './figure-counts.ts'
import { type Approved, type ChangesFilters, listFigures, listFiguresOf, type TargetsOf } from './figures.ts'
import { hasTurned, listTurned, type Turned, withCauses } from './statuses.ts'

/** What was known at `asOf` and not yet at `since`; of the figures, of which there may be millions, where to find them. */
export interface Comparison extends Pick<Changes, 'since' | 'asOf' | 'method'> {
  turned: readonly Turned[]
  targets: readonly ChangedTarget[]
  approved: Approved
  targetsOf: TargetsOf
}

export async function compare(
  db: Kysely<Database>,
  since: AsOf,
  asOf: AsOf,
  filters: ChangesFilters,
): Promise<Comparison> {
  const { region, plan, target: id } = filters
  const chosen = async (at: AsOf): Promise<JudgedTarget[]> =>
    (await judgeTargets(db, at, id)).filter(
      ({ target }) =>
        (region === undefined || target.regionCode === region) && (plan === undefined || target.planCode === plan),
    )
  const after = { asOf, targets: await chosen(asOf) }
  const turned = listTurned({ asOf: since, targets: await chosen(since) }, after)
  const targets = after.targets.flatMap((judged) => revisionsSince(since, judged)).toSorted(newestFirst)
  const bySeries = Map.groupBy(after.targets, ({ target }) => seriesOf(target))
  const isOfFew = region !== undefined || id !== undefined || (plan !== undefined && bySeries.size <= FEW_SERIES)
  return {
    since: since.instant.toISOString(),
    asOf: asOf.instant.toISOString(),
    method: { before: methodAt(since), after: methodAt(asOf) },
    turned,
    targets,
    approved: { region, plan, target: id, since: since.seq, upTo: asOf.seq, byLines: !isOfFew },
    targetsOf: new Map([...bySeries].map(([series, of]) => [series, of.map(({ target }) => target.id)])),
  }
}

/** The figures of so many are sooner found than the lines of the log are gone through. */
const FEW_SERIES = 300

/** So many statuses are explained before others are heard. */
const AT_ONCE = 20

/** How many rows of each list are told. */
export type Told = Readonly<Record<keyof Changes['totals'], number>>

/** The first rows of each list; and of the targets of these statuses every figure that changed, so that one can say why. */
export async function tell(db: Kysely<Database>, compared: Comparison, told: Told): Promise<Changes> {
  const { turned, approved, targetsOf, targets, ...about } = compared
  const counted = await countFigures(db, approved)
  const statuses: TurnedStatus[] = []
  const grounds = new Map<string, ChangedFigure[]>()
  for (const one of turned.slice(0, told.statuses)) {
    const series = seriesOf(one)
    if (!grounds.has(series)) grounds.set(series, await listFiguresOf(db, approved, one, targetsOf))
    statuses.push(withCauses(one))
    if (statuses.length % AT_ONCE === 0) await pause()
  }
  return {
    ...about,
    counts: countChanges(turned, targets, counted),
    totals: { statuses: turned.length, targets: targets.length, figures: counted.added + counted.corrected },
    statuses,
    grounds: [...grounds.values()].flat(),
    targets: targets.slice(0, told.targets),
    figures: told.figures === 0 ? [] : await listFigures(db, approved, targetsOf, told.figures),
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

function countChanges(
  statuses: readonly Turned[],
  targets: readonly ChangedTarget[],
  figures: FigureCounts,
): ChangeCounts {
  const turned = statuses.filter(hasTurned)
  return {
    statuses: turned.length,
    turnedTo: STATUSES.flatMap((status) => {
      const milestones = turned.filter(({ after }) => after?.status === status).length
      return milestones > 0 ? { status, milestones } : []
    }),
    targetsAdded: targets.filter(({ change }) => change === 'added').length,
    targetsRevised: targets.filter(({ moved }) => moved).length,
    figuresAdded: figures.added,
    figuresCorrected: figures.corrected,
  }
}
