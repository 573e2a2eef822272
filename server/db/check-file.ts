import { type Kysely, sql } from 'kysely'
import { engineOf } from './dialect.ts'
import type { Database } from './schema.ts'

/** Throws where the file of SQLite is damaged, which reads one of which a part is without a word. Reads all of it. */
export async function checkFile(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) !== 'sqlite') return
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const [found] = rows
  if (found?.quick_check === 'ok') return
  throw Object.assign(new Error(found?.quick_check), { code: 'SQLITE_CORRUPT' })
}
