import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** Later than any line of the log: as things stand now. The largest number that both engines take for one. */
export const NEWEST = 2_147_483_647

/** The last line of the log that was written at or before `instant`; 0 before the first. What was in force then has no later line. */
export async function seqAt(db: Kysely<Database>, instant: Date): Promise<number> {
  // Not `max(seq)`, for which SQLite goes through the log from its end.
  const line = await db
    .selectFrom('audit_line')
    .select('seq')
    .where('at', '<=', instant.toISOString())
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return line?.seq ?? 0
}

/** The end of the log; undefined before its first line. */
export async function findLastLine(
  db: Kysely<Database>,
): Promise<{ seq: number; at: string; hash: string } | undefined> {
  return await db
    .selectFrom('audit_line')
    .select(['seq', 'at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The log's lines in order, exactly as hashed. */
export async function listLines(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('audit_line').select('line').orderBy('seq').execute()
  return rows.map((row) => row.line)
}

/** The hash of a line; undefined where there is no such line. */
export async function findHash(db: Kysely<Database>, seq: number): Promise<string | undefined> {
  const line = await db.selectFrom('audit_line').select('hash').where('seq', '=', seq).executeTakeFirst()
  return line?.hash
}

// So many lines are in memory at a time.
const PAGE = 1000

/** The log's lines up to one, in order. */
export async function* readLines(db: Kysely<Database>, upTo: number): AsyncGenerator<string> {
  for await (const page of readLinePages(db, upTo)) yield* page
}

/** The same, page by page. */
export async function* readLinePages(db: Kysely<Database>, upTo: number): AsyncGenerator<string[]> {
  for (let seq = 0; seq < upTo; ) {
    const rows = await db
      .selectFrom('audit_line')
      .select(['seq', 'line'])
      .where('seq', '>', seq)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    if (rows.length === 0) return
    yield rows.map(({ line }) => line)
    seq = rows.at(-1)?.seq ?? upTo
  }
}
