import type { Kysely } from 'kysely'
import { addRule, makeAppendOnly, makeNewest, run, spelling } from './ddl.ts'

/** Which snapshots were made, of what, and by which fingerprints their files are known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end, isHash, isInstant } = spelling(db)
  await run(
    db,
    `create table snapshot (
      seq integer primary key references audit_line (seq),
      number integer not null unique check (number >= 1),
      instant ${text} not null check (${isInstant('instant')}),
      log_seq integer not null check (log_seq >= 0 and log_seq < seq),
      fingerprint ${text} not null check (${isHash('fingerprint')}),
      previous ${text} check (${isHash('previous')}),
      files ${text} not null
    ) ${end}`,
  )
  await makeNewest(db, 'snapshot')
  await addRule(db, 'snapshot', {
    name: 'counted',
    unless: 'new.number = (select count(*) + 1 from snapshot)',
    says: 'snapshots are counted from 1 on',
  })
  await addRule(db, 'snapshot', {
    name: 'linked',
    unless:
      "coalesce(new.previous, '') = coalesce((select fingerprint from snapshot where number = new.number - 1), '')",
    says: 'a snapshot names the fingerprint of the one before',
  })
  await makeAppendOnly(db, 'snapshot', [['seq'], ['number']])
}
