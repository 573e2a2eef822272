import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { findLastLine, NEWEST } from '../../server/audit/queries.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { approvals, matching, placeOf } from '../../server/observations/approvals.ts'
import { countStaleFigures, rebuildCurrentFigures } from '../../server/observations/current-figures.ts'
import { type ApprovedFigure, countApproved, listApproved } from '../../server/observations/queries.ts'
import { NOW } from '../helpers/app.ts'
import { contentOf } from '../helpers/content.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'

const demo = async (db: Kysely<Database>): Promise<Kysely<Database>> => {
  await loadDemo(db, NOW)
  return db
}

/** By the revisions and steps alone, as it was before anything was kept. */
const ranked = (db: Kysely<Database>, seq: number, filters = {}) =>
  approvals(db, seq, matching(filters))
    .where('recency', '=', 1)
    .orderBy('region_code')
    .orderBy('indicator_code')
    .orderBy('year')
    .orderBy('measure')
    .execute()

describeOnBothEngines('the figures in force', (engine) => {
  const world = shared(engine, demo)

  it('are what follows from every approval', async () => {
    const db = world()
    const { current_figure } = await contentOf(db)
    expect(current_figure.length).toBeGreaterThan(100)
    expect(current_figure).toEqual(await ranked(db, NEWEST))
    expect(await countStaleFigures(db)).toBe(0)
  })

  it('as of each twentieth line of the log are what was approved by then', async () => {
    const db = world()
    const end = (await findLastLine(db))?.seq ?? 0
    for (let seq = end; seq > 0; seq -= 20) {
      const expected = await ranked(db, seq)
      expect((await listApproved(db, seq, {})).map(({ id }) => id)).toEqual(expected.map((row) => row.observation_seq))
      expect((await countApproved(db, seq, {})).all).toBe(expected.length)
    }
  }, 120_000)

  it('are counted by region, year, both and neither', async () => {
    const db = world()
    for (const filters of [{}, { region: '63' }, { year: 2024 }, { region: '37', year: 2021 }]) {
      const figures = await ranked(db, NEWEST, filters)
      const sample = figures.filter((row) => row.sample === 1).length
      expect(await countApproved(db, NEWEST, filters)).toEqual({ all: figures.length, sample })
    }
  })

  it('are listed page by page', async () => {
    const db = world()
    const all = await listApproved(db, NEWEST, { region: '63' })
    const after = all[4]
    if (after === undefined) throw new Error('too few figures')
    const key = [after.regionCode, after.indicatorCode, after.year, after.measure] as const
    expect(await listApproved(db, NEWEST, { region: '63' }, { limit: 7, after: key })).toEqual(all.slice(5, 12))
  })

  it('are listed page by page as of any line of the log', async () => {
    const db = world()
    const end = (await findLastLine(db))?.seq ?? 0
    for (const seq of [end, end - 40, Math.round(end / 2)]) {
      const found: ApprovedFigure[] = []
      for (let page; page === undefined || page.length > 0; found.push(...page)) {
        const last = found.at(-1)
        page = await listApproved(db, seq, {}, { limit: 25, after: last && placeOf(last) })
        expect(page.length).toBeLessThanOrEqual(25)
      }
      expect(found.map(({ id }) => id)).toEqual((await ranked(db, seq)).map((row) => row.observation_seq))
    }
  })
})

describeOnBothEngines('figures in force that someone changed by hand', (engine) => {
  const changed = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    await sql`update current_figure set value = '999' where year = 2023 and value is not null`.execute(db)
    await sql`delete from current_figure where year = 2024`.execute(db)
    await sql`update figure_count set figures = figures + 1 where year = 2022`.execute(db)
    return db
  })

  it('are found, and made anew', async () => {
    const db = changed()
    expect(await countStaleFigures(db)).toBeGreaterThan(10)
    await inWriteTransaction(db, rebuildCurrentFigures)
    expect(await countStaleFigures(db)).toBe(0)
    expect((await contentOf(db)).current_figure).toEqual(await ranked(db, NEWEST))
  })
})
