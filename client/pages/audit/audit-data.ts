import type { AuditActor, AuditLife, AuditList } from '../../../server/contract/audit.ts'
import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import type { Indicator, Plan, Region } from '../../../server/contract/reference.ts'
import type { RoundAnswer } from '../../../server/contract/round.ts'
import { get, getIndicators, getPlans, getProgress, getRegions, getRounds } from '../../api.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { type Asked, conditionsOf } from './asked.ts'

/** How many lines a page shows. */
export const PAGE = 100

export const getAudit = (asked: Asked, signal: AbortSignal): Promise<AuditList> =>
  get('/api/audit', { ...Object.fromEntries(conditionsOf(asked)), cursor: asked.cursor, limit: PAGE }, signal)

export const getAuditLife = (object: string, cursor: string, signal: AbortSignal): Promise<AuditLife> =>
  get('/api/audit/object', { object, cursor, limit: PAGE }, signal)

/** What the objects of the log are called. */
export interface AuditNames {
  regions: Region[]
  plans: Plan[]
  indicators: ReadonlyMap<string, Indicator>
  targets: ReadonlyMap<string, ListedTarget>
  rounds: RoundAnswer[]
  actors: ReadonlyMap<string, AuditActor>
}

async function loadNames(signal: AbortSignal): Promise<AuditNames> {
  const [regions, plans, indicators, { items: targets }, rounds, { items: actors }] = await Promise.all([
    getRegions(signal),
    getPlans(signal),
    getIndicators(signal),
    getProgress({}, signal),
    getRounds(signal),
    get<{ items: AuditActor[] }>('/api/audit/actors', { limit: 1000 }, signal),
  ])
  return {
    regions,
    plans,
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    targets: new Map(targets.map((target) => [target.id, target])),
    rounds,
    actors: new Map(actors.map((actor) => [actor.username, actor])),
  }
}

export const useNames = () => useAnswer('audit names', loadNames)
