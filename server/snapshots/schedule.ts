import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { findLastLine, NEWEST } from '../audit/queries.ts'
import { PROGRAM } from '../audit/program.ts'
import type { Database } from '../db/schema.ts'
import { plusDays, shanghaiDate } from '../domain/days.ts'
import { everyHour } from '../hourly.ts'
import { type Clock, resolveAsOf } from '../http/as-of.ts'
import { Refusal } from '../http/refusal.ts'
import { pause } from '../pause.ts'
import { listRounds } from '../rounds/queries.ts'
import { inTurn } from '../turn.ts'
import type { SnapshotKeeper } from './keeper.ts'
import { listSnapshots } from './queries.ts'

/** So long it waits for reviewers. */
const REVIEW_DAYS = 30
/** A service that comes to rounds of long ago does not begin with them. */
const STALE_DAYS = 366

/** Looks every hour whether the annual rounds of a year have closed, and then makes the snapshot of that year. */
export function snapshotEveryYear(
  app: FastifyInstance,
  db: Kysely<Database>,
  keeper: SnapshotKeeper,
  clock: Clock = () => new Date(),
): void {
  const make = async (): Promise<void> => {
    const year = await findYearToKeep(db, clock())
    if (year === undefined) return
    const asOf = await resolveAsOf(db, clock, undefined)
    await keeper.begin({ titleZh: `${year} 年度填报结束后的数据快照`, asOf, actor: PROGRAM, roundYear: year })
  }
  const work = () => inTurn(db, 'snapshot of the year', clock, make)
  const onFailure = (error: unknown): void => {
    // An auditor makes one just now; in an hour it is looked again.
    if (error instanceof Refusal && error.reason === 'snapshot-under-way') return
    app.log.error({ err: error }, 'the snapshot of the year could not be made')
  }
  everyHour(app, work, onFailure)
}

/**
 * The year of which a snapshot is to be made now: the oldest whose annual rounds have all closed, once nothing of it waits
 * for a decision, and after 30 days at the latest. Rounds that are extended or come later make another one; those that
 * closed more than a year ago make none.
 */
export async function findYearToKeep(db: Kysely<Database>, now: Date): Promise<number | undefined> {
  const today = shanghaiDate(now)
  const closing = new Map<number, string>()
  for (const { year, kind, closesOn } of await listRounds(db, NEWEST)) {
    if (kind === 'annual' && closesOn > (closing.get(year) ?? '')) closing.set(year, closesOn)
  }
  const made = await listSnapshots(db)
  const isKept = (year: number, closesOn: string): boolean =>
    made.some(({ roundYear, madeAt }) => roundYear === year && shanghaiDate(new Date(madeAt)) > closesOn)
  for (const [year, closesOn] of [...closing].toSorted(([one], [other]) => one - other)) {
    const isLately = closesOn < today && today <= plusDays(closesOn, STALE_DAYS)
    if (!isLately || isKept(year, closesOn)) continue
    if (today > plusDays(closesOn, REVIEW_DAYS) || !(await isWaiting(db, year))) return year
  }
  return undefined
}

/** So many lines of the log are looked through by one statement. */
const LINES = 50_000

/** Whether a figure of the year waits for a decision. */
async function isWaiting(db: Kysely<Database>, year: number): Promise<boolean> {
  const last = (await findLastLine(db))?.seq ?? 0
  for (let upTo = last; upTo > 0; upTo -= LINES) {
    const waiting = await db
      .selectFrom('observation_revision as revision')
      .select('revision.seq')
      .where('revision.seq', '>', upTo - LINES)
      .where('revision.seq', '<=', upTo)
      .where('revision.year', '=', year)
      .where(
        (eb) =>
          eb
            .selectFrom('observation_step as step')
            .select('step.step')
            .whereRef('step.observation_seq', '=', 'revision.seq')
            .orderBy('step.seq', 'desc')
            .limit(1),
        '=',
        'submitted',
      )
      .limit(1)
      .executeTakeFirst()
    if (waiting !== undefined) return true
    await pause()
  }
  return false
}
