import { CompiledQuery, type Kysely, sql } from 'kysely'
import { engineOf } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { MovedTable } from './moved-tables.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Column {
  name: string
  type: 'integer' | 'text'
}

// So many rows are in memory at a time.
const PAGE = 2000

/** The columns of a table in the order of their names, which is the same on both engines. */
export async function listColumns(db: Kysely<Database>, table: string): Promise<Column[]> {
  const { rows } =
    engineOf(db) === 'sqlite'
      ? await sql<{
          name: string
          type: string
        }>`select name, lower(type) as type from pragma_table_info(${table})`.execute(db)
      : await sql<{ name: string; type: string }>`select column_name as name, data_type as type
          from information_schema.columns where table_schema = current_schema() and table_name = ${table}`.execute(db)
  return rows.map(({ name, type }) => ({ name, type: toType(type) })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function toType(type: string): Column['type'] {
  if (type === 'integer' || type === 'text') return type
  throw new Error(`A move knows no columns of the type ${type}.`)
}

export async function countRows(db: Kysely<Database>, table: string): Promise<number> {
  const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.count)
}

/** The row with the last key; undefined where there is none. */
export async function findLastRow(db: Kysely<Database>, { name, key }: MovedTable): Promise<Row | undefined> {
  const order = sql.join(key.map((column) => sql`${sql.ref(column)} desc`))
  const { rows } = await sql<Row>`select * from ${sql.table(name)} order by ${order} limit 1`.execute(db)
  return rows[0]
}

/** The rows of a table behind one of them, or all, page by page in the order of the key. */
export async function* readPages(db: Kysely<Database>, { name, key }: MovedTable, after?: Row): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  for (let last = after; ; ) {
    const behind =
      last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`
    const page = sql<Row>`select * from ${sql.table(name)} ${behind} order by ${columns} limit ${PAGE}`
    const { rows } = await page.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) return
    last = rows.at(-1)
  }
}

/** Of one statement; SQLite takes 32,766. */
const MOST_PARAMETERS = 8000

/** Adds rows as they are. */
export async function insertRows(
  db: Kysely<Database>,
  table: string,
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  if (engineOf(db) === 'postgres') {
    // One array for each column: the same statement for any number of rows.
    const arrays = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ')
    const text = `insert into "${table}" (${names}) select * from unnest(${arrays})`
    const values = columns.map(({ name }) => rows.map((row) => row[name]))
    await db.executeQuery(CompiledQuery.raw(text, values))
    return
  }
  const size = Math.floor(MOST_PARAMETERS / columns.length)
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size)
    const places = `(${columns.map(() => '?').join(', ')})`
    const text = `insert into "${table}" (${names}) values ${part.map(() => places).join(', ')}`
    const values = part.flatMap((row) => columns.map(({ name }) => row[name]))
    await db.executeQuery(CompiledQuery.raw(text, values))
  }
}
