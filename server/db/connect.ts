import { mkdirSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect.ts'
import type { Database } from './schema.ts'

/** Opens the database of `url` (`postgres://…`), or else the SQLite file in `dataDir`, which is made where it is missing. */
export function connect({ url, dataDir }: { url?: string | undefined; dataDir: string }): Kysely<Database> {
  return url === undefined ? connectSqlite(path.join(dataDir, 'tanbiao.sqlite')) : connectPostgres(url)
}

/** `:memory:` gives a database that is gone when it is closed. */
export function connectSqlite(file: string): Kysely<Database> {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
  return new Kysely<Database>({
    dialect: new ImmediateSqliteDialect({
      database: () => {
        const database = new SQLite(file)
        database.pragma('journal_mode = WAL')
        // Explicit on every connection: after the first WAL write the default falls back to NORMAL, which can lose a commit.
        database.pragma('synchronous = FULL')
        database.pragma('foreign_keys = ON')
        database.pragma('busy_timeout = 5000')
        return Promise.resolve(database)
      },
    }),
  })
}

function connectPostgres(url: string): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 10 }) }),
  })
}
