import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { csvLine, toCsv } from '../domain/csv.ts'
import { AUDIT_COLUMNS } from './csv.ts'
import { readLinePages } from './queries.ts'
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
  let after = search.after
  for (;;) {
    const lines = await findNextLines(db, search, { limit: PAGE, after })
    yield lines.map((line) => csvLine(AUDIT_COLUMNS, line)).join('')
    if (lines.length < PAGE) return
    after = lines.at(-1)?.seq ?? after
  }
}

async function* logParts(db: Kysely<Database>, upTo: number): AsyncGenerator<string> {
  for await (const page of readLinePages(db, upTo)) yield page.map((line) => `${line}\n`).join('')
}
