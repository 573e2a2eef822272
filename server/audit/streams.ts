import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { csvLine, toCsv } from '../domain/csv.ts'
import { pause } from '../pause.ts'
import { AUDIT_COLUMNS } from './csv.ts'
import { readLinePages } from './queries.ts'
import { readFound, type Search } from './search.ts'

/** What is found as CSV, in the order of the log, a text for each step: an empty one where that found nothing. */
export async function* lineTexts(db: Kysely<Database>, search: Search, hasMark: boolean): AsyncGenerator<string> {
  yield toCsv(AUDIT_COLUMNS, [], hasMark)
  for await (const lines of readFound(db, search)) {
    yield lines.map((line) => csvLine(AUDIT_COLUMNS, line)).join('')
  }
}

/** The log up to the line `upTo`, each line exactly as hashed and ended by a line feed. */
export async function* logTexts(db: Kysely<Database>, upTo: number): AsyncGenerator<string> {
  for await (const page of readLinePages(db, upTo)) {
    yield page.map((line) => `${line}\n`).join('')
    await pause()
  }
}
