import { parseArgs } from 'node:util'
import { dataDirOf, readSide, type Side } from '../server/move/address.ts'
import { LEFT_BEHIND } from '../server/move/moved-tables.ts'
import { type Moved, moveDatabase } from '../server/move/move.ts'
import { moveProgress } from './move-progress.ts'
import { report } from './verify-database.ts'

// npm run move -- FROM TO: copies a database into an empty one of the other engine, and compares both. Interrupted, the same
// command goes on. With --without-replay the tables are not held against the log at the end.

function tell({ state, from, to, why, check }: Moved): void {
  if (state === 'finished') console.log('TO holds this log already; both sides were compared.')
  for (const { name, rows } of from.tables) console.log(`${String(rows).padStart(12)} ${name}`)
  for (const [name, { sha256, lines, lastHash }] of [['FROM', from] as const, ['TO', to] as const]) {
    console.log(`${name.padEnd(4)} ${sha256}, line ${lines} has the hash ${lastHash}`)
  }
  if (check !== undefined) report(check)
  if (why !== undefined) {
    console.log(`✗ ${why} ${state === 'finished' ? 'It has changed since its move ended.' : 'TO is not to be used.'}`)
    process.exitCode = 1
    return
  }
  console.log('✓ Every table has the same rows on both sides.')
  console.log(`Left behind: ${LEFT_BEHIND.join(', ')}.`)
}

/** What to set; key, HEAD and snapshots belong beside the file that the service opens. */
function howToStart({ place, shown }: Side, dataDir: string): string {
  if (place.url !== undefined) return `Start the service with DATA_DIR=${dataDir} DATABASE_URL=${shown}`
  const start = `Start the service with DATA_DIR=${place.dataDir} and without DATABASE_URL`
  if (dataDir === place.dataDir) return start
  return `${start}, after the folders audit and snapshots of ${dataDir} were moved there`
}

const progress = moveProgress(process.stderr)
try {
  const options = { 'without-replay': { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [first, second, ...more] = positionals
  const [from, to] = [readSide('FROM', first), readSide('TO', second)]
  if (more.length > 0) throw new Error(`What is ${more[0]}? A move has one FROM and one TO.`)
  const dataDir = dataDirOf(from, to, process.env['DATA_DIR'])
  console.log(`FROM ${from.shown}\nTO   ${to.shown}\nKey and HEAD: ${dataDir}/audit`)
  const moved = await moveDatabase({ from, to, dataDir, isReplayed: !values['without-replay'] }, progress)
  progress.end()
  tell(moved)
  if (moved.why === undefined) console.log(howToStart(to, dataDir))
} catch (error) {
  progress.end()
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
