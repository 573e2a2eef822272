import type { Kysely } from 'kysely'
import type { Plan, Region } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { Database } from '../db/schema.ts'
import { worstFirst } from '../domain/attention.ts'
import { toRegionTree } from '../domain/region-tree.ts'
import type { AsOf } from '../http/as-of.ts'
import { byCode, listPlans, listRegions } from '../plans/queries.ts'
import { chosenProgress, type TargetFilters } from './filter.ts'
import { type JudgedTarget, judgeTargets } from './judge.ts'

export interface FoundTarget extends JudgedTarget {
  plan: Plan
  region: Region
  /** Its judgements that the filters chose. */
  chosen: Target['progress']
}

/** The targets that the filters leave, in the order in which they were first entered. */
export async function findTargets(db: Kysely<Database>, asOf: AsOf, filters: TargetFilters): Promise<FoundTarget[]> {
  const plans = byCode(await listPlans(db, asOf.seq))
  const allRegions = await listRegions(db, asOf.seq)
  const regions = byCode(allRegions)
  const isWithin = within(allRegions, filters.within)
  return (await judgeTargets(db, asOf)).flatMap((judged) => {
    const { target } = judged
    if (!isWithin(target.regionCode)) return []
    const plan = plans.get(target.planCode)
    const region = regions.get(target.regionCode)
    if (plan === undefined || region === undefined) throw new Error(`target ${target.id} without its plan or region`)
    const chosen = chosenProgress(target, filters, { plan, region })
    return chosen.length > 0 ? [{ ...judged, plan, region, chosen }] : []
  })
}

function within(regions: readonly Region[], code: string | undefined): (regionCode: string) => boolean {
  if (code === undefined) return () => true
  const codes = new Set([
    code,
    ...toRegionTree(regions)
      .below(code)
      .map((region) => region.code),
  ])
  return (regionCode) => codes.has(regionCode)
}

/** What needs somebody first: by the worst of each target's chosen judgements; else as they come. */
export function worstOf(found: readonly FoundTarget[]): FoundTarget[] {
  return found
    .map((one) => ({ one, progress: one.chosen.toSorted(compared).at(0) }))
    .flatMap(({ one, progress }) => (progress ? [{ one, progress }] : []))
    .sort(worstFirst)
    .map(({ one }) => one)
}

const compared = (one: Target['progress'][number], other: Target['progress'][number]): number =>
  worstFirst({ progress: one }, { progress: other })

/** By id, compared by its bytes: the fixed order of the CSV files. */
export function inOrder(found: readonly FoundTarget[]): FoundTarget[] {
  return found.toSorted((a, b) => (a.target.id < b.target.id ? -1 : 1))
}
