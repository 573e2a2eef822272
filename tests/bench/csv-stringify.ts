import { Readable } from 'node:stream'
import SQLite from 'better-sqlite3'
import { stringify } from 'csv-stringify'
import { hashed, type Read } from './references.ts'

/** Reads rows of a SQLite file one by one, and writes them as CSV with the package csv-stringify. */
export async function stringifyCsv(file: string, query: string): Promise<Read> {
  const begin = performance.now()
  const database = new SQLite(file, { readonly: true })
  try {
    const rows = Readable.from(database.prepare(query).iterate())
    const read = await hashed(rows.compose(stringify({ header: true })))
    return { milliseconds: performance.now() - begin, ...read }
  } finally {
    database.close()
  }
}
