import type { Indicator, Plan, Region } from '../../../server/contract/reference.ts'
import type { SnapshotAnswer, SnapshotDetail, SnapshotDiff, SnapshotList } from '../../../server/contract/snapshot.ts'
import { get, getIndicators, getPlans, getRegions, send } from '../../api.ts'

const MOST = 1000

/** All of them, newest first; one that is being made, or could not be, before them. */
export const getSnapshots = (signal?: AbortSignal): Promise<SnapshotList> =>
  get('/api/snapshots', { limit: MOST }, signal)

export const getSnapshot = (id: string, signal?: AbortSignal): Promise<SnapshotDetail> =>
  get(`/api/snapshots/${encodeURIComponent(id)}`, {}, signal)

/** Begins a new one; without a day, of now. */
export const makeSnapshot = (titleZh: string, day: string): Promise<SnapshotAnswer> =>
  send('POST', '/api/snapshots', { titleZh, ...(day !== '' && { asOf: day }) })

/** What changed between two snapshots, with the lists that name it. */
export interface NamedDiff {
  diff: SnapshotDiff
  regions: Region[]
  plans: Plan[]
  indicators: ReadonlyMap<string, Indicator>
}

/** @param isBrief whether the counts and the first statuses that turned are enough */
export async function loadDiff(older: string, newer: string, signal: AbortSignal, isBrief = false): Promise<NamedDiff> {
  const pair = [older, newer].map(encodeURIComponent).join('/diff/')
  const [diff, regions, plans, indicators] = await Promise.all([
    get<SnapshotDiff>(`/api/snapshots/${pair}`, isBrief ? { brief: 1 } : {}, signal),
    getRegions(signal),
    getPlans(signal),
    getIndicators(signal),
  ])
  return { diff, regions, plans, indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])) }
}

/** Those that are there, newest first. */
export const readyOnes = ({ items }: SnapshotList): SnapshotAnswer[] => items.filter(({ state }) => state === 'ready')

/** The one that is being made now or, after a failure, the last that could not be. */
export const jobOf = ({ items }: SnapshotList): SnapshotAnswer | undefined =>
  items.find(({ state }) => state !== 'ready')
