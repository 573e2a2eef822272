import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import {
  type ApprovedRow,
  approvals,
  type Condition,
  FIGURE_COLUMNS,
  FIGURE_KEY,
  IN_KEY_ORDER,
  keyOf,
} from './approvals.ts'

/** The last line by which a figure came into force. */
export const lastApproval = (db: Kysely<Database>) =>
  db.selectFrom('current_figure').select(({ fn }) => fn.max('approved_seq').as('seq'))

/**
 * The approved figures that were in force at the audit line `seq`: of those in force today the ones approved by then, and
 * where another has taken its place since, the one before. One statement, so that nothing comes between.
 *
 * @param limit the first so many in the order of their keys are among them, and perhaps others
 */
export function inForce(db: Kysely<Database>, seq: number, chosen: Condition, limit?: number) {
  const replaced = db
    .selectFrom('current_figure as later')
    .select(FIGURE_KEY)
    .where('later.approved_seq', '>', seq)
    .where(chosen('later'))
  const isReplaced: Condition = (table) => sql`${chosen(table)} and (${keyOf(table)}) in ${replaced}`
  const still = db
    .selectFrom('current_figure as current')
    .select(FIGURE_COLUMNS)
    .where('current.approved_seq', '<=', seq)
    .where(chosen('current'))
  const before = approvals(db, seq, isReplaced).where('recency', '=', 1)
  // PostgreSQL would else sort all of them to find so few.
  const kept = limit === undefined ? still : still.orderBy(IN_KEY_ORDER).limit(limit)
  const earlier = limit === undefined ? before : before.orderBy(IN_KEY_ORDER).limit(limit)
  return db
    .selectFrom(kept.as('kept'))
    .select(FIGURE_COLUMNS)
    .unionAll(db.selectFrom(earlier.as('earlier')).select(FIGURE_COLUMNS))
}

/** The same, read, in the order of their keys; with a limit the first so many. */
export async function listInForce(
  db: Kysely<Database>,
  seq: number,
  chosen: Condition,
  limit?: number,
): Promise<ApprovedRow[]> {
  // Mostly nothing has come into force since. Where a figure was in force, one is today: of none there was none.
  if ((lastKnown.get(db) ?? 0) <= seq) {
    const today = await limited(inForceToday(db, chosen).orderBy(IN_KEY_ORDER), limit).execute()
    const last = today[0]?.last_seq ?? 0
    if (last <= seq) return today
    lastKnown.set(db, last)
  }
  return await limited(inForce(db, seq, chosen, limit).orderBy(IN_KEY_ORDER), limit).execute()
}

/** A line by which a figure came into force: of days before it the figures of today need not be read first. */
const lastKnown = new WeakMap<Kysely<Database>, number>()

/** The figures in force today, each with the last line by which any came into force: as of then and later they are the ones. */
const inForceToday = (db: Kysely<Database>, chosen: Condition) =>
  db
    .selectFrom('current_figure as current')
    .select(FIGURE_COLUMNS)
    .select(lastApproval(db).as('last_seq'))
    .where(chosen('current'))

const limited = <Query extends { limit: (limit: number) => Query }>(query: Query, limit: number | undefined): Query =>
  limit === undefined ? query : query.limit(limit)
