import { CompiledQuery, type DatabaseConnection, type DialectAdapter, type Driver, type QueryResult } from 'kysely'
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely'
import { Turns } from './turns.ts'

/** How the connections to a SQLite file are opened. */
export interface SqliteConnections {
  /** The one for transactions, and for all that is not a plain read. */
  main: () => Promise<SqliteDatabase>
  /** One beside it, which reads what is committed; absent, all is done by the first. */
  reader?: () => Promise<SqliteDatabase>
  /** Whether what asks is within a write transaction, which it then must not pass by. */
  isWithinWrite: () => boolean
}

/**
 * SQLite whose transactions take the write lock when they begin, and whose reads outside of them do not wait for them.
 *
 * Why: with a deferred `begin`, a transaction that reads and then writes fails at once with BUSY_SNAPSHOT beside another
 * writer, and no busy timeout helps. And over the one connection of Kysely's own, each save asks who is signed in only when
 * all saves before it are through, to wait then once more for its turn.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #connections: SqliteConnections

  constructor(connections: SqliteConnections) {
    super({ database: connections.main })
    this.#connections = connections
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#connections)
  }
}

class ImmediateSqliteDriver implements Driver {
  readonly #main: SqliteDriver
  readonly #reader: SqliteDriver | undefined
  readonly #isWithinWrite: () => boolean
  readonly #turns = new Turns()

  constructor({ main, reader, isWithinWrite }: SqliteConnections) {
    this.#main = new SqliteDriver({ database: main })
    this.#reader = reader && new SqliteDriver({ database: reader })
    this.#isWithinWrite = isWithinWrite
  }

  async init(): Promise<void> {
    await this.#main.init()
    try {
      await this.#reader?.init()
    } catch (error) {
      // Kysely closes nothing that it did not see begin.
      await this.#main.destroy()
      throw error
    }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    // It would read what was before the transaction, or wait for itself.
    if (this.#isWithinWrite()) throw new Error('A write transaction asks over its own connection alone.')
    const [main, reader] = [await this.#main.acquireConnection(), await this.#reader?.acquireConnection()]
    return new SharedConnection(main, reader, this.#turns)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SharedConnection) await connection.release()
  }

  async destroy(): Promise<void> {
    // Whoever closes last clears the log away, which one that only reads cannot.
    await this.#reader?.destroy()
    await this.#main.destroy()
  }
}

/** Reads by the reader, until something else is asked: then it waits for its turn at the main one, and keeps it until it is released. */
class SharedConnection implements DatabaseConnection {
  readonly #main: DatabaseConnection
  readonly #reader: DatabaseConnection | undefined
  readonly #turns: Turns
  #turn: Promise<() => void> | undefined

  constructor(main: DatabaseConnection, reader: DatabaseConnection | undefined, turns: Turns) {
    this.#main = main
    this.#reader = reader
    this.#turns = turns
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isRead = query.query.kind === 'SelectQueryNode'
    if (isRead && this.#turn === undefined && this.#reader !== undefined) return await this.#reader.executeQuery(query)
    this.#turn ??= this.#turns.take()
    await this.#turn
    return await this.#main.executeQuery(query)
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield await Promise.reject(new Error('rows are read by pages here, not as a stream'))
  }

  async release(): Promise<void> {
    const giveOn = await this.#turn
    this.#turn = undefined
    giveOn?.()
  }
}

/** Migrations run in one transaction, as SQLite well can: all of one or nothing, and the second of two starts waits for the first. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  override get supportsMultipleConnections(): boolean {
    return true
  }
}
