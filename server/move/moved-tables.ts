import { LOGGED_TABLES, UNLOGGED_TABLES } from '../audit/logged-tables.ts'

/** A table that moves, and the columns that order its rows. */
export interface MovedTable {
  name: string
  key: readonly [string, ...string[]]
}

/** Keys of the tables of which the log holds nothing; null: stays behind, since it is worth nothing elsewhere. */
const UNLOGGED_KEYS = {
  invitation: ['seq'],
  password: ['seq'],
  session: ['token_hash'],
  sign_in_limit: ['key'],
  import_preview: null,
  snapshot_job: null,
  request_done: null,
  turn: null,
} as const satisfies Record<keyof typeof UNLOGGED_TABLES, readonly [string, ...string[]] | null>

const toTables = (keys: Readonly<Record<string, readonly [string, ...string[]] | null>>): MovedTable[] =>
  Object.entries(keys).flatMap(([name, key]) => (key === null ? [] : [{ name, key }]))

const { session, sign_in_limit, ...secrets } = UNLOGGED_KEYS

/** To which rows are only ever added, so that the last key says how far a copy is; each after those to which it refers. */
export const GROWING_TABLES: readonly MovedTable[] = toTables({ ...LOGGED_TABLES, ...secrets })

/** What is updated in place: copied at once, each time anew. */
export const PASSING_TABLES: readonly MovedTable[] = toTables({ session, sign_in_limit })

export const MOVED_TABLES: readonly MovedTable[] = [...GROWING_TABLES, ...PASSING_TABLES]

/** What stays behind, in words. */
export const LEFT_BEHIND: readonly string[] = Object.entries(UNLOGGED_TABLES)
  .filter(([table]) => MOVED_TABLES.every(({ name }) => name !== table))
  .map(([table, what]) => `${table} (${what})`)
