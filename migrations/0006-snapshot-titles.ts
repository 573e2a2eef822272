import type { Kysely } from 'kysely'
import { run, spelling } from './ddl.ts'

/** What snapshots are called, after which rounds the program made them, and the one that is being made. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isInstant } = spelling(db)
  await run(db, `alter table snapshot add column title_zh ${text} check (${isText('title_zh')})`)
  await run(db, 'alter table snapshot add column round_year integer check (round_year between 1900 and 2999)')
  // Updated in place: it says how far one is, and is gone when it is there.
  await run(
    db,
    `create table snapshot_job (
      number integer primary key check (number >= 1),
      title_zh ${text} not null check (${isText('title_zh')}),
      instant ${text} not null check (${isInstant('instant')}),
      round_year integer,
      started_at ${text} not null check (${isInstant('started_at')}),
      started_by ${text} not null check (${isText('started_by')}),
      maker ${text} not null check (${isText('maker')}),
      heard_at ${text} not null check (${isInstant('heard_at')}),
      files_written integer not null check (files_written >= 0),
      files_total integer not null check (files_total >= files_written),
      rows_written integer not null check (rows_written >= 0),
      failure ${text} check (failure in ('stopped', 'disk-full', 'error'))
    ) ${end}`,
  )
}
