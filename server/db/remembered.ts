import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** As many as a page and its comparisons with earlier days ask for at once. */
const MOST = 6

const memories = new WeakMap<Kysely<Database>, Map<string, Map<number | string, Promise<unknown>>>>()

/**
 * What `make` makes of a kind, or made before for the same key; of those asked for longest ago, nothing is kept.
 *
 * The key has to name all that it is made from. What is written is never changed, so nothing that is kept can become untrue;
 * but for what a transaction has written, which may not come about: there, everything is made anew.
 */
export function remembered<Made>(
  db: Kysely<Database>,
  kind: string,
  key: number | string,
  make: () => Promise<Made>,
): Promise<Made> {
  if (db.isTransaction) return make()
  const memory = memoryOf(db, kind)
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

function memoryOf(db: Kysely<Database>, kind: string): Map<number | string, Promise<unknown>> {
  const kinds = memories.get(db) ?? new Map<string, Map<number | string, Promise<unknown>>>()
  memories.set(db, kinds)
  const memory = kinds.get(kind) ?? new Map<number | string, Promise<unknown>>()
  kinds.set(kind, memory)
  return memory
}
