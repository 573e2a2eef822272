import type { Selectable, Transaction } from 'kysely'
import { toCorrection } from '../db/correction.ts'
import type { Database, ObservationRevisionTable, ObservationStepTable } from '../db/schema.ts'
import type { CorrectionCode, MissingReason } from '../domain/words.ts'

/** One entered version of a figure, whole. */
export interface EnteredFigure {
  regionCode: string
  indicatorCode: string
  year: number
  measure: string
  revision: number
  value: string | null
  missingReason: MissingReason | null
  provisional: boolean
  breakBefore: boolean
  source: string | null
  note: string | null
  correction: { code: CorrectionCode; reason: string } | null
  sample: boolean
}

/** One step of an entered figure through the review. */
export interface Step {
  observationId: number
  comment: string | null
}

/** A revision with its audit line's instant and actor. */
export interface EnteredRow extends Omit<Selectable<ObservationRevisionTable>, 'kind'> {
  entered_at: string
  entered_by: string
}

/** What a revision says from its entry on, whatever becomes of it. */
export const toEnteredRevision = (row: EnteredRow) => ({
  id: row.seq,
  regionCode: row.region_code,
  indicatorCode: row.indicator_code,
  year: row.year,
  measure: row.measure,
  value: row.value,
  missingReason: row.missing_reason,
  provisional: row.provisional === 1,
  breakBefore: row.break_before === 1,
  source: row.source,
  note: row.note,
  revision: row.revision,
  correction: toCorrection(row),
  sample: row.sample === 1,
  enteredBy: row.entered_by,
  enteredAt: row.entered_at,
})

export async function insertFigure(trx: Transaction<Database>, seq: number, figure: EnteredFigure): Promise<void> {
  const { kind } = await trx
    .selectFrom('indicator')
    .select('kind')
    .where('code', '=', figure.indicatorCode)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('observation_revision')
    .values({
      seq,
      region_code: figure.regionCode,
      indicator_code: figure.indicatorCode,
      kind,
      year: figure.year,
      measure: figure.measure,
      revision: figure.revision,
      value: figure.value,
      missing_reason: figure.missingReason,
      provisional: figure.provisional ? 1 : 0,
      break_before: figure.breakBefore ? 1 : 0,
      source: figure.source,
      note: figure.note,
      correction_code: figure.correction?.code ?? null,
      correction_reason: figure.correction?.reason ?? null,
      sample: figure.sample ? 1 : 0,
    })
    .execute()
}

export async function insertStep(
  trx: Transaction<Database>,
  seq: number,
  step: ObservationStepTable['step'],
  { observationId, comment }: Step,
): Promise<void> {
  await trx.insertInto('observation_step').values({ seq, observation_seq: observationId, step, comment }).execute()
}
