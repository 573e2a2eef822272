import type { Kysely } from 'kysely'
import type { AuditLifeLine } from '../contract/audit.ts'
import type { Database } from '../db/schema.ts'
import { changesOf, CHANGING_ACTIONS } from '../domain/audit-life.ts'
import { toReadLine } from './lines.ts'

interface Page {
  /** The last line of the log that counts. */
  upTo: number
  limit: number
  /** The number of the last line of the page before; 0 at first. */
  after: number
}

/** The lines about an object and what belongs to it, oldest first, each with what it changed; and how many there are. */
export async function findLife(
  db: Kysely<Database>,
  subject: string,
  { upTo, limit, after }: Page,
): Promise<{ total: number; items: AuditLifeLine[] }> {
  const objects = await objectsOfLife(db, subject, upTo)
  const lines = db.selectFrom('audit_line').where('object', 'in', objects).where('seq', '<=', upTo)
  const { total } = await lines.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()
  const shown = await lines.where('seq', '>', after).selectAll().orderBy('seq').limit(limit).execute()
  const told = await lines
    .where('seq', '<=', shown.at(-1)?.seq ?? 0)
    .where('action', 'in', CHANGING_ACTIONS)
    .selectAll()
    .orderBy('seq')
    .execute()
  const changes = changesOf(told.map(toReadLine))
  const items = shown.map((row) => ({ ...toReadLine(row), subject, changes: changes.get(row.seq) ?? [] }))
  return { total: Number(total), items }
}

/** The object, and of a figure its revisions, under whose names the steps of the review are logged. */
async function objectsOfLife(db: Kysely<Database>, subject: string, upTo: number): Promise<string[]> {
  if (!subject.startsWith('observation/')) return [subject]
  const entered = await db
    .selectFrom('audit_line')
    .select('seq')
    .where('object', '=', subject)
    .where('action', '=', 'observation.enter')
    .where('seq', '<=', upTo)
    .execute()
  return [subject, ...entered.map(({ seq }) => `observation-revision/${seq}`)]
}
