import type { Transaction } from 'kysely'
import type { Database, ObservationStepTable } from '../db/schema.ts'
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
