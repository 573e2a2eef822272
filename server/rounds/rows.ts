import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { RoundKind } from '../domain/words.ts'

/** One revision of a round, whole. */
export interface RoundTerms {
  /** Null in the first revision: a round is named by the audit line that opened it. */
  roundId: number | null
  revision: number
  year: number
  kind: RoundKind
  regionCodes: string[]
  /** Null: those of the regions' targets. */
  indicatorCodes: string[] | null
  /** Days in Asia/Shanghai, both inclusive. */
  opensOn: string
  closesOn: string
}

/** Writes one revision of a round, and with its first revision the round itself. */
export async function insertRound(trx: Transaction<Database>, seq: number, round: RoundTerms): Promise<void> {
  const { year, kind, roundId, revision, regionCodes, indicatorCodes } = round
  if (roundId === null) await trx.insertInto('round').values({ id: seq, year, kind }).execute()
  await trx
    .insertInto('round_revision')
    .values({
      seq,
      round_id: roundId ?? seq,
      revision,
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      limited: indicatorCodes === null ? 0 : 1,
    })
    .execute()
  const regions = regionCodes.map((code) => ({ round_revision_seq: seq, region_code: code }))
  await trx.insertInto('round_region').values(regions).execute()
  const indicators = (indicatorCodes ?? []).map((code) => ({ round_revision_seq: seq, indicator_code: code }))
  if (indicators.length > 0) await trx.insertInto('round_indicator').values(indicators).execute()
}
