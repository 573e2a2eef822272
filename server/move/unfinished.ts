import { type Kysely, sql, type Transaction } from 'kysely'
import { findHash } from '../audit/queries.ts'
import { engineOf } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'

/** The table that is there as long as a database is the unfinished target of a move: what of, and begun by which schema. */
const MARK = 'unfinished_move'

interface Mark {
  /** The log of the source when the move began. */
  lines: number
  hash: string
  /** The last migration of the program that began it. */
  migration: string
}

/** Every table of a database in the order of names, those of the program and others. */
export async function listTables(db: Kysely<Database>): Promise<string[]> {
  const names =
    engineOf(db) === 'sqlite'
      ? sql<{
          name: string
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`
      : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
  return (await names.execute(db)).rows.map(({ name }) => name).toSorted()
}

export const isUnfinished = async (db: Kysely<Database>): Promise<boolean> => (await listTables(db)).includes(MARK)

/** Throws one sentence where a database is the unfinished target of a move. */
export async function refuseUnfinished(db: Kysely<Database>): Promise<void> {
  if (!(await isUnfinished(db))) return
  throw new Error(
    'A move into this database has not come to its end, so that tables may lack rows. Run the same npm run move once more, which goes on where it was.',
  )
}

/** Marks an empty database of the newest schema as the target of a move. */
export async function markUnfinished(trx: Transaction<Database>, end: Omit<Mark, 'migration'>): Promise<void> {
  const table = sql.table(MARK)
  await sql`create table ${table} (lines integer not null, hash text not null, migration text not null)`.execute(trx)
  const migration = await lastMigration(trx)
  await sql`insert into ${table} (lines, hash, migration) values (${end.lines}, ${end.hash}, ${migration})`.execute(trx)
}

export const unmark = async (trx: Transaction<Database>): Promise<void> =>
  void (await sql`drop table ${sql.table(MARK)}`.execute(trx))

/** Throws one sentence where an unfinished target is not of this source, or was begun by another version of the program. */
export async function checkMark(target: Kysely<Database>, source: Kysely<Database>): Promise<void> {
  const { rows } = await sql<Mark>`select lines, hash, migration from ${sql.table(MARK)}`.execute(target)
  const [mark] = rows
  if (mark === undefined || (await findHash(source, mark.lines)) !== mark.hash) {
    throw new Refused(
      `is the unfinished target of a move from another database: its line ${mark?.lines ?? 1} is not one of FROM. ${EMPTY_IT}`,
    )
  }
  if (mark.migration !== (await lastMigration(source))) {
    throw new Refused(`is the unfinished target of a move by another version of this program. ${EMPTY_IT}`)
  }
}

async function lastMigration(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db)
  return rows[0]?.name ?? ''
}

/** What a side is that cannot take part in a move, as the rest of a sentence. */
export class Refused extends Error {}

export const EMPTY_IT = 'Give another target, or remove this database and make an empty one.'
