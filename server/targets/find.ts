import type { Kysely } from 'kysely'
import type { Plan, Region } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { Database } from '../db/schema.ts'
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
  const regions = byCode(await listRegions(db, asOf.seq))
  return (await judgeTargets(db, asOf)).flatMap((judged) => {
    const { target } = judged
    const plan = plans.get(target.planCode)
    const region = regions.get(target.regionCode)
    if (plan === undefined || region === undefined) throw new Error(`target ${target.id} without its plan or region`)
    const chosen = chosenProgress(target, filters, { plan, region })
    return chosen.length > 0 ? [{ ...judged, plan, region, chosen }] : []
  })
}

/** By id, compared by its bytes: the fixed order of the CSV files. */
export function inOrder(found: readonly FoundTarget[]): FoundTarget[] {
  return found.toSorted((a, b) => (a.target.id < b.target.id ? -1 : 1))
}
