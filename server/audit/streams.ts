import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { toCsv } from '../domain/csv.ts'
import { AUDIT_COLUMNS } from './csv.ts'
import { findNextLines, type Search } from './search.ts'

// So many lines are in memory at a time.
const PAGE = 1000

/** What is found as CSV, in the order of the log. */
export const csvStream = (db: Kysely<Database>, search: Search, mark: boolean): Readable =>
  Readable.from(csvParts(db, search, mark))

/** The log up to the line `upTo`, each line exactly as hashed and ended by a line feed. */
export const logStream = (db: Kysely<Database>, upTo: number): Readable => Readable.from(logParts(db, upTo))

async function* csvParts(db: Kysely<Database>, search: Search, mark: boolean): AsyncGenerator<string> {
  yield toCsv(AUDIT_COLUMNS, [], mark)
  const header = toCsv(AUDIT_COLUMNS, [], false).length
  let after = search.after
  for (;;) {
    const lines = await findNextLines(db, search, { limit: PAGE, after })
    yield toCsv(AUDIT_COLUMNS, lines, false).slice(header)
    if (lines.length < PAGE) return
    after = lines.at(-1)?.seq ?? after
  }
}

async function* logParts(db: Kysely<Database>, upTo: number): AsyncGenerator<string> {
  for (let after = 0; after < upTo; after += PAGE) {
    const rows = await db
      .selectFrom('audit_line')
      .select('line')
      .where('seq', '>', after)
      .where('seq', '<=', Math.min(after + PAGE, upTo))
      .orderBy('seq')
      .execute()
    yield rows.map(({ line }) => `${line}\n`).join('')
  }
}
