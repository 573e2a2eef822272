import {
  getChanges,
  getComposite,
  getFreshness,
  getHealth,
  getPlans,
  getRegions,
  getTargets,
  getThemes,
  getYearlyProgress,
} from '../../api.ts'
import { keyOf } from '../compare/rows.ts'
import { milestoneYears } from '../overview/judged.ts'
import { type ReportQuery, toParams } from './query.ts'

/** What a document about a region or plan is made of, all as of one instant. */
export async function loadReport(query: ReportQuery, signal: AbortSignal) {
  const { milestone } = query
  const { region, plan, asOf: asked } = toParams(query)
  const scope = { region, plan }
  const targets = await getTargets({ ...scope, asOf: asked }, signal)
  const asOf = asked ?? targets.asOf
  const choices = milestone === 'all' ? milestoneYears(targets.items) : [milestone]
  const [plans, regions, themes, health, freshness, years, composites] = await Promise.all([
    getPlans(signal),
    getRegions(signal),
    getThemes(signal),
    getHealth(signal),
    getFreshness(asOf, signal),
    getYearlyProgress({ ...scope, asOf }, signal),
    Promise.all(choices.map((choice) => getComposite({ asOf, milestone: choice }, signal))),
  ])
  const since = freshness.lastRound?.closedOn
  const changes = since === undefined ? null : await getChanges({ ...scope, asOf, since, brief: '1' }, signal)
  return {
    asOf: targets.asOf,
    targets: targets.items,
    plans,
    regions,
    themes,
    version: health.version,
    freshness,
    years: new Map(years.items.map((one) => [keyOf(one.targetId, one.milestoneYear), one.years])),
    composites,
    changes,
  }
}

export type ReportData = Awaited<ReturnType<typeof loadReport>>

/** What a report can be about. */
export async function loadSubjects(signal: AbortSignal) {
  const [plans, regions] = await Promise.all([getPlans(signal), getRegions(signal)])
  return { plans, regions }
}

export type Subjects = Awaited<ReturnType<typeof loadSubjects>>
