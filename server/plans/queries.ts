import type { Kysely } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import { revised, toIndicator, toPlan, toRegion, toTheme } from './rows.ts'

// Each list holds what was known by the audit line `seq`, in the order in which it was added; read once for as long as
// none of them changes.

export const listRegions = remembering('regions', async (db, seq) => {
  const rows = await db.selectFrom('region').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toRegion)
})

export const listThemes = remembering('themes', async (db, seq) => {
  const rows = await db.selectFrom('theme').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toTheme)
})

export const listPlans = remembering('plans', async (db, seq) => {
  const rows = await db.selectFrom('plan').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toPlan)
})

export const listIndicators = remembering('indicators', async (db, seq) => {
  const rows = await db.selectFrom('indicator').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  const revisions = await db
    .selectFrom('indicator_revision')
    .selectAll()
    .where('seq', '<=', seq)
    .orderBy('seq')
    .execute()
  const newest = new Map(revisions.map((revision) => [revision.code, revision]))
  return rows.map((row) => {
    const revision = newest.get(row.code)
    return revision === undefined ? toIndicator(row) : revised(toIndicator(row), revision)
  })
})

type List<Item> = (db: Kysely<Database>, seq: number) => Promise<readonly Item[]>

function remembering<Item>(name: string, read: List<Item>): List<Item> {
  return async (db, seq) => {
    const last = await findLastOf(db, 'reference', seq)
    return await remembered(db, name, last, () => read(db, last))
  }
}

/** How often an indicator was told: 1 until it is corrected. */
export async function countIndicatorRevisions(db: Kysely<Database>, code: string): Promise<number> {
  const later = await db.selectFrom('indicator_revision').select('revision').where('code', '=', code).execute()
  return later.length + 1
}

/** The items of such a list by their codes. */
export const byCode = <Item extends { code: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.code, item]))
