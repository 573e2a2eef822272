import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Conflict } from '../contract/target.ts'
import { type Correction, toCorrection } from '../db/correction.ts'
import type { Database } from '../db/schema.ts'
import type { Milestone } from '../domain/model.ts'
import { toConflict, toMilestone } from './rows.ts'

/** One revision of a target as it stands in the database. */
export interface StoredRevision {
  seq: number
  revision: number
  at: string
  /** Who entered it. */
  by: string
  ownerZh: string | null
  clause: string
  quote: string
  sourceFile: string
  correction: Correction | null
  sample: boolean
  milestones: Milestone[]
  conflicts: Conflict[]
}

/** A target with all that it ever promised, oldest first. */
export interface StoredTarget {
  id: string
  planCode: string
  regionCode: string
  indicatorCode: string
  revisions: [StoredRevision, ...StoredRevision[]]
}

/** Which targets: absent, all of them. */
interface TargetChoice {
  id?: string | undefined
  ids?: readonly string[] | undefined
  region?: string | undefined
}

/** The targets known by the audit line `seq`, in the order in which they were first entered. */
export async function listStoredTargets(
  db: Kysely<Database>,
  seq: number,
  { id, ids, region }: TargetChoice = {},
): Promise<StoredTarget[]> {
  if (ids?.length === 0) return [] // PostgreSQL takes no empty list
  let targets = db.selectFrom('target').selectAll().where('seq', '<=', seq).orderBy('seq')
  if (id !== undefined) targets = targets.where('id', '=', id)
  if (ids !== undefined) targets = targets.where('id', 'in', ids)
  if (region !== undefined) targets = targets.where('region_code', '=', region)
  const revisions = await listRevisions(db, seq, targets.clearSelect().clearOrderBy().select('id'))
  return (await targets.execute()).flatMap((row) => {
    const [first, ...later] = revisions.get(row.id) ?? []
    if (first === undefined) return []
    return {
      id: row.id,
      planCode: row.plan_code,
      regionCode: row.region_code,
      indicatorCode: row.indicator_code,
      revisions: [first, ...later],
    }
  })
}

/** The ids of the targets known by the audit line `seq` that come after `after`, compared by their bytes. */
export async function listTargetIds(
  db: Kysely<Database>,
  seq: number,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('target')
    .select('id')
    .where('seq', '<=', seq)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

type TargetIds = SelectQueryBuilder<Database, 'target', { id: string }>

async function listRevisions(
  db: Kysely<Database>,
  seq: number,
  targets: TargetIds,
): Promise<Map<string, StoredRevision[]>> {
  const query = db
    .selectFrom('target_revision')
    .innerJoin('audit_line', 'audit_line.seq', 'target_revision.seq')
    .selectAll('target_revision')
    .select(['audit_line.at', 'audit_line.actor'])
    .where('target_revision.seq', '<=', seq)
    .where('target_revision.target_id', 'in', targets)
    .orderBy('target_revision.seq')
  const rows = await query.execute()
  const seqs = query.clearSelect().clearOrderBy().select('target_revision.seq')
  const milestones = await db
    .selectFrom('milestone')
    .selectAll()
    .where('target_revision_seq', 'in', seqs)
    .orderBy('year')
    .execute()
  const conflicts = await db
    .selectFrom('conflict')
    .selectAll()
    .where('target_revision_seq', 'in', seqs)
    .orderBy('position')
    .execute()
  const milestonesOf = Map.groupBy(milestones, (row) => row.target_revision_seq)
  const conflictsOf = Map.groupBy(conflicts, (row) => row.target_revision_seq)
  return Map.groupBy(
    rows.map((row) => ({
      targetId: row.target_id,
      seq: row.seq,
      revision: row.revision,
      at: row.at,
      by: row.actor,
      ownerZh: row.owner_zh,
      clause: row.clause,
      quote: row.quote,
      sourceFile: row.source_file,
      correction: toCorrection(row),
      sample: row.sample === 1,
      milestones: (milestonesOf.get(row.seq) ?? []).map(toMilestone),
      conflicts: (conflictsOf.get(row.seq) ?? []).map(toConflict),
    })),
    (revision) => revision.targetId,
  )
}

/** The targets of which a judgement may have become another between two lines of the log; undefined: of any. */
export async function listTouchedTargets(
  db: Kysely<Database>,
  after: number,
  upTo: number,
): Promise<string[] | undefined> {
  const wider = await db
    .selectFrom('audit_line')
    .select('seq')
    .where('action', 'in', ['indicator.add', 'indicator.revise'])
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .limit(1)
    .executeTakeFirst()
  if (wider !== undefined) return undefined
  const rows = await db
    .selectFrom('target_revision')
    .select('target_id')
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .union(
      db
        .selectFrom('observation_step as decision')
        .innerJoin('observation_revision as revision', 'revision.seq', 'decision.observation_seq')
        .innerJoin('target', (join) =>
          join
            .onRef('target.region_code', '=', 'revision.region_code')
            .onRef('target.indicator_code', '=', 'revision.indicator_code'),
        )
        .where('decision.step', '=', 'approved')
        .where('decision.seq', '>', after)
        .where('decision.seq', '<=', upTo)
        .select('target.id as target_id'),
    )
    .execute()
  return rows.map((row) => row.target_id)
}
