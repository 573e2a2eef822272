import { AsyncLocalStorage } from 'node:async_hooks'
import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { toAsked } from './named-statements.ts'
import { within } from './patience.ts'
import { isUnavailable } from './unavailable.ts'

/** A line of the audit log, and its hash, which vouches for all lines before it. */
export interface LogLine {
  seq: number
  at: string
  hash: string
}

/** Where the work under way may read: from a replica that has this line; absent, from the primary. */
const readings = new AsyncLocalStorage<{ line: LogLine; isPassedOn: boolean }>()

/** The last line of the primary when the work under way began, where a replica may answer it. */
export const lineOfReading = (): LogLine | undefined => readings.getStore()?.line

/** Does `work`, whose reads may be answered by a replica that has `line`, the last of the primary. */
export const readingSince = <Result>(line: LogLine, work: () => Result): Result =>
  readings.run({ line, isPassedOn: false }, work)

/** What a replica does, for whoever watches over the service. */
export interface ReplicaState {
  isUp: boolean
  /** Reads that it answered. */
  reads: number
  /** Reads that the primary answered in its place: it was behind, down or slow. */
  passedOn: number
}

// A replica that does not say this soon how far it is, is no help.
const PATIENCE_MS = 1000
const TRIED_AGAIN_MS = 2000

/**
 * A streaming replica of the primary. It answers a read where it has the line of the log that the read has to see; whatever
 * else happens, the primary is asked, and nobody notices. Once it has failed it is left alone, and tried beside the
 * requests until it answers again.
 */
export class Replica {
  readonly #pool: pg.Pool
  /** Up to which line a connection was seen to be; its server only goes on, and takes its connections with it. */
  readonly #seen = new WeakMap<pg.PoolClient, { seq: number; at: number }>()
  readonly #open = new Set<pg.PoolClient>()
  readonly #counts = { reads: 0, passedOn: 0 }
  #isUp = false
  #timer: NodeJS.Timeout | undefined
  #isClosed = false
  #tell: (isUp: boolean, why?: unknown) => void = () => undefined

  constructor(pool: pg.Pool) {
    this.#pool = pool
    pool.on('connect', (client) => this.#open.add(client))
    pool.on('remove', (client) => this.#open.delete(client))
    this.#trySoon(0)
  }

  state(): ReplicaState {
    return { isUp: this.#isUp, ...this.#counts }
  }

  /** Tells `listener` of each time at which it goes, and why, and comes back. */
  onChange(listener: (isUp: boolean, why?: unknown) => void): void {
    this.#tell = listener
  }

  /** The answer of the replica; undefined where the primary has to be asked. */
  async read({ sql, parameters }: CompiledQuery): Promise<pg.QueryResult | undefined> {
    const reading = readings.getStore()
    if (reading === undefined) return undefined
    // What the primary has answered may be newer than all that the replica has.
    const mayAnswer = this.#isUp && !reading.isPassedOn
    const answered = mayAnswer ? await this.#answer(reading.line, sql, parameters) : undefined
    if (answered === undefined) reading.isPassedOn = true
    this.#counts[answered === undefined ? 'passedOn' : 'reads'] += 1
    return answered
  }

  /** The number of its last line; undefined where it does not answer. */
  async lastLine(): Promise<number | undefined> {
    const text = 'select coalesce(max(seq), 0) as seq from audit_line'
    return await this.#with(async (client) => Number((await soon(client.query<{ seq: number }>(text))).rows[0]?.seq))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#pool.end()
  }

  async #answer(line: LogLine, sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult | undefined> {
    return await this.#with(async (client) =>
      (await this.#has(client, line)) ? await client.query(toAsked(sql, parameters)) : undefined,
    )
  }

  /** Whether this connection sees the line; asked anew where it was silent for a while, since asking tells whether it lives. */
  async #has(client: pg.PoolClient, { seq, hash }: LogLine): Promise<boolean> {
    const seen = this.#seen.get(client)
    const now = performance.now()
    if (seen !== undefined && seen.seq >= seq && now - seen.at < PATIENCE_MS) return true
    const { rows } = await soon(
      client.query<{ hash: string }>('select hash from audit_line where seq = $1', [Math.max(seq, seen?.seq ?? 0)]),
    )
    const [found] = rows
    if (found === undefined) return false
    if (seen === undefined || seen.seq < seq) {
      if (found.hash !== hash) throw new Error(`line ${seq} of its log is another than that of the primary`)
    }
    this.#seen.set(client, { seq: Math.max(seq, seen?.seq ?? 0), at: now })
    return true
  }

  /** With a connection of the replica; undefined where that fails, after which the replica is left alone. */
  async #with<Result>(ask: (client: pg.PoolClient) => Promise<Result>): Promise<Result | undefined> {
    let client: pg.PoolClient | undefined
    try {
      client = await this.#pool.connect()
      const result = await ask(client)
      client.release()
      return result
    } catch (error) {
      client?.release(true)
      // What fails for another reason, a row that was in use or a statement that is wrong, the primary says as well.
      if (client === undefined || isUnavailable(error) || !isOfPostgres(error)) this.#leave(error)
      return undefined
    }
  }

  #leave(error: unknown): void {
    if (this.#isUp) this.#tell(false, error)
    this.#isUp = false
    // What is still being asked there would wait for as long as the slowest answer may take.
    for (const client of this.#open) void client.end().catch(() => undefined)
    this.#trySoon(TRIED_AGAIN_MS)
  }

  #trySoon(delayMs: number): void {
    if (this.#timer !== undefined || this.#isClosed) return
    this.#timer = setTimeout(() => void this.#try(), delayMs)
    this.#timer.unref()
  }

  async #try(): Promise<void> {
    const seq = await this.lastLine()
    this.#timer = undefined
    if (this.#isClosed) return
    if (seq === undefined) return this.#trySoon(TRIED_AGAIN_MS)
    this.#isUp = true
    this.#tell(true)
  }
}

const soon = <Result>(answer: Promise<Result>): Promise<Result> => within(PATIENCE_MS, answer)

const isOfPostgres = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
