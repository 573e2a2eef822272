import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import SQLite from 'better-sqlite3'
import { stringify } from 'csv-stringify'
import type { Read } from './references.ts'

/** Reads rows of a SQLite file one by one, and writes them as CSV with the package csv-stringify. */
export async function stringifyCsv(file: string, query: string): Promise<Read> {
  const begin = performance.now()
  const database = new SQLite(file, { readonly: true })
  const hash = createHash('sha256')
  let bytes = 0
  try {
    const rows = Readable.from(database.prepare(query).iterate())
    for await (const part of rows.compose(stringify({ header: true })) as AsyncIterable<Buffer>) {
      hash.update(part)
      bytes += part.length
    }
  } finally {
    database.close()
  }
  return { milliseconds: performance.now() - begin, bytes, sha256: hash.digest('hex') }
}
