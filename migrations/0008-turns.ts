import type { Kysely } from 'kysely'
import { run, spelling } from './ddl.ts'

/** Which of several servers does the work of the hour. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isInstant } = spelling(db)
  // Updated in place: a row is there while the work is done.
  await run(
    db,
    `create table turn (
      work ${text} primary key check (${isText('work')}),
      holder ${text} not null check (${isText('holder')}),
      until ${text} not null check (${isInstant('until')})
    ) ${end}`,
  )
}
