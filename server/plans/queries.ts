import type { Kysely } from 'kysely'
import type { Indicator, Plan, Region, Theme } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { toIndicator, toPlan, toRegion, toTheme } from './rows.ts'

// Each list holds what was known by the audit line `seq`, in the order in which it was added.

export async function listRegions(db: Kysely<Database>, seq: number): Promise<Region[]> {
  const rows = await db.selectFrom('region').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toRegion)
}

export async function listThemes(db: Kysely<Database>, seq: number): Promise<Theme[]> {
  const rows = await db.selectFrom('theme').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toTheme)
}

export async function listPlans(db: Kysely<Database>, seq: number): Promise<Plan[]> {
  const rows = await db.selectFrom('plan').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toPlan)
}

export async function listIndicators(db: Kysely<Database>, seq: number): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicator').selectAll().where('seq', '<=', seq).orderBy('seq').execute()
  return rows.map(toIndicator)
}

/** The items of such a list by their codes. */
export const byCode = <Item extends { code: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.code, item]))
