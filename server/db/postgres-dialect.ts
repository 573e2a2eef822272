import { CompiledQuery, type DatabaseConnection, type Driver, PostgresDialect, type QueryResult } from 'kysely'
import type { TransactionSettings } from 'kysely'
import type pg from 'pg'
import { toAsked } from './named-statements.ts'
import type { Replica } from './replica.ts'
import { isLost, isUnavailable } from './unavailable.ts'

/**
 * PostgreSQL that may be restarted while it is asked: a read that lost its connection is asked once more over another.
 * With a replica, it answers the reads that may go there (`replica.ts`), and the primary all else.
 *
 * Why: Kysely's own driver takes a connection before it knows what for.
 */
export class SteadyPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  readonly #replica: Replica | undefined

  constructor(pool: pg.Pool, replica?: Replica) {
    super({ pool })
    this.#pool = pool
    this.#replica = replica
  }

  override createDriver(): Driver {
    return new SteadyDriver(this.#pool, this.#replica)
  }
}

class SteadyDriver implements Driver {
  readonly #pool: pg.Pool
  readonly #replica: Replica | undefined

  constructor(pool: pg.Pool, replica: Replica | undefined) {
    this.#pool = pool
    this.#replica = replica
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SteadyConnection(this.#pool, this.#replica)
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`
    await connection.executeQuery(
      CompiledQuery.raw(`${BEGIN}${level}${accessMode === undefined ? '' : ` ${accessMode}`}`),
    )
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SteadyConnection) await connection.commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // With its connection a transaction is gone.
    if (connection instanceof SteadyConnection && connection.isLost) return
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SteadyConnection) connection.release()
  }

  async destroy(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#replica?.close()])
  }
}

const BEGIN = 'start transaction'

/** One of the pool, taken when it is known that it is needed, and then kept until it is released. */
class SteadyConnection implements DatabaseConnection {
  readonly #pool: pg.Pool
  readonly #replica: Replica | undefined
  #client: pg.PoolClient | undefined
  #isLost = false

  constructor(pool: pg.Pool, replica: Replica | undefined) {
    this.#pool = pool
    this.#replica = replica
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const isRead = query.query.kind === 'SelectQueryNode'
    // Nothing was asked over this connection yet, so nothing that went before is lost with it.
    const isFirst = this.#client === undefined && !this.#isLost
    if (isFirst && isRead) {
      const answered = await this.#replica?.read(query)
      if (answered !== undefined) return toResult(answered)
    }
    try {
      return toResult(await this.#ask(query))
    } catch (error) {
      if (!isFirst || !isLost(error) || !(isRead || query.sql.startsWith(BEGIN))) throw error
      this.#isLost = false
      return toResult(await this.#ask(query))
    }
  }

  async commit(): Promise<void> {
    const { command } = await this.#ask(CompiledQuery.raw('commit'))
    // So PostgreSQL answers where a statement had failed.
    if (command === 'ROLLBACK') throw new Error('the transaction was rolled back: a statement in it had failed')
  }

  get isLost(): boolean {
    return this.#isLost
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    yield await Promise.reject(new Error('rows are read by pages here, not as a stream'))
  }

  release(): void {
    this.#client?.release()
    this.#client = undefined
  }

  async #ask({ sql, parameters }: CompiledQuery): Promise<pg.QueryResult> {
    // What comes after a loss must not be done outside of the transaction in which it was meant.
    if (this.#isLost) throw new Error('Connection terminated before this statement')
    try {
      this.#client ??= await this.#pool.connect()
      return await this.#client.query(toAsked(sql, parameters))
    } catch (error) {
      if (isUnavailable(error) || sql === 'rollback') this.#discard()
      throw error
    }
  }

  #discard(): void {
    this.#isLost = true
    this.#client?.release(true)
    this.#client = undefined
  }
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** What Kysely makes of an answer of `pg`: rows, or how many were changed. */
function toResult<Row>({ command, rowCount, rows }: pg.QueryResult): QueryResult<Row> {
  return CHANGES.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0), rows } : { rows: rows ?? [] }
}
