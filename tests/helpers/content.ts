import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'

/** Every row of every table, in the order of its key. */
export async function contentOf(db: Kysely<Database>): Promise<Record<keyof Database, unknown[]>> {
  return {
    audit_line: await db.selectFrom('audit_line').selectAll().orderBy('seq').execute(),
    region: await db.selectFrom('region').selectAll().orderBy('seq').execute(),
    theme: await db.selectFrom('theme').selectAll().orderBy('seq').execute(),
    plan: await db.selectFrom('plan').selectAll().orderBy('seq').execute(),
    indicator: await db.selectFrom('indicator').selectAll().orderBy('seq').execute(),
    target: await db.selectFrom('target').selectAll().orderBy('seq').execute(),
    target_revision: await db.selectFrom('target_revision').selectAll().orderBy('seq').execute(),
    milestone: await db.selectFrom('milestone').selectAll().orderBy('target_revision_seq').orderBy('year').execute(),
    conflict: await db.selectFrom('conflict').selectAll().orderBy('target_revision_seq').orderBy('position').execute(),
    observation_revision: await db.selectFrom('observation_revision').selectAll().orderBy('seq').execute(),
    observation_step: await db.selectFrom('observation_step').selectAll().orderBy('seq').execute(),
  }
}
