import type { Kysely } from 'kysely'
import type { UNLOGGED_TABLES } from '../../server/audit/logged-tables.ts'
import type { Database } from '../../server/db/schema.ts'

/** What the log does not hold. */
type Unlogged = keyof typeof UNLOGGED_TABLES

/** Every row of every table that follows from the log, in the order of its key. */
export async function contentOf(db: Kysely<Database>): Promise<Record<Exclude<keyof Database, Unlogged>, unknown[]>> {
  return {
    audit_line: await db.selectFrom('audit_line').selectAll().orderBy('seq').execute(),
    region: await db.selectFrom('region').selectAll().orderBy('seq').execute(),
    theme: await db.selectFrom('theme').selectAll().orderBy('seq').execute(),
    plan: await db.selectFrom('plan').selectAll().orderBy('seq').execute(),
    indicator: await db.selectFrom('indicator').selectAll().orderBy('seq').execute(),
    indicator_revision: await db.selectFrom('indicator_revision').selectAll().orderBy('seq').execute(),
    target: await db.selectFrom('target').selectAll().orderBy('seq').execute(),
    target_revision: await db.selectFrom('target_revision').selectAll().orderBy('seq').execute(),
    milestone: await db.selectFrom('milestone').selectAll().orderBy('target_revision_seq').orderBy('year').execute(),
    conflict: await db.selectFrom('conflict').selectAll().orderBy('target_revision_seq').orderBy('position').execute(),
    target_weight: await db.selectFrom('target_weight').selectAll().orderBy('seq').execute(),
    snapshot: await db.selectFrom('snapshot').selectAll().orderBy('seq').execute(),
    observation_revision: await db.selectFrom('observation_revision').selectAll().orderBy('seq').execute(),
    observation_step: await db.selectFrom('observation_step').selectAll().orderBy('seq').execute(),
    account: await db.selectFrom('account').selectAll().orderBy('seq').execute(),
    account_revision: await db.selectFrom('account_revision').selectAll().orderBy('seq').execute(),
    round: await db.selectFrom('round').selectAll().orderBy('id').execute(),
    round_revision: await db.selectFrom('round_revision').selectAll().orderBy('seq').execute(),
    current_figure: await db
      .selectFrom('current_figure')
      .selectAll()
      .orderBy('region_code')
      .orderBy('indicator_code')
      .orderBy('year')
      .orderBy('measure')
      .execute(),
    figure_count: await db.selectFrom('figure_count').selectAll().orderBy('region_code').orderBy('year').execute(),
    round_region: await db
      .selectFrom('round_region')
      .selectAll()
      .orderBy('round_revision_seq')
      .orderBy('region_code')
      .execute(),
    round_indicator: await db
      .selectFrom('round_indicator')
      .selectAll()
      .orderBy('round_revision_seq')
      .orderBy('indicator_code')
      .execute(),
  }
}
