import { type Kysely, PostgresAdapter, type Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Database } from './schema.ts'

export type Engine = 'sqlite' | 'postgres'

export function engineOf(db: Kysely<Database>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

// Any number that no one else in the database uses.
const WRITER_LOCK = 7_382_646

/**
 * Runs `write` alone: one writer at a time on either engine, since each change continues the chain of the audit log.
 * All of it is stored or nothing. Nothing slow may be awaited inside, and nothing may use the outer connection.
 */
export async function inWriteTransaction<Result>(
  db: Kysely<Database>,
  write: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async (trx) => {
    if (engineOf(trx) === 'postgres') await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(trx)
    return await write(trx)
  })
}
