import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Clock } from './as-of.ts'

/** What every feature's routes are given. */
export interface Context {
  db: Kysely<Database>
  clock: Clock
}
