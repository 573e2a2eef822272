import type { Kysely } from 'kysely'
import { committedAt } from './dialect.ts'
import type { Database } from './schema.ts'

/** As many as a page and its comparisons with earlier days ask for at once. */
const MOST = 6

type Memory = Map<string, Promise<unknown>>

const memories = new WeakMap<Kysely<Database>, Map<string, Memory>>()

const settled = new WeakSet<Promise<unknown>>()

/**
 * What `make` makes of a kind, or made before from the same; of what was asked for longest ago, nothing is kept.
 *
 * @param seq the last line of the log from which it is made: what is written is never changed, so nothing that is kept can
 * become untrue; but for what a transaction has written itself, which may not come about, and is made anew
 * @param also what else it is made from
 */
export function remembered<Made>(
  db: Kysely<Database>,
  kind: string,
  seq: number,
  make: () => Promise<Made>,
  also: number | string = '',
): Promise<Made> {
  const memory = memoryOf(db, kind, seq)
  if (memory === undefined) return make()
  const key = `${seq}/${also}`
  const there = memory.get(key) as Promise<Made> | undefined
  const isTaken = there !== undefined && (!db.isTransaction || settled.has(there))
  const made = isTaken ? there : make()
  const isOfTransaction = db.isTransaction && !isTaken
  const keep = (): void => {
    memory.delete(key)
    memory.set(key, made)
    for (const oldest of memory.keys()) {
      if (memory.size <= MOST) break
      memory.delete(oldest)
    }
  }
  // What a reader is at may wait for a connection, which transactions have; and no reader shall wait for a transaction.
  if (!isOfTransaction) keep()
  made.then(
    () => {
      settled.add(made)
      if (isOfTransaction) keep()
    },
    // What failed is made anew; unless it was crowded out, and somebody has begun already.
    () => memory.get(key) === made && memory.delete(key),
  )
  return made
}

/** A transaction takes what is remembered of its connection, as far as it was there when it began. */
function memoryOf(db: Kysely<Database>, kind: string, seq: number): Memory | undefined {
  const committed = db.isTransaction ? committedAt(db) : { db, seq }
  if (committed === undefined || committed.seq < seq) return undefined
  const kinds = memories.get(committed.db) ?? new Map<string, Memory>()
  memories.set(committed.db, kinds)
  const memory = kinds.get(kind) ?? new Map<string, Promise<unknown>>()
  kinds.set(kind, memory)
  return memory
}
