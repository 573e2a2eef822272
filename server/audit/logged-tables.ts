import type { Database } from '../db/schema.ts'

/** Tables of which the log holds nothing, and what they hold: secrets, and what passes. */
export const UNLOGGED_TABLES = {
  password: 'hashes of passwords',
  invitation: 'hashes of one-time links',
  session: 'who is signed in',
  sign_in_limit: 'failed sign-ins',
  import_preview: 'imports that were tried',
  snapshot_job: 'how far a snapshot is that is being made',
  request_done: 'which requests are done that a proxy may send again',
  turn: 'which server does the work of the hour',
} as const satisfies Partial<Record<keyof Database, string>>

/** Tables that follow from others, and what they hold; updated in place, and made anew wherever they are not there. */
export const DERIVED_TABLES = {
  current_figure: 'the approved figures in force',
  figure_count: 'how many there are of each region and year',
} as const satisfies Partial<Record<keyof Database, string>>

export type LoggedTable = Exclude<keyof Database, keyof typeof UNLOGGED_TABLES | keyof typeof DERIVED_TABLES>

/** Tables that are rebuilt from the log, with their keys; the first column of each is the number of the line that made the row. */
export const LOGGED_TABLES: Readonly<Record<LoggedTable, readonly [string, ...string[]]>> = {
  audit_line: ['seq'],
  region: ['seq'],
  theme: ['seq'],
  plan: ['seq'],
  indicator: ['seq'],
  indicator_revision: ['seq'],
  target: ['seq'],
  target_revision: ['seq'],
  milestone: ['target_revision_seq', 'year'],
  conflict: ['target_revision_seq', 'position'],
  target_weight: ['seq'],
  snapshot: ['seq'],
  observation_revision: ['seq'],
  observation_step: ['seq'],
  account: ['seq'],
  account_revision: ['seq'],
  round: ['id'],
  round_revision: ['seq'],
  round_region: ['round_revision_seq', 'region_code'],
  round_indicator: ['round_revision_seq', 'indicator_code'],
}
