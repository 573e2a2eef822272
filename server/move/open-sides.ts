import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { checkHead } from '../audit/head.ts'
import { auditFolder } from '../audit/keys.ts'
import { DERIVED_TABLES, LOGGED_TABLES, UNLOGGED_TABLES } from '../audit/logged-tables.ts'
import { findLastLine } from '../audit/queries.ts'
import { connect } from '../db/connect.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { migrateToLatest } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import { explainTrouble, type Place } from '../db/trouble.ts'
import { openChained } from '../start.ts'
import type { Side } from './address.ts'
import { countRows } from './table-rows.ts'
import { checkMark, EMPTY_IT, isUnfinished, listTables, markUnfinished, Refused } from './unfinished.ts'

/** Opens what is moved, as a start of the service does: with an unbroken log that goes on from its HEAD. */
export async function openSource({ place, shown }: Side, dataDir: string): Promise<Kysely<Database>> {
  // Opening would make it.
  if (place.url === undefined && !existsSync(path.join(place.dataDir, 'tanbiao.sqlite'))) {
    throw new Error(`FROM: there is no ${shown}.`)
  }
  const db = await connected('FROM', place, async (peek) => {
    if (!(await listTables(peek)).includes('audit_line')) throw new Refused('is no database of this program.')
  })
  await db.destroy()
  const source = await asSide('FROM', () => openChained(place))
  try {
    await asSide('FROM', () => checkHead(source, auditFolder(dataDir)))
    if ((await findLastLine(source)) === undefined)
      throw new Error('FROM: the log has no line, so there is nothing to move.')
    return source
  } catch (error) {
    await source.destroy()
    throw error
  }
}

/** A target, and how far an earlier run has brought it. */
export interface Target {
  db: Kysely<Database>
  state: 'begun' | 'gone-on' | 'finished'
}

/** Opens where to move: an empty database, which is marked as unfinished, or the target of this same move. */
export async function openTarget({ place }: Side, source: Kysely<Database>): Promise<Target> {
  let state: Target['state'] = 'begun'
  const db = await connected('TO', place, async (target) => {
    state = await prepare(target, source)
  })
  return { db, state }
}

async function prepare(target: Kysely<Database>, source: Kysely<Database>): Promise<Target['state']> {
  if (await isUnfinished(target)) {
    await checkMark(target, source)
    return 'gone-on'
  }
  const tables = await listTables(target)
  const foreign = tables.find((table) => !OWN.has(table))
  if (foreign !== undefined) throw new Refused(`has a table ${foreign}, which is not of this program. ${EMPTY_IT}`)
  const end = await findLastLine(source)
  if (end === undefined) throw new Refused('gets nothing: the log of FROM has no line.')
  if (tables.includes('audit_line')) {
    const last = await findLastLine(target)
    if (last?.hash === end.hash) return 'finished'
    if (last !== undefined) throw new Refused(`is not empty: it has a log of ${last.seq} lines. ${EMPTY_IT}`)
  }
  for (const table of tables.filter((name) => !name.startsWith('kysely_'))) {
    if ((await countRows(target, table)) > 0) throw new Refused(`is not empty: it has rows in ${table}. ${EMPTY_IT}`)
  }
  await migrateToLatest(target)
  await inWriteTransaction(target, (trx) => markUnfinished(trx, { lines: end.seq, hash: end.hash }))
  return 'begun'
}

const OWN: ReadonlySet<string> = new Set([
  ...Object.keys(LOGGED_TABLES),
  ...Object.keys(UNLOGGED_TABLES),
  ...Object.keys(DERIVED_TABLES),
  'kysely_migration',
  'kysely_migration_lock',
])

async function connected(
  name: string,
  place: Place,
  use: (db: Kysely<Database>) => Promise<void>,
): Promise<Kysely<Database>> {
  const db = connect(place)
  try {
    await use(db)
    return db
  } catch (error) {
    await db.destroy().catch(() => undefined)
    if (error instanceof Refused) throw new Error(`${name} ${error.message}`, { cause: error })
    throw new Error(`${name}: ${withoutSetting(explainTrouble(error, place))}`, { cause: error })
  }
}

async function asSide<Result>(name: string, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new Error(`${name}: ${withoutSetting(error.message)}`, { cause: error })
  }
}

/** The sentence without the setting that a start of the service would have it from. */
const withoutSetting = (sentence: string): string => sentence.replace(/^(DATABASE_URL|DATA_DIR)=/, '')
