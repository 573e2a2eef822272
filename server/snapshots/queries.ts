import type { Kysely, Selectable } from 'kysely'
import type { Database, SnapshotTable } from '../db/schema.ts'
import { type AsOf, toAsOf } from '../http/as-of.ts'
import type { SnapshotTerms, WrittenFile } from './rows.ts'

/** A snapshot that was made. */
export interface Snapshot extends SnapshotTerms {
  /** The line of the log by which it was made. */
  seq: number
  madeAt: string
  madeBy: string
}

const told = (db: Kysely<Database>) =>
  db
    .selectFrom('snapshot')
    .innerJoin('audit_line', 'audit_line.seq', 'snapshot.seq')
    .selectAll('snapshot')
    .select(['audit_line.at', 'audit_line.actor'])

/** All snapshots, the newest first. */
export async function listSnapshots(db: Kysely<Database>): Promise<Snapshot[]> {
  return (await told(db).orderBy('number', 'desc').execute()).map(toSnapshot)
}

/** The snapshot of this number, or the newest; undefined where there is none. */
export async function findSnapshot(db: Kysely<Database>, number?: number): Promise<Snapshot | undefined> {
  const query = told(db).orderBy('number', 'desc').limit(1)
  const row = await (number === undefined ? query : query.where('number', '=', number)).executeTakeFirst()
  return row && toSnapshot(row)
}

/** The moment as of which it was made, by the line that it ends with: another may have been written in the same millisecond. */
export const asOfSnapshot = ({ instant, logSeq }: Snapshot): AsOf => toAsOf(new Date(instant), logSeq)

type Row = Selectable<SnapshotTable> & { at: string; actor: string }

const toSnapshot = (row: Row): Snapshot => ({
  seq: row.seq,
  number: row.number,
  instant: row.instant,
  logSeq: row.log_seq,
  fingerprint: row.fingerprint,
  previous: row.previous,
  files: JSON.parse(row.files) as WrittenFile[],
  madeAt: row.at,
  madeBy: row.actor,
  ...(row.title_zh !== null && { titleZh: row.title_zh }),
  ...(row.round_year !== null && { roundYear: row.round_year }),
})
