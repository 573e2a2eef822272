import type { Changes } from '../../../server/contract/changes.ts'
import type { Indicator, Plan, Region } from '../../../server/contract/reference.ts'
import { getChanges, getFreshness, getHealth, getIndicators, getPlans, getRegions, getTarget } from '../../api.ts'
import { toDate } from '../../format.ts'
import { type Asked, yearBefore } from './asked.ts'

/** What changed from one end to the other, with the lists that name its regions, plans and indicators. */
export interface NamedChanges {
  changes: Changes
  /** The heads of the two columns that say how a milestone stood. */
  ends: { before: string; after: string }
  /** As known when the pages are that it leads to; empty for now. */
  asOf: string
  regions: Region[]
  plans: Plan[]
  indicators: ReadonlyMap<string, Indicator>
  /** By their user names, who entered and approved; absent, it is not told. */
  people?: Readonly<Record<string, string>>
}

/** What changed between two days. */
export interface ChangesData {
  changes: Changes
  /** The first day as it was asked for or found, and the last; in Shanghai. */
  since: string
  asOf: string
  /** What the chosen target measures; null without one, and where there is none of this name. */
  chosen: { regionCode: string; indicator: Indicator } | null
  /** The Shanghai day of the server's clock. */
  today: string
  /** The year of the round that closed last, where it is counted from there. */
  roundYear: number | null
  regions: Region[]
  plans: Plan[]
  indicators: ReadonlyMap<string, Indicator>
}

export async function loadChanges(asked: Asked, signal: AbortSignal): Promise<ChangesData> {
  const [health, regions, plans, indicators, chosen] = await Promise.all([
    getHealth(signal),
    getRegions(signal),
    getPlans(signal),
    getIndicators(signal),
    asked.target === '' ? null : getTarget(asked.target, asked.asOf, signal).catch(() => null),
  ])
  const today = toDate(health.asOf)
  const start =
    asked.since === '' ? await findStart(asked.asOf, today, signal) : { since: asked.since, roundYear: null }
  const changes = await getChanges({ ...asked, since: start.since }, signal)
  return {
    changes,
    since: toDate(changes.since),
    asOf: toDate(changes.asOf),
    chosen,
    today,
    roundYear: start.roundYear,
    regions,
    plans,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
  }
}

/** The day on which the last round closed; a year before where none has. */
async function findStart(asOf: string, today: string, signal: AbortSignal) {
  const { lastRound, asOf: instant } = await getFreshness(asOf, signal)
  return lastRound === null
    ? { since: yearBefore(instant === '' ? today : toDate(instant)), roundYear: null }
    : { since: lastRound.closedOn, roundYear: lastRound.year }
}
