import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'

/** A file of a snapshot, as it lies on the disk. */
export interface WrittenFile {
  name: string
  bytes: number
  /** Lowercase hexadecimal SHA-256 of its bytes. */
  sha256: string
  /** How many rows it holds, apart from its head; null where it holds none. */
  rows: number | null
}

/** What the log says of a snapshot that was made. */
export interface SnapshotTerms {
  /** Counted from 1 on. */
  number: number
  /** As known when, UTC. */
  instant: string
  /** The last line of the log that it holds. */
  logSeq: number
  /** SHA-256 of its `SHA256SUMS`; the fingerprint of the whole. */
  fingerprint: string
  /** The fingerprint of the snapshot before; null for the first. */
  previous: string | null
  files: readonly WrittenFile[]
  /** What it is called; absent of those that were made before they had titles. */
  titleZh?: string | undefined
  /** After the annual rounds of which year the program made it by itself. */
  roundYear?: number | undefined
}

export async function insertSnapshot(trx: Transaction<Database>, seq: number, terms: SnapshotTerms): Promise<void> {
  const { number, instant, logSeq, fingerprint, previous, files, titleZh = null, roundYear = null } = terms
  await trx
    .insertInto('snapshot')
    .values({
      seq,
      number,
      instant,
      log_seq: logSeq,
      fingerprint,
      previous,
      files: JSON.stringify(files),
      title_zh: titleZh,
      round_year: roundYear,
    })
    .execute()
}
