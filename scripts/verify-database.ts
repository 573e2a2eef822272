import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Difference } from '../server/audit/compare-tables.ts'
import { checkDatabase, type DatabaseCheck } from '../server/audit/check-database.ts'
import { unmarkBroken } from '../server/audit/broken-mark.ts'
import { auditFolder } from '../server/audit/keys.ts'
import { DERIVED_TABLES, UNLOGGED_TABLES } from '../server/audit/logged-tables.ts'
import { readConfig } from '../server/config.ts'
import { checkFile } from '../server/db/check-file.ts'
import { connect } from '../server/db/connect.ts'
import { inWriteTransaction } from '../server/db/dialect.ts'
import type { Database } from '../server/db/schema.ts'
import { rebuildCurrentFigures } from '../server/observations/current-figures.ts'
import { explainTrouble } from '../server/db/trouble.ts'

/** Holds every table of the database of the settings against its log; prints what was found, and answers whether all is well. */
export async function verifyDatabase(env: NodeJS.ProcessEnv): Promise<boolean> {
  const { databaseUrl: url, dataDir } = readConfig(env, { dataDir: 'data/tanbiao' })
  // Opening would make it.
  if (url === undefined && !existsSync(path.join(dataDir, 'tanbiao.sqlite'))) {
    throw new Error(`DATA_DIR=${dataDir}: there is no database.`)
  }
  const db = connect({ url, dataDir })
  try {
    await checkFile(db)
    const isWell = await checkAndTell(db, auditFolder(dataDir))
    if (isWell) await tellUnmarked(auditFolder(dataDir))
    return isWell
  } catch (error) {
    throw new Error(explainTrouble(error, { url, dataDir }), { cause: error })
  } finally {
    await db.destroy()
  }
}

/** Lets the service start again, after chain and file were read whole and are well. */
export async function tellUnmarked(folder: string): Promise<void> {
  if (await unmarkBroken(folder)) console.log(`✓ ${folder}/BROKEN is removed: the service starts again.`)
}

/** Checks, says how far it is, prints what was found, and answers whether all is well. */
export async function checkAndTell(db: Kysely<Database>, folder: string): Promise<boolean> {
  const check = await checkDatabase(db, folder, progress())
  report(check)
  const isRight = check.troubles.length === 0 && check.differing === 0
  if (isRight && check.stale > 0) {
    await inWriteTransaction(db, rebuildCurrentFigures)
    console.log('  They were made anew.')
  }
  return isRight && check.stale === 0
}

const QUIET_MS = 2000

/** Says how far it is every two seconds. */
function progress(): (text: string) => void {
  let said = performance.now()
  return (text) => {
    if (performance.now() - said < QUIET_MS) return
    said = performance.now()
    process.stderr.write(`… ${text}\n`)
  }
}

/** Prints what a check has found. */
export function report({ lines, isPlayed, troubles, differences, differing, stale }: DatabaseCheck): void {
  for (const trouble of troubles) console.log(`✗ ${trouble}`)
  for (const difference of differences) console.log(`✗ ${tell(difference)}`)
  if (differing > differences.length) console.log(`✗ and ${differing - differences.length} more differences`)
  const unlogged = Object.entries(UNLOGGED_TABLES).map(([table, what]) => `${table} (${what})`)
  console.log(`Not in the log, and not compared: ${unlogged.join(', ')}.`)
  if (troubles.length === 0) console.log('✓ The chain is whole, and the log goes on from its signed HEAD.')
  if (!isPlayed) console.log('The tables were not compared: the log cannot be played.')
  else if (differing === 0) console.log(`✓ Every table is what the log of ${lines} lines says.`)
  const derived = Object.keys(DERIVED_TABLES).join(' and ')
  if (stale > 0) console.log(`✗ ${derived}: ${stale} rows do not follow from the other tables.`)
  else if (isPlayed && differing === 0) console.log(`✓ ${derived} follow from the other tables.`)
}

function tell({ table, key, column, logged, stored }: Difference): string {
  if (stored === undefined) return `${table}, ${key}: the row is missing; the log says ${logged}`
  if (logged === undefined) return `${table}, ${key}: the log knows no such row: ${stored}`
  return `${table}, ${key}, ${column}: the database has ${stored}, the log says ${logged}`
}
