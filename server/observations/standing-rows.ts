import { type Kysely, sql } from 'kysely'
import { engineOf } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { ReviewState } from '../domain/words.ts'
import { type Condition, FIGURE_KEY, keyOf } from './approvals.ts'
import { inForce, lastApproval } from './in-force.ts'

/** A figure that waits for its reporter or for a decision. */
export interface PendingFigure {
  indicatorCode: string
  measure: string
  state: Exclude<ReviewState, 'approved'>
}

/** How the figures of a region and year stand; indicators as letters, so that those of a nation take little memory. */
export interface YearFigures {
  /** Approved with a value, or as something that will not be published. */
  published: string
  /** Approved as not yet published. */
  unpublished: string
  /** In the order in which they were entered first. */
  pending: readonly PendingFigure[]
}

export const NONE: YearFigures = { published: '', unpublished: '', pending: [] }

/** How the figures of these regions stand, by region and year. */
export async function readRegions(
  db: Kysely<Database>,
  seq: number,
  regionCodes: readonly string[],
  letterOf: (indicatorCode: string) => string,
): Promise<Map<string, YearFigures>> {
  const chosen: Condition = (table) => sql`${sql.ref(`${table}.region_code`)} in (${sql.join(regionCodes)})`
  const years = new Map<string, YearFigures & { pending: PendingFigure[] }>()
  const taken = (key: string) => {
    const figures = years.get(key) ?? { ...NONE, pending: [] }
    years.set(key, figures)
    return figures
  }
  const lettersOf = (codes: string | null): string =>
    codes === null ? '' : [...new Set(codes.split(','))].map(letterOf).join('')
  for (const row of await readApproved(db, seq, chosen)) {
    const figures = taken(`${row.region_code}/${row.year}`)
    figures.published = lettersOf(row.published)
    figures.unpublished = lettersOf(row.unpublished)
  }
  for (const row of await readPending(db, seq, chosen)) {
    const { indicator_code: indicatorCode, measure, step } = row
    const state = step === 'submitted' || step === 'returned' ? step : 'draft'
    taken(`${row.region_code}/${row.year}`).pending.push({ indicatorCode, measure, state })
  }
  return years
}

/** The indicators of the approved figures in force, a row per region and year. */
async function readApproved(db: Kysely<Database>, seq: number, chosen: Condition) {
  const joined = sql.raw(engineOf(db) === 'postgres' ? 'string_agg' : 'group_concat')
  const isUnpublished = sql`figure.missing_reason = 'not-yet-published'`
  const published = sql<string | null>`${joined}(case when ${isUnpublished} then null else indicator_code end, ',')`
  const unpublished = sql<string | null>`${joined}(case when ${isUnpublished} then indicator_code end, ',')`
  const today = await db
    .selectFrom('current_figure as figure')
    .where(chosen('figure'))
    .select(['region_code', 'year', published.as('published'), unpublished.as('unpublished')])
    .select(lastApproval(db).as('last'))
    .groupBy(['region_code', 'year'])
    .execute()
  // Mostly nothing has come into force since.
  if ((today[0]?.last ?? 0) <= seq) return today
  return await db
    .selectFrom(inForce(db, seq, chosen).as('figure'))
    .select(['region_code', 'year', published.as('published'), unpublished.as('unpublished')])
    .groupBy(['region_code', 'year'])
    .execute()
}

/** The newest revisions that are neither approved nor taken back, each with its last step, if it took one. */
async function readPending(db: Kysely<Database>, seq: number, chosen: Condition) {
  const first = db
    .selectFrom('observation_revision as first')
    .select('first.seq')
    .where(sql<boolean>`(${keyOf('first')}) = (${keyOf('revision')})`)
    .where('first.revision', '=', 1)
  const newer = db
    .selectFrom('observation_revision as newer')
    .select('newer.seq')
    .where(sql<boolean>`(${keyOf('newer')}) = (${keyOf('revision')})`)
    .where(sql<boolean>`newer.revision > revision.revision`)
    .where('newer.seq', '<=', seq)
  const steps = db
    .selectFrom('observation_step as step')
    .where(sql<boolean>`step.observation_seq = revision.seq`)
    .where('step.seq', '<=', seq)
  // After either there is no further step.
  const ended = steps.select('step.seq').where('step.step', 'in', ['approved', 'discarded'])
  return await db
    .selectFrom('observation_revision as revision')
    .where('revision.seq', '<=', seq)
    .where(chosen('revision'))
    .where((eb) => eb.not(eb.exists(ended)))
    .where((eb) => eb.not(eb.exists(newer)))
    .select(FIGURE_KEY)
    .select([steps.select('step.step').orderBy('step.seq', 'desc').limit(1).as('step'), first.as('first_seq')])
    .orderBy('first_seq')
    .execute()
}
