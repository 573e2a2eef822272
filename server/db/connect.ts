import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { Kysely, type SqliteDatabase } from 'kysely'
import pg from 'pg'
import { isWithinWrite } from './dialect.ts'
import { makeFolder } from './folder.ts'
import { ImmediateSqliteDialect } from './immediate-sqlite-dialect.ts'
import { SteadyPostgresDialect } from './postgres-dialect.ts'
import { Replica } from './replica.ts'
import { cutSilent } from './silence.ts'
import type { Database } from './schema.ts'

/**
 * Opens the database of `url` (`postgres://…`), or else the SQLite file in `dataDir`, which is made where it is missing.
 * `replicaUrl` is a streaming replica of the first, for reads that `readingSince` lets go there.
 */
export function connect({ url, replicaUrl, dataDir }: Addresses): Kysely<Database> {
  return url === undefined ? connectSqlite(path.join(dataDir, 'tanbiao.sqlite')) : connectPostgres(url, replicaUrl)
}

export interface Addresses {
  url?: string | undefined
  replicaUrl?: string | undefined
  dataDir: string
}

/** `:memory:` gives a database that is gone when it is closed. */
export function connectSqlite(file: string): Kysely<Database> {
  const isFile = file !== ':memory:'
  if (isFile) makeFolder(path.dirname(file))
  const main = async (): Promise<SqliteDatabase> => {
    const database = new SQLite(file)
    await useLog(database)
    // Explicit on every connection: after the first WAL write the default falls back to NORMAL, which can lose a commit.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    return keepStatements(database)
  }
  const db: Kysely<Database> = new Kysely<Database>({
    dialect: new ImmediateSqliteDialect({
      main,
      ...(isFile && { reader: () => openForReading(file) }),
      isWithinWrite: () => isWithinWrite(db),
    }),
  })
  return db
}

/** The same for a database that is open already, by which SQLite takes no change. */
export function connectForReading({ url, replicaUrl, dataDir }: Addresses): Kysely<Database> {
  if (url !== undefined) return connectPostgres(url, replicaUrl)
  const file = path.join(dataDir, 'tanbiao.sqlite')
  return new Kysely<Database>({
    dialect: new ImmediateSqliteDialect({ main: () => openForReading(file), isWithinWrite: () => false }),
  })
}

async function openForReading(file: string): Promise<SqliteDatabase> {
  const database = new SQLite(file, { readonly: true, fileMustExist: true })
  database.pragma('busy_timeout = 5000')
  return keepStatements(database)
}

/** So many are kept: more than a page or a snapshot asks, and with their triggers some ten MB at most. */
const KEPT = 256

/**
 * Prepares a statement once for as long as it is asked again. What is prepared for one use keeps memory that the collector
 * of JavaScript does not see, hundreds of MB in a snapshot of a million figures, and with all triggers takes longer than
 * its run.
 */
function keepStatements(database: SQLite.Database): SqliteDatabase {
  const kept = new Map<string, SQLite.Statement>()
  return {
    close: () => void database.close(),
    prepare: (text) => {
      const statement = kept.get(text) ?? database.prepare(text)
      kept.delete(text)
      kept.set(text, statement)
      const [oldest = text] = kept.keys()
      if (kept.size > KEPT) kept.delete(oldest)
      return statement
    },
  }
}

/** Two first starts at once fail here whatever the busy timeout: SQLite does not let one that reads wait for another. */
async function useLog(database: SQLite.Database): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void database.pragma('journal_mode = WAL')
    } catch (error) {
      const busy = error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || attempt === 100) throw error
      await delay(50)
    }
  }
}

// Long enough for any export or migration; what takes longer has failed, and would hold its locks for ever.
const STATEMENT_TIMEOUT_MS = 300_000
const REPLICA_TIMEOUT_MS = 20_000

const pools = new WeakMap<Kysely<Database>, pg.Pool>()
const replicas = new WeakMap<Kysely<Database>, Replica>()

function connectPostgres(url: string, replicaUrl?: string): Kysely<Database> {
  const pool = openPool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  })
  cutSilent(pool, { connectionString: url })
  const replica = replicaUrl === undefined ? undefined : new Replica(openPool(replicaSettings(replicaUrl)))
  const db = new Kysely<Database>({ dialect: new SteadyPostgresDialect(pool, replica) })
  pools.set(db, pool)
  if (replica !== undefined) replicas.set(db, replica)
  return db
}

// In place of a replica that is down or slow the primary answers, so it is not waited for.
const replicaSettings = (url: string) => ({
  connectionString: url,
  connectionTimeoutMillis: 1000,
  statement_timeout: REPLICA_TIMEOUT_MS,
})

/**
 * Has PostgreSQL notice within half a minute that this machine is gone without a word, and end what it was at; the system's
 * default is two hours, in which the lock of writers would be held.
 */
const NOTICE_LOSS = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3'

/**
 * Has PostgreSQL compile no statement: of a page it expects a good part of the table, and in a large one compiled for
 * 10 to 150 ms what then ran for one.
 */
const COMPILE_NOTHING = 'set jit = off'

function openPool(settings: pg.PoolConfig & { statement_timeout: number }): pg.Pool {
  const pool = new pg.Pool({
    ...settings,
    max: 10,
    keepAlive: true,
    // For a server that is gone without a word; one that is there has cancelled the statement before.
    query_timeout: settings.statement_timeout + 10_000,
  })
  // An error event that no one listens to ends the process. The pool itself replaces connections that were dropped.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.query(`${NOTICE_LOSS}; ${COMPILE_NOTHING}`).catch(() => undefined)
  })
  return pool
}

/** The replica that answers reads of this database; undefined where there is none. */
export const replicaOf = (db: Kysely<Database>): Replica | undefined => replicas.get(db)

/** Tells `listener` of each idle connection that PostgreSQL drops; SQLite has none. */
export function onDropped(db: Kysely<Database>, listener: (error: Error) => void): void {
  pools.get(db)?.on('error', (error) => listener(error))
}
