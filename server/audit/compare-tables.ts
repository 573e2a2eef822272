import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import { LOGGED_TABLES, type LoggedTable } from './logged-tables.ts'

/** One place in which a table is not as the log says; values as JSON, absent where there is no row. */
export interface Difference {
  table: string
  /** `seq 63`, `target_revision_seq 40, year 2025`. */
  key: string
  /** Absent where the whole row is missing or too many. */
  column?: string
  /** What the log makes of it. */
  logged?: string
  /** What the database has. */
  stored?: string
}

type Row = Record<string, unknown>

// So many rows of each side are in memory at a time.
const PAGE = 1000

/**
 * Where the tables of a database are not those that were rebuilt from its log, in the order of tables and keys.
 *
 * @param upTo the last line of the log that was played; rows of later lines are left out
 */
export async function* findDifferences(
  stored: Kysely<Database>,
  rebuilt: Kysely<Database>,
  upTo: number,
): AsyncGenerator<Difference> {
  for (const table of Object.keys(LOGGED_TABLES) as LoggedTable[]) {
    yield* differencesIn(table, readRows(stored, table, upTo), readRows(rebuilt, table, upTo))
    yield* withoutLine(stored, table, upTo)
  }
}

async function* differencesIn(
  table: LoggedTable,
  stored: AsyncGenerator<Row>,
  rebuilt: AsyncGenerator<Row>,
): AsyncGenerator<Difference> {
  let there = await take(stored)
  let logged = await take(rebuilt)
  while (there !== undefined || logged !== undefined) {
    const order = there === undefined ? 1 : logged === undefined ? -1 : compareKeys(table, there, logged)
    if (order === 0 && there !== undefined && logged !== undefined) yield* differencesOf(table, there, logged)
    if (order < 0 && there !== undefined) {
      yield { table, key: toKey(table, there), stored: JSON.stringify(there) }
    }
    if (order > 0 && logged !== undefined) {
      yield { table, key: toKey(table, logged), logged: JSON.stringify(logged) }
    }
    if (order <= 0) there = await take(stored)
    if (order >= 0) logged = await take(rebuilt)
  }
}

function* differencesOf(table: LoggedTable, stored: Row, logged: Row): Generator<Difference> {
  for (const column of new Set([...Object.keys(stored), ...Object.keys(logged)])) {
    if (stored[column] === logged[column]) continue
    yield {
      table,
      key: toKey(table, logged),
      column,
      logged: JSON.stringify(logged[column]),
      stored: JSON.stringify(stored[column]),
    }
  }
}

/** Rows beyond the lines that were played belong to lines written meanwhile, or to none. */
async function* withoutLine(db: Kysely<Database>, table: LoggedTable, upTo: number): AsyncGenerator<Difference> {
  const line = sql.ref(`${table}.${LOGGED_TABLES[table][0]}`)
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where (${line} > ${upTo} or ${line} < 1)
    and not exists (select 1 from audit_line as line where line.seq = ${line}) limit ${PAGE}`.execute(db)
  for (const row of rows) yield { table, key: toKey(table, row), stored: JSON.stringify(row) }
}

/** The rows of a table up to a line, page by page in the order of their key. */
async function* readRows(db: Kysely<Database>, table: LoggedTable, upTo: number): AsyncGenerator<Row> {
  const key = LOGGED_TABLES[table]
  const columns = sql.join(key.map((column) => sql.ref(column)))
  let after = sql`${sql.ref(key[0])} >= 1`
  for (;;) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${after} and ${sql.ref(key[0])} <= ${upTo}
      order by ${columns} limit ${PAGE}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = sql`(${columns}) > (${sql.join(key.map((column) => last[column]))})`
  }
}

async function take(rows: AsyncGenerator<Row>): Promise<Row | undefined> {
  const { value, done } = await rows.next()
  return done ? undefined : value
}

const toKey = (table: LoggedTable, row: Row): string =>
  LOGGED_TABLES[table].map((column) => `${column} ${String(row[column])}`).join(', ')

/** As both databases order keys: numbers by size, texts by their bytes. */
function compareKeys(table: LoggedTable, one: Row, other: Row): number {
  for (const column of LOGGED_TABLES[table]) {
    const [a, b] = [one[column], other[column]]
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareBytes(String(a), String(b))
    if (order !== 0) return order
  }
  return 0
}

const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
