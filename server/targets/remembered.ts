import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'

/** As many as a page and its comparisons with earlier days ask for at once. */
const MOST = 6

const memories = new WeakMap<Kysely<Database>, Map<string, Promise<unknown>>>()

/**
 * What `make` makes, or made before for the same key; of those asked for longest ago, nothing is kept.
 *
 * The key has to name all that it is made from. What is written is never changed, so nothing that is kept can become untrue.
 */
export function remembered<Made>(db: Kysely<Database>, key: string, make: () => Promise<Made>): Promise<Made> {
  const memory = memories.get(db) ?? new Map<string, Promise<unknown>>()
  memories.set(db, memory)
  const made = (memory.get(key) as Promise<Made> | undefined) ?? make()
  memory.delete(key)
  memory.set(key, made)
  // What failed is made anew; unless it was crowded out, and somebody has begun already.
  made.catch(() => memory.get(key) === made && memory.delete(key))
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) break
    memory.delete(oldest)
  }
  return made
}
