import { type Kysely, sql } from 'kysely'
import { applyChange, type Change } from '../../../server/audit/change.ts'
import { DERIVED_TABLES, LOGGED_TABLES } from '../../../server/audit/logged-tables.ts'
import { connectSqlite } from '../../../server/db/connect.ts'
import { migrateToLatest } from '../../../server/db/migrate.ts'
import type { Database } from '../../../server/db/schema.ts'
import { addToCount, rebuildCurrentFigures } from '../../../server/observations/current-figures.ts'
import { liftRules } from '../../../server/move/rules.ts'
import type { LineRow } from './chain.ts'
import { DEMO_HASH } from './demo-life.ts'
import type { FigureCount } from './in-force.ts'
import type { Row, Tables } from './sink.ts'

/** Those that the changes make and what follows from them; the log is written elsewhere, and passwords stand beside it. */
const TABLES = [
  ...Object.keys({ ...LOGGED_TABLES, ...DERIVED_TABLES }).filter((table) => table !== 'audit_line'),
  'password',
]

/** A database in memory in which the program itself makes the rows of everything that is not made by the million. */
export class Shadow {
  readonly #db: Kysely<Database>

  private constructor(db: Kysely<Database>) {
    this.#db = db
  }

  static async open(): Promise<Shadow> {
    const db = connectSqlite(':memory:')
    await migrateToLatest(db)
    // Most lines of the log are not here.
    await liftRules(db)
    // Targets of the demo name others that are recorded after them.
    await sql`pragma foreign_keys = off`.execute(db)
    return new Shadow(db)
  }

  /** Makes the rows of a change that is recorded; who sets a password sets that of the demo. */
  async apply([seq, at, actor, role, action, object, line, hash, reason]: LineRow, change: Change): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await trx.insertInto('audit_line').values({ seq, at, actor, role, action, object, line, hash, reason }).execute()
      await applyChange(trx, seq, change)
      if (change.action !== 'account.set-password') return
      const { username } = change.data
      await trx.insertInto('password').values({ seq, username, hash: DEMO_HASH, invitation_seq: null }).execute()
    })
  }

  /** Puts the figures in force that were approved here, and counts others that are in force elsewhere. */
  async putInForce(elsewhere: readonly FigureCount[]): Promise<void> {
    await this.#db.transaction().execute(async (trx) => {
      await rebuildCurrentFigures(trx)
      for (const count of elsewhere) await addToCount(trx, count)
    })
  }

  /** The tables with their columns. */
  async listTables(): Promise<Tables> {
    const tables: Record<string, readonly string[]> = {}
    for (const table of TABLES) {
      const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(this.#db)
      tables[table] = rows.map(({ name }) => name)
    }
    return tables
  }

  /** Every row of a table, in the order of its columns. */
  async listRows(table: string, columns: readonly string[]): Promise<Row[]> {
    const { rows } = await sql<Record<string, Row[number]>>`select * from ${sql.table(table)}`.execute(this.#db)
    return rows.map((row) => columns.map((column) => row[column] ?? null))
  }

  async close(): Promise<void> {
    await this.#db.destroy()
  }
}
