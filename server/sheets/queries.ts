import type { Kysely } from 'kysely'
import { namesOf } from '../accounts/queries.ts'
import type { Sheet, SheetRow } from '../contract/entry.ts'
import type { Observation } from '../contract/observation.ts'
import type { Indicator } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import { asksFor, type EntryState } from '../domain/rounds.ts'
import type { AsOf } from '../http/as-of.ts'
import { entryOf, type Ground, loadGround } from '../observations/ground.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import {
  figureKey,
  isPending,
  listRevisions,
  newestByFigure,
  type Revision,
  withoutSteps,
} from '../observations/revisions.ts'
import { maySee } from '../observations/view.ts'
import { listStoredTargets, type StoredTarget } from '../targets/queries.ts'
import { openReturns } from './returns.ts'

/** 上报表 of a region and year as this reader may see it. */
export async function getSheet(
  db: Kysely<Database>,
  asOf: AsOf,
  user: User,
  { regionCode, year }: { regionCode: string; year: number },
): Promise<Sheet> {
  const ground = await loadGround(db, asOf.seq)
  const targets = await listStoredTargets(db, asOf.seq, { region: regionCode })
  const approved = Map.groupBy(await listApproved(db, asOf.seq, { region: regionCode }), (one) => one.indicatorCode)
  const entered = await listRevisions(db, asOf.seq, { region: regionCode, year })
  const revisions = newestByFigure(entered)
  const returns = openReturns(entered)
  const context: SheetContext = { asOf, user, regionCode, year, ground, targets, approved, revisions, returns }
  const rows = askedIndicators(context).flatMap((indicator) => rowsOf(indicator, context))
  const usernames = rows.flatMap(({ approved: inForce, pending, returned }) => [
    ...[inForce, pending].flatMap((figure) => [figure?.enteredBy, figure?.decidedBy]),
    returned?.by,
  ])
  return {
    asOf: asOf.instant.toISOString(),
    today: asOf.day,
    regionCode,
    year,
    rows,
    people: await namesOf(db, usernames),
  }
}

interface SheetContext {
  asOf: AsOf
  user: User
  regionCode: string
  year: number
  ground: Ground
  targets: readonly StoredTarget[]
  /** By indicator. */
  approved: ReadonlyMap<string, ApprovedFigure[]>
  /** The newest of each figure of the year, by its name. */
  revisions: ReadonlyMap<string, Revision>
  /** What figures were returned with and not submitted again since, by their names. */
  returns: ReadonlyMap<string, SheetRow['returned']>
}

/** Those of the region's targets in the order of the plans, then those that rounds add, then those that were entered anyway. */
function askedIndicators({ regionCode, year, ground, targets, revisions }: SheetContext): Indicator[] {
  const codes = new Set(targets.map(({ indicatorCode }) => indicatorCode))
  for (const round of ground.rounds.filter((one) => one.year === year)) {
    for (const code of round.indicatorCodes ?? []) {
      if (asksFor(round, { regionCode, indicatorCode: code, isTargeted: false })) codes.add(code)
    }
  }
  for (const { indicatorCode } of revisions.values()) codes.add(indicatorCode)
  return [...codes].flatMap((code) => ground.indicators.get(code) ?? [])
}

function rowsOf(indicator: Indicator, context: SheetContext): SheetRow[] {
  const { regionCode, year, revisions, targets } = context
  const about = targets.filter(({ indicatorCode }) => indicatorCode === indicator.code)
  const series = context.approved.get(indicator.code) ?? []
  const measures = measuresOf(indicator, about, series, year)
  const entered = [...revisions.values()].filter(
    (revision) => revision.indicatorCode === indicator.code && isStanding(revision),
  )
  const shown = new Set(entered.map(({ measure }) => measure))
  if (shown.size === 0) shown.add(measures[0] ?? 'value')
  return [...shown].map((measure) => {
    const figure = { regionCode, indicatorCode: indicator.code, year, measure }
    const newest = revisions.get(figureKey(figure))
    const inForce = series.find((one) => one.year === year && one.measure === measure)
    const pending = newest === undefined ? null : pendingSeenBy(context.user, newest)
    const isTold = pending !== null && context.user.role !== 'administrator'
    return {
      indicator,
      measure,
      measures,
      planCodes: [...new Set(about.map(({ planCode }) => planCode))],
      targetIds: about.map(({ id }) => id),
      entry: toEntry(entryOf(context.ground, figure, inForce, context.asOf.day)),
      revision: newest?.revision ?? 0,
      earlier: series.filter((one) => one.year !== year && one.measure === measure),
      approved: inForce ?? null,
      pending,
      returned: (isTold && context.returns.get(figureKey(figure))) || null,
    }
  })
}

/** A draft that was taken back leaves nothing behind. */
const isStanding = (revision: Revision): boolean => isPending(revision) || revision.state === 'approved'

/** The one that was used last comes first, else the change against the base year that the plan prints. */
function measuresOf(
  { kind }: Indicator,
  targets: readonly StoredTarget[],
  series: readonly ApprovedFigure[],
  year: number,
): string[] {
  if (kind !== 'change') return ['value']
  const promised = targets.flatMap(({ revisions }) => revisions.at(-1)?.milestones ?? [])
  const bases = promised.flatMap(({ baseline }) => (baseline === null ? [] : `since:${baseline.year}`))
  const used = series
    .filter((figure) => figure.year < year)
    .toSorted((a, b) => b.year - a.year)
    .map(({ measure }) => measure)
  return [...new Set([...used, ...bases, 'yoy'])].filter(
    (measure) => !measure.startsWith('since:') || Number(measure.slice(6)) < year,
  )
}

/** Who may not see a figure before it is approved sees that there is one, if that is theirs to know. */
function pendingSeenBy(user: User, revision: Revision): Observation | null {
  if (!isPending(revision)) return null
  const figure = withoutSteps(revision)
  if (user.role === 'administrator') return withoutValue(figure)
  return maySee(user, revision) && (user.role === 'reporter' || revision.state !== 'draft') ? figure : null
}

const withoutValue = (figure: Observation): Observation => ({
  ...figure,
  value: null,
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: null,
  note: null,
  correction: null,
  comment: null,
})

function toEntry(entry: EntryState): SheetRow['entry'] {
  if (entry.state !== 'open') return entry
  const { id, kind, opensOn, closesOn } = entry.round
  return { state: 'open', roundId: id, kind, opensOn, closesOn }
}
