import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database, SnapshotJobTable } from '../db/schema.ts'
import type { AsOf } from '../http/as-of.ts'
import { Refusal } from '../http/refusal.ts'
import { isRunning, MAKER } from './maker.ts'
import type { Progress } from './write.ts'

/** A snapshot that is being made, or the last that could not be. */
export interface Job extends Progress {
  number: number
  titleZh: string
  instant: string
  roundYear: number | null
  startedAt: string
  startedBy: string
  /** `interrupted`: whoever made it is not heard of any more. */
  failure: SnapshotJobTable['failure'] | 'interrupted'
}

// A process says every second that it lives; clocks differ.
const SILENT_AFTER_MS = 120_000

/** What is being made, by whichever process; undefined where nothing is and the last was made. */
export async function findJob(db: Kysely<Database>, now: Date): Promise<Job | undefined> {
  const row = await db
    .selectFrom('snapshot_job')
    .selectAll()
    .select(newestNumber(db).as('newest'))
    .where('number', '>=', newestNumber(db))
    .executeTakeFirst()
  const job = row && toJob(row, now)
  // Once recorded it gets its name; a crash can leave one behind that was made.
  return row?.number === row?.newest && job?.failure !== null ? undefined : job
}

const newestNumber = (db: Kysely<Database>) =>
  db.selectFrom('snapshot').select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('number'))

/**
 * Takes the next number. One is made at a time, by whichever process, for each names the one before.
 *
 * @throws {Refusal} 409 while another is being made
 */
export async function beginJob(
  db: Kysely<Database>,
  now: Date,
  { titleZh, asOf, roundYear, actor }: { titleZh: string; asOf: AsOf; roundYear?: number | undefined; actor: Actor },
): Promise<number> {
  return await inWriteTransaction(db, async (trx) => {
    const under = await findJob(trx, now)
    if (under?.failure === null) throw new Refusal(409, 'snapshot-under-way')
    await trx.deleteFrom('snapshot_job').execute()
    const number = (await newestNumber(trx).executeTakeFirstOrThrow()).number + 1
    await trx
      .insertInto('snapshot_job')
      .values({
        number,
        title_zh: titleZh,
        instant: asOf.instant.toISOString(),
        round_year: roundYear ?? null,
        started_at: now.toISOString(),
        started_by: actor.username,
        maker: MAKER,
        heard_at: now.toISOString(),
        files_written: 0,
        files_total: 0,
        rows_written: 0,
        failure: null,
      })
      .execute()
    return number
  })
}

/** Says that it lives, and how far it is. */
export async function tellJob(db: Kysely<Database>, number: number, now: Date, progress: Progress): Promise<void> {
  const { filesWritten, filesTotal, rowsWritten } = progress
  await db
    .updateTable('snapshot_job')
    .set({
      heard_at: now.toISOString(),
      files_written: filesWritten,
      files_total: filesTotal,
      rows_written: rowsWritten,
    })
    .where('number', '=', number)
    .where('maker', '=', MAKER)
    .execute()
}

/** It is made, or why it could not be. */
export async function endJob(
  db: Kysely<Database>,
  number: number,
  failure: SnapshotJobTable['failure'],
): Promise<void> {
  // Another may have taken the number meanwhile, where this process was not heard of.
  const ofThis = { number, maker: MAKER }
  if (failure === null)
    await db
      .deleteFrom('snapshot_job')
      .where((eb) => eb.and(ofThis))
      .execute()
  else
    await db
      .updateTable('snapshot_job')
      .set({ failure })
      .where((eb) => eb.and(ofThis))
      .execute()
}

const toJob = (row: Selectable<SnapshotJobTable>, now: Date): Job => ({
  number: row.number,
  titleZh: row.title_zh,
  instant: row.instant,
  roundYear: row.round_year,
  startedAt: row.started_at,
  startedBy: row.started_by,
  filesWritten: row.files_written,
  filesTotal: row.files_total,
  rowsWritten: row.rows_written,
  failure: row.failure ?? (lives(row, now) ? null : 'interrupted'),
})

/** A process of this machine is seen; of another it is known what it said last. */
const lives = ({ heard_at: heardAt, maker }: Selectable<SnapshotJobTable>, now: Date): boolean =>
  isRunning(maker) ?? now.getTime() - new Date(heardAt).getTime() <= SILENT_AFTER_MS
