import type { Kysely } from 'kysely'
import { addRule, makeAppendOnly, makeNewest, run, spelling } from './ddl.ts'

/** What an administrator gives a target to count in the composite progress; without a row it counts 1. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end, isFigure } = spelling(db)
  await run(
    db,
    `create table target_weight (
      seq integer primary key references audit_line (seq),
      target_id ${text} not null references target (id),
      revision integer not null check (revision >= 1),
      weight ${text} not null check (${isFigure('weight')} and weight not like '-%'),
      unique (target_id, revision)
    ) ${end}`,
  )
  await makeNewest(db, 'target_weight')
  await addRule(db, 'target_weight', {
    name: 'counted',
    unless: 'new.revision = (select count(*) + 1 from target_weight where target_id = new.target_id)',
    says: 'the revisions of a weight are counted from 1 on',
  })
  await makeAppendOnly(db, 'target_weight', [['seq'], ['target_id', 'revision']])
}
