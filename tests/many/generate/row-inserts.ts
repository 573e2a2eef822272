import type SQLite from 'better-sqlite3'
import type { Row, Value } from './sink.ts'

/** So many rows are one statement: a run has a price of its own. */
const AT_ONCE = 16

/** Adds rows to a table, some at a time. */
export class RowInserts {
  readonly #many: SQLite.Statement<[Value[]]>
  readonly #one: SQLite.Statement<[Value[]]>
  readonly #width: number
  readonly #waiting: Value[] = []

  constructor(database: SQLite.Database, table: string, columns: readonly string[]) {
    const places = `(${columns.map(() => '?').join(', ')})`
    const text = `insert into ${table} (${columns.join(', ')}) values `
    this.#one = database.prepare<[Value[]]>(text + places)
    this.#many = database.prepare<[Value[]]>(text + Array.from({ length: AT_ONCE }, () => places).join(', '))
    this.#width = columns.length
  }

  add(row: Row): void {
    const waiting = this.#waiting
    for (const value of row) waiting.push(value)
    if (waiting.length < AT_ONCE * this.#width) return
    this.#many.run(waiting)
    waiting.length = 0
  }

  /** Adds those that wait for others. */
  flush(): void {
    for (let at = 0; at < this.#waiting.length; at += this.#width) {
      this.#one.run(this.#waiting.slice(at, at + this.#width))
    }
    this.#waiting.length = 0
  }
}
