import type { Kysely, Selectable } from 'kysely'
import type { Database, SnapshotTable } from '../db/schema.ts'
import type { SnapshotTerms, WrittenFile } from './rows.ts'

/** A snapshot that was made. */
export interface Snapshot extends SnapshotTerms {
  /** The line of the log by which it was made. */
  seq: number
  madeAt: string
  madeBy: string
  reason: string | null
}

const told = (db: Kysely<Database>) =>
  db
    .selectFrom('snapshot')
    .innerJoin('audit_line', 'audit_line.seq', 'snapshot.seq')
    .selectAll('snapshot')
    .select(['audit_line.at', 'audit_line.actor', 'audit_line.reason'])

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

type Row = Selectable<SnapshotTable> & { at: string; actor: string; reason: string | null }

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
  reason: row.reason,
})
