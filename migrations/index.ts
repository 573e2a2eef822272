import type { Migration } from 'kysely/migration'
import * as firstTables from './0001-first-tables.ts'

/** In the order in which they run; a migration that was released never changes. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
}
