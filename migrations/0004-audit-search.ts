import type { Kysely } from 'kysely'
import { run } from './ddl.ts'

/** The audit log is searched by what happened too: without this, every line is read for one kind of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await run(db, 'create index audit_line_action on audit_line (action, seq)')
}
