import type { Kysely } from 'kysely'
import type { HeadKeeper } from '../audit/head-keeper.ts'
import type { LaterCheck } from '../audit/later-check.ts'
import type { Database } from '../db/schema.ts'
import type { PasswordPolicy } from '../domain/words.ts'
import type { Exporter } from '../exports/exporter.ts'
import type { Clock } from './as-of.ts'

/** What every feature's routes are given. */
export interface Context {
  db: Kysely<Database>
  clock: Clock
  /** What signs the end of the audit log; absent where nothing does. */
  head?: HeadKeeper | undefined
  /** What writes long files. */
  exporter: Exporter
  /** What checks the rest of the log after the start; absent where nothing does. */
  check?: LaterCheck | undefined
  /** `demo`: whatever is entered is sample data. */
  mode: 'demo' | 'live'
  /** Whether approved data can be read without signing in. */
  publicRead: boolean
  passwordPolicy: PasswordPolicy
}
