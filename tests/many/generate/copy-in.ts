import type pg from 'pg'

// COPY … FROM STDIN, of which the driver knows the messages, but has no call.

declare module 'pg' {
  interface Connection {
    sendCopyFromChunk: (chunk: Buffer) => void
    endCopyFrom: () => void
  }
}

class CopyIn implements pg.Submittable {
  readonly #statement: string
  readonly #rows: Buffer
  readonly #settled: PromiseWithResolvers<void> = Promise.withResolvers()
  #failed: Error | undefined

  constructor(statement: string, rows: Buffer) {
    this.#statement = statement
    this.#rows = rows
  }

  get ended(): Promise<void> {
    return this.#settled.promise
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#statement)
  }

  handleCopyInResponse(connection: pg.Connection): void {
    connection.sendCopyFromChunk(this.#rows)
    connection.endCopyFrom()
  }

  handleCommandComplete(): void {
    // What is said next is that it is ready for the next.
  }

  handleError(error: Error): void {
    this.#failed = error
    this.#settled.reject(error)
  }

  handleReadyForQuery(): void {
    if (this.#failed === undefined) this.#settled.resolve()
  }
}

/** Adds rows to a table, as lines of COPY's text format. */
export async function copyIn(client: pg.Client, statement: string, rows: Buffer): Promise<void> {
  await client.query(new CopyIn(statement, rows)).ended
}

/** A row as COPY's text format has it, with its line feed. */
export function toCopyLine(row: readonly (string | number | null)[]): string {
  let line = ''
  for (const [at, value] of row.entries()) line += (at === 0 ? '' : '\t') + toCopyText(value)
  return `${line}\n`
}

const SPECIAL = /[\\\t\n\r]/
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function toCopyText(value: string | number | null): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? letter) : value
}
