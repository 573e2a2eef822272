import { CompiledQuery, type DatabaseConnection, type DialectAdapter, type Driver } from 'kysely'
import { SqliteAdapter, SqliteDialect, type SqliteDialectConfig, SqliteDriver } from 'kysely'

/**
 * SQLite whose transactions take the write lock when they begin.
 *
 * Why: with a deferred `begin`, a transaction that reads and then writes fails at once with BUSY_SNAPSHOT beside another
 * writer, and no busy timeout helps.
 */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config)
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Migrations run in one transaction, as SQLite well can: all of one or nothing, and the second of two starts waits for the first. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
