import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { GENESIS } from '../audit/chain.ts'
import { findLastLine } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { MOVED_TABLES, type MovedTable } from './moved-tables.ts'
import { countRows, listColumns, readPages } from './table-rows.ts'

/** By which the content of two databases is known to be the same, whatever their engines. */
export interface Fingerprint {
  /** Lowercase hexadecimal SHA-256 over the tables below. */
  sha256: string
  tables: { name: string; rows: number; sha256: string }[]
  /** Number and hash of the last line of the log. */
  lines: number
  lastHash: string
}

/**
 * Reads every table that moves.
 *
 * Of each: a JSON array of its name and its columns in the order of names, then each row as the JSON array of its values,
 * in the order of the key, a line feed behind each. Over all: a line `sha256  name rows` for each table, in their order.
 *
 * @param onRead hears of each page how many rows it has
 */
export async function fingerprintOf(db: Kysely<Database>, onRead: (rows: number) => void): Promise<Fingerprint> {
  const tables: Fingerprint['tables'] = []
  for (const table of MOVED_TABLES) tables.push({ name: table.name, ...(await hashTable(db, table, onRead)) })
  const all = createHash('sha256')
  for (const { name, rows, sha256 } of tables) all.update(`${sha256}  ${name} ${rows}\n`)
  const last = await findLastLine(db)
  return { sha256: all.digest('hex'), tables, lines: last?.seq ?? 0, lastHash: last?.hash ?? GENESIS }
}

async function hashTable(
  db: Kysely<Database>,
  table: MovedTable,
  onRead: (rows: number) => void,
): Promise<{ rows: number; sha256: string }> {
  const columns = (await listColumns(db, table.name)).map(({ name }) => name)
  const hash = createHash('sha256').update(`${JSON.stringify([table.name, ...columns])}\n`)
  let rows = 0
  for await (const page of readPages(db, table)) {
    hash.update(page.map((row) => `${JSON.stringify(columns.map((column) => row[column]))}\n`).join(''))
    rows += page.length
    onRead(page.length)
  }
  // Counted once more by the engine itself: what copies and what compares read pages in the same way.
  const counted = await countRows(db, table.name)
  if (counted !== rows) throw new Error(`Of the ${counted} rows of ${table.name} ${rows} were read.`)
  return { rows, sha256: hash.digest('hex') }
}

/** The first table that is not the same on both sides, as a sentence; undefined where all are. */
export function whyDifferent(from: Fingerprint, to: Fingerprint): string | undefined {
  for (const [at, { name, rows, sha256 }] of from.tables.entries()) {
    const other = to.tables[at]
    if (other?.sha256 !== sha256)
      return `The table ${name} is not the same: ${rows} rows here, ${other?.rows ?? 0} there.`
  }
  return from.lastHash === to.lastHash ? undefined : 'The last line of the log is not the same.'
}
