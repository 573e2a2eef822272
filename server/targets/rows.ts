import type { Selectable, Transaction } from 'kysely'
import type { Conflict } from '../contract/target.ts'
import type { ConflictTable, Database, MilestoneTable } from '../db/schema.ts'
import { toFraction } from '../domain/decimal.ts'
import type { Milestone } from '../domain/model.ts'
import type { CorrectionCode, Kind } from '../domain/words.ts'

/** One revision of a target, whole: what the plan promises from an instant on. */
export interface TargetPromise {
  id: string
  revision: number
  planCode: string
  regionCode: string
  indicatorCode: string
  ownerZh: string | null
  clause: string
  quote: string
  sourceFile: string
  conflicts: Conflict[]
  milestones: Milestone[]
  /** Why it replaces the revision before; null in the first. */
  correction: { code: CorrectionCode; reason: string } | null
  sample: boolean
}

export const toMilestone = (row: Selectable<MilestoneTable>): Milestone => ({
  year: row.year,
  comparator: row.comparator,
  value: row.value,
  valueHigh: row.value_high,
  tolerance: row.tolerance,
  wordingZh: row.wording_zh,
  deadlineBasis: row.deadline_basis,
  baseline:
    row.baseline_year === null || row.baseline_value === null || row.baseline_basis === null
      ? null
      : {
          year: row.baseline_year,
          value: row.baseline_value,
          basis: row.baseline_basis,
          quote: row.baseline_quote,
          reason: row.baseline_reason,
        },
})

export const toConflict = (row: Selectable<ConflictTable>): Conflict => ({
  clause: row.clause,
  quote: row.quote,
  sourceFile: row.source_file,
  noteZh: row.note_zh,
  noteEn: row.note_en,
  targetId: row.other_target_id,
})

/** Writes one revision of a target, and with its first revision the target itself. */
export async function insertPromise(trx: Transaction<Database>, seq: number, promise: TargetPromise): Promise<void> {
  const { id, planCode, regionCode, indicatorCode } = promise
  const { kind, better } = await trx
    .selectFrom('indicator')
    .select(['kind', 'better'])
    .where('code', '=', indicatorCode)
    .executeTakeFirstOrThrow()
  refuseUnlikely(promise, kind)
  if (promise.revision === 1) {
    await trx
      .insertInto('target')
      .values({ id, seq, plan_code: planCode, region_code: regionCode, indicator_code: indicatorCode, kind, better })
      .execute()
  } else {
    await trx
      .selectFrom('target')
      .select('id')
      .where('id', '=', id)
      .where('plan_code', '=', planCode)
      .where('region_code', '=', regionCode)
      .where('indicator_code', '=', indicatorCode)
      .executeTakeFirstOrThrow(() => new Error(`target ${id} keeps its plan, region and indicator`))
  }
  await trx
    .insertInto('target_revision')
    .values({
      seq,
      target_id: id,
      kind,
      better,
      revision: promise.revision,
      owner_zh: promise.ownerZh,
      clause: promise.clause,
      quote: promise.quote,
      source_file: promise.sourceFile,
      correction_code: promise.correction?.code ?? null,
      correction_reason: promise.correction?.reason ?? null,
      sample: promise.sample ? 1 : 0,
    })
    .execute()
  for (const milestone of promise.milestones) {
    await trx
      .insertInto('milestone')
      .values({
        target_revision_seq: seq,
        year: milestone.year,
        kind,
        better,
        comparator: milestone.comparator,
        value: milestone.value,
        value_high: milestone.valueHigh,
        tolerance: milestone.tolerance,
        wording_zh: milestone.wordingZh,
        deadline_basis: milestone.deadlineBasis,
        baseline_year: milestone.baseline?.year ?? null,
        baseline_value: milestone.baseline?.value ?? null,
        baseline_basis: milestone.baseline?.basis ?? null,
        baseline_quote: milestone.baseline?.quote ?? null,
        baseline_reason: milestone.baseline?.reason ?? null,
      })
      .execute()
  }
  for (const [index, conflict] of promise.conflicts.entries()) {
    await trx
      .insertInto('conflict')
      .values({
        target_revision_seq: seq,
        position: index + 1,
        clause: conflict.clause,
        quote: conflict.quote,
        source_file: conflict.sourceFile,
        note_zh: conflict.noteZh,
        note_en: conflict.noteEn,
        other_target_id: conflict.targetId,
      })
      .execute()
  }
}

/** What the columns of a single row cannot tell. */
function refuseUnlikely({ id, milestones, conflicts }: TargetPromise, kind: Kind): void {
  if (milestones.length === 0) throw new Error(`target ${id} has no milestone`)
  for (const { year, value, valueHigh, tolerance } of milestones) {
    if (value !== null && valueHigh !== null && !toFraction(valueHigh).gt(toFraction(value))) {
      throw new Error(`target ${id}: the upper end of ${year} is not larger than the lower`)
    }
    if (tolerance !== null && toFraction(tolerance).gt(1))
      throw new Error(`target ${id}: the tolerance of ${year} is above 1`)
  }
  const starts = new Set(
    milestones.map(({ baseline }) => baseline && `${baseline.year}/${toFraction(baseline.value).toFraction()}`),
  )
  if (kind === 'cumulative' && starts.size > 1) throw new Error(`target ${id}: a running total has one start`)
  if (conflicts.some(({ targetId }) => targetId === id)) throw new Error(`target ${id} is in conflict with itself`)
}
