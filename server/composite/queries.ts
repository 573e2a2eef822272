import type { Kysely } from 'kysely'
import type { WeightRevision } from '../contract/composite.ts'
import type { Plan, Region } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import type { Database } from '../db/schema.ts'
import { DEFAULT_WEIGHT, type WeighedMilestone } from '../domain/composite.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import type { Progress } from '../domain/model.ts'
import type { AsOf } from '../http/as-of.ts'
import { listPlans, listRegions } from '../plans/queries.ts'
import { findTargets } from '../targets/find.ts'

/** One milestone with what it weighs, and whose it is. */
export interface Item extends WeighedMilestone {
  target: Target
  progress: Progress
  weightRevision: number
}

/** What a composite progress is made of. */
export interface Ground {
  regions: readonly Region[]
  plans: readonly Plan[]
  milestoneYears: number[]
  /** The targets that the filters leave, also those without a milestone of the choice. */
  targets: Target[]
  items: Item[]
  weights: WeightRevision[]
}

interface Asked {
  region?: string | undefined
  plan?: string | undefined
  milestone: MilestoneChoice
}

/** The milestones of the choice, at most one of each target, with the weights in force, in the order of the plans. */
export async function findGround(db: Kysely<Database>, asOf: AsOf, asked: Asked): Promise<Ground> {
  const found = await findTargets(db, asOf, {})
  const all = found.map(({ target }) => target)
  const targets = all.filter(
    ({ regionCode, planCode }) =>
      (asked.region === undefined || regionCode === asked.region) &&
      (asked.plan === undefined || planCode === asked.plan),
  )
  const ids = new Set(targets.map(({ id }) => id))
  const weights = (await listWeights(db, asOf.seq)).filter(({ targetId }) => ids.has(targetId))
  const inForce = new Map(weights.map((weight) => [weight.targetId, weight]))
  return {
    regions: await listRegions(db, asOf.seq),
    plans: await listPlans(db, asOf.seq),
    milestoneYears: [...new Set(all.flatMap(({ milestones }) => milestones.map(({ year }) => year)))].sort(
      (one, other) => one - other,
    ),
    targets,
    items: targets.flatMap((target) => toItems(target, asked.milestone, inForce.get(target.id))),
    weights,
  }
}

function toItems(target: Target, choice: MilestoneChoice, given: WeightRevision | undefined): Item[] {
  const year = choice === 'next' ? target.nextMilestoneYear : choice
  return target.progress
    .filter(({ milestoneYear }) => milestoneYear === year)
    .map((progress) => ({
      targetId: target.id,
      kind: target.indicator.kind,
      status: progress.status,
      reason: progress.reason,
      pathShare: progress.pathShare,
      weight: given?.weight ?? DEFAULT_WEIGHT,
      weightRevision: given?.revision ?? 0,
      target,
      progress,
    }))
}

/** Every weight given by the audit line `seq`, the first given first; the last of a target is in force. */
async function listWeights(db: Kysely<Database>, seq: number): Promise<WeightRevision[]> {
  const rows = await db
    .selectFrom('target_weight')
    .innerJoin('audit_line', 'audit_line.seq', 'target_weight.seq')
    .select(['target_id', 'revision', 'weight', 'audit_line.at', 'audit_line.actor', 'audit_line.reason'])
    .where('target_weight.seq', '<=', seq)
    .orderBy('target_weight.seq')
    .execute()
  return rows.map((row) => ({
    targetId: row.target_id,
    revision: row.revision,
    weight: row.weight,
    at: row.at,
    enteredBy: row.actor,
    reason: row.reason,
  }))
}

/** How often a target was given a weight; undefined where there is no such target. */
export async function findWeightRevision(db: Kysely<Database>, targetId: string): Promise<number | undefined> {
  const target = await db.selectFrom('target').select('id').where('id', '=', targetId).executeTakeFirst()
  if (target === undefined) return undefined
  const given = await db.selectFrom('target_weight').select('revision').where('target_id', '=', targetId).execute()
  return given.length
}
