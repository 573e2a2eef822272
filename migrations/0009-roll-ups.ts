import type { Kysely } from 'kysely'
import { run, spelling } from './ddl.ts'

/** How the figures of an indicator are put together over the regions below one; what was said before says that they are not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text } = spelling(db)
  for (const table of ['indicator', 'indicator_revision']) {
    await run(
      db,
      `alter table ${table} add column roll_up ${text} not null default 'none'
        check (roll_up in ('none', 'sum', 'weighted-mean'))`,
    )
    await run(
      db,
      `alter table ${table} add column weight_indicator_code ${text} references indicator (code)
        check ((roll_up = 'weighted-mean') = (weight_indicator_code is not null) and coalesce(weight_indicator_code, '') <> code)`,
    )
  }
}
