import { type Kysely, PostgresAdapter } from 'kysely'
import { addRule, run } from './ddl.ts'

/** The same rule in words that PostgreSQL answers by keys: with "or" it read the whole log for each decision. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await run(db, `drop trigger observation_step_of_another${isPostgres ? ' on observation_step' : ''}`)
  await addRule(db, 'observation_step', {
    name: 'of_another',
    unless: `new.step not in ('approved', 'returned') or not exists (
      select 1 from audit_line as decision join audit_line as made on made.seq in (
        select new.observation_seq union all
        select seq from observation_step where observation_seq = new.observation_seq and step = 'submitted')
      where decision.seq = new.seq and case when decision.role = 'system' then made.role <> 'system' else made.actor = decision.actor end)`,
    says: 'nobody decides on a figure that they entered or submitted',
  })
}
