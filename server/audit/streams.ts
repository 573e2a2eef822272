import { Readable } from 'node:stream'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { csvLine, toCsv } from '../domain/csv.ts'
import { AUDIT_COLUMNS } from './csv.ts'
import { readLinePages } from './queries.ts'
import { readFound, type Search } from './search.ts'

/** What is found as CSV, in the order of the log. */
export const csvStream = (db: Kysely<Database>, search: Search, mark: boolean): Readable =>
  toStream(csvParts(db, search, mark))

/** The log up to the line `upTo`, each line exactly as hashed and ended by a line feed. */
export const logStream = (db: Kysely<Database>, upTo: number): Readable => toStream(logParts(db, upTo))

/** Of bytes, so that no more than the next page is made before it is taken. */
const toStream = (parts: AsyncGenerator<string>): Readable => Readable.from(parts, { objectMode: false })

async function* csvParts(db: Kysely<Database>, search: Search, mark: boolean): AsyncGenerator<string> {
  yield toCsv(AUDIT_COLUMNS, [], mark)
  for await (const lines of readFound(db, search)) {
    if (lines.length > 0) yield lines.map((line) => csvLine(AUDIT_COLUMNS, line)).join('')
  }
}

async function* logParts(db: Kysely<Database>, upTo: number): AsyncGenerator<string> {
  for await (const page of readLinePages(db, upTo)) {
    yield page.map((line) => `${line}\n`).join('')
    await othersTurn()
  }
}
