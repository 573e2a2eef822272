import { type Expression, type Kysely, type SqlBool, sql, type Transaction } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { approvals, type Condition, FIGURE_COLUMNS, FIGURE_KEY, keyOf, matching } from './approvals.ts'

// What follows from the steps of the review is kept beside them: the figures in force, and how many there are.

/** Puts in force what the audit lines from `first` to `last` approve, each in the place of the figure before. */
export async function putInForce(trx: Transaction<Database>, first: number, last: number): Promise<void> {
  const decided = sql`select ${keyOf('revision')} from observation_step as decision
    join observation_revision as revision on revision.seq = decision.observation_seq
    where decision.seq between ${first} and ${last} and decision.step = 'approved'`
  const isDecided: Condition = (table) => sql<SqlBool>`(${keyOf(table)}) in (${decided})`
  const before = await countByYear(trx, isDecided)
  await trx
    .insertInto('current_figure')
    .columns(FIGURE_COLUMNS)
    .expression(approvals(trx, last, isDecided).where('recency', '=', 1))
    .onConflict((conflict) =>
      conflict
        .columns(FIGURE_KEY)
        .doUpdateSet(Object.fromEntries(FIGURE_COLUMNS.map((column) => [column, sql.ref(`excluded.${column}`)]))),
    )
    .execute()
  const after = await countByYear(trx, isDecided)
  for (const [name, { region_code, year, figures, samples }] of after) {
    const old = before.get(name) ?? { figures: 0, samples: 0 }
    const more = { figures: figures - old.figures, samples: samples - old.samples }
    if (more.figures !== 0 || more.samples !== 0) await addToCount(trx, { region_code, year, ...more })
  }
}

interface YearCount {
  region_code: string
  year: number
  figures: number
  samples: number
}

async function countByYear(db: Kysely<Database>, chosen: Condition): Promise<Map<string, YearCount>> {
  const { rows } = await sql<YearCount>`select region_code, year, count(*) as figures, sum(sample) as samples
    from current_figure where ${chosen('current_figure')} group by region_code, year`.execute(db)
  return new Map(
    rows.map(({ region_code, year, figures, samples }) => [
      `${region_code}/${year}`,
      // PostgreSQL answers counts and sums as text.
      { region_code, year, figures: Number(figures), samples: Number(samples) },
    ]),
  )
}

/** Counts so many figures more of a region and year. */
export async function addToCount(trx: Transaction<Database>, count: YearCount): Promise<void> {
  await trx
    .insertInto('figure_count')
    .values(count)
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'year']).doUpdateSet({
        figures: sql`figure_count.figures + excluded.figures`,
        samples: sql`figure_count.samples + excluded.samples`,
      }),
    )
    .execute()
}

const ALL = matching({})

/** Makes both tables anew from the steps of the review. */
export async function rebuildCurrentFigures(trx: Transaction<Database>): Promise<void> {
  await trx.deleteFrom('current_figure').execute()
  await trx.deleteFrom('figure_count').execute()
  await trx
    .insertInto('current_figure')
    .columns(FIGURE_COLUMNS)
    .expression(approvals(trx, NEWEST, ALL).where('recency', '=', 1))
    .execute()
  await trx
    .insertInto('figure_count')
    .columns(['region_code', 'year', 'figures', 'samples'])
    .expression(counts(trx))
    .execute()
}

const counts = (db: Kysely<Database>) =>
  db
    .selectFrom('current_figure')
    .select(['region_code', 'year'])
    .select([sql<number>`count(*)`.as('figures'), sql<number>`sum(sample)`.as('samples')])
    .groupBy(['region_code', 'year'])

/** How many rows of the two tables are not what follows from the steps of the review: too many, missing or different. */
export async function countStaleFigures(db: Kysely<Database>): Promise<number> {
  const figures = approvals(db, NEWEST, ALL).where('recency', '=', 1)
  const kept = db.selectFrom('current_figure').select(FIGURE_COLUMNS)
  const counted = counts(db)
  const countKept = db.selectFrom('figure_count').select(['region_code', 'year', 'figures', 'samples'])
  const stale = [
    await countRows(db, kept.except(figures)),
    await countRows(db, figures.except(kept)),
    await countRows(db, countKept.except(counted)),
    await countRows(db, counted.except(countKept)),
  ]
  return stale.reduce((sum, rows) => sum + rows, 0)
}

async function countRows(db: Kysely<Database>, rows: Expression<unknown>): Promise<number> {
  const counted = await sql<{ rows: number | string }>`select count(*) as rows from ${rows} as rows`.execute(db)
  return Number(counted.rows[0]?.rows)
}
