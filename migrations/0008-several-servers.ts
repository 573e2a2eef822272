import type { Kysely } from 'kysely'
import { run, spelling } from './ddl.ts'

/** Which of several servers does the work of the hour, and which requests are done that a proxy may send again. */
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
  // A row is thrown away when nobody sends its request again.
  await run(
    db,
    `create table request_done (
      id ${text} primary key check (${isText('id')}),
      at ${text} not null check (${isInstant('at')})
    ) ${end}`,
  )
  await run(db, 'create index request_done_at on request_done (at)')
}
