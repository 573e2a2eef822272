import type { Changes } from '../../../server/contract/changes.ts'
import type { Freshness } from '../../../server/contract/freshness.ts'
import { get, getHealth, getPlans, getRegions, getTargets, getThemes } from '../../api.ts'
import { type ReportQuery, toParams } from './query.ts'

/** What a document about a region or plan is made of, all as of one instant. */
export async function loadReport(query: ReportQuery, signal: AbortSignal) {
  const { region, plan, asOf } = toParams({ ...query, milestone: 'all' })
  const scope = { region, plan }
  const targets = await getTargets({ ...scope, asOf }, signal)
  const at = { asOf: asOf ?? targets.asOf }
  const [plans, regions, themes, health, freshness] = await Promise.all([
    getPlans(signal),
    getRegions(signal),
    getThemes(signal),
    getHealth(signal),
    get<Freshness>('/api/freshness', at, signal),
  ])
  const since = freshness.lastRound?.closedOn
  const changes = since ? await get<Changes>('/api/changes', { ...scope, ...at, since, brief: '1' }, signal) : null
  const { version } = health
  return { asOf: targets.asOf, targets: targets.items, plans, regions, themes, version, freshness, changes }
}

export type ReportData = Awaited<ReturnType<typeof loadReport>>

/** What a report can be about. */
export async function loadSubjects(signal: AbortSignal) {
  const [plans, regions] = await Promise.all([getPlans(signal), getRegions(signal)])
  return { plans, regions }
}

export type Subjects = Awaited<ReturnType<typeof loadSubjects>>
