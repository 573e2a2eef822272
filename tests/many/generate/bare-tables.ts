import type SQLite from 'better-sqlite3'

// A UNIQUE column has an index that SQLite takes no table without. Filled at random, as hashes do, it takes most of the time;
// made at the end from all rows it takes little. So a table is filled without any condition, and gets its definition, as
// it was, together with its indexes at the end: how rows are stored does not depend on conditions.

interface UniqueIndex {
  name: string
  columns: string[]
}

/** A table as it is defined, and what was made in its place. */
export interface BareTable {
  table: string
  definition: string
  indexes: UniqueIndex[]
}

/** Puts an empty table without conditions in the place of an empty table. */
export function makeBare(database: SQLite.Database, table: string): BareTable {
  const text = database.prepare<[string], { sql: string }>(`select sql from sqlite_master where name = ?`)
  const definition = text.get(table)?.sql ?? ''
  const columns = database
    .prepare<[string], { name: string; type: string; pk: number }>('select name, type, pk from pragma_table_info(?)')
    .all(table)
  const indexes = database
    .prepare<[string], { name: string }>("select name from pragma_index_list(?) where origin = 'u'")
    .all(table)
    .map(({ name }) => ({ name, columns: columnsOf(database, name) }))
  const bare = columns.map(({ name, type, pk }) => `"${name}" ${type}${pk === 1 ? ' primary key' : ''}`)
  database.exec(`drop table ${table}`)
  database.exec(`create table ${table} (${bare.join(', ')}) strict`)
  return { table, definition, indexes }
}

const columnsOf = (database: SQLite.Database, index: string): string[] =>
  database
    .prepare<[string], { name: string }>('select name from pragma_index_info(?) order by seqno')
    .all(index)
    .map(({ name }) => name)

/** Makes the indexes, and gives the table its definition. The database is to be opened anew before it is used. */
export function makeWhole(database: SQLite.Database, { table, definition, indexes }: BareTable): void {
  database.unsafeMode(true)
  for (const { name, columns } of indexes) {
    database.exec(`create unique index "${toBuilt(name)}" on ${table} (${columns.join(', ')})`)
  }
  database.pragma('writable_schema = on')
  database.prepare('update sqlite_master set sql = ? where name = ?').run(definition, table)
  const rename = database.prepare('update sqlite_master set name = ?, sql = null where name = ?')
  for (const { name } of indexes) rename.run(name, toBuilt(name))
  database.pragma('writable_schema = off')
  database.unsafeMode(false)
}

/** Names with the prefix of SQLite are its own. */
const toBuilt = (name: string): string => name.replace('sqlite_', 'built_')
