import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { connect } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import type { Database } from '../server/db/schema.ts'
import { type HostileRow, proveText } from '../tests/proofs/hostile-text.ts'
import { proveRefusals } from '../tests/proofs/refused-text.ts'
import { liveTexts, readTables } from '../tests/proofs/snapshot-texts.ts'
import { faultsOfFigures, joined, liveCells } from '../tests/proofs/spreadsheet-faults.ts'
import { findLibreOffice, openCsv } from '../tests/proofs/spreadsheet-program.ts'

// npm run prove:text [strings] [seed]: hostile texts through export, import and LibreOffice, which it needs.

const ROWS_PER_SPREADSHEET = 20_000
const strings = Number(process.argv[2] ?? 200_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const begin = performance.now()
const program = findLibreOffice()
if (program === undefined) throw new Error('This proof opens its files in LibreOffice, which this machine lacks.')

async function withDatabase(work: (db: Kysely<Database>) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-text-'))
  const db = connect({ dataDir })
  await migrateToLatest(db)
  await work(db)
  await db.destroy()
  rmSync(dataDir, { recursive: true, force: true })
}

let files: string[] = []
let rows: HostileRow[] = []
let opened = 0

/** Opens what was gathered, and begins anew. */
function openGathered(): string[] {
  const faults = files.length === 0 ? [] : faultsOfFigures(openCsv(joined(files)), rows)
  opened += rows.length
  files = []
  rows = []
  return faults
}

/** Opens the tables of a snapshot, of each the first rows. */
async function openTables(db: Kysely<Database>): Promise<string[]> {
  const faults = openGathered()
  for (const table of await readTables(db, ROWS_PER_SPREADSHEET)) {
    const made = openCsv(table.csv)
    opened += table.rows
    if (made.length !== table.rows + 1) faults.push(`${table.name}: ${made.length} rows of ${table.rows} and a head`)
    faults.push(...liveTexts(table), ...liveCells(made).map((fault) => `${table.name}: ${fault}`))
  }
  return faults
}

const result = await proveText({
  strings,
  seed,
  withDatabase,
  onFile: async (csv, of) => {
    files.push(csv)
    rows.push(...of)
    return rows.length >= ROWS_PER_SPREADSHEET ? openGathered() : []
  },
  onDatabase: openTables,
  onBatch: (done) => done % 20_000 === 0 && console.log(`${done} …`),
})
let refusals = { fields: 0, accepted: ['not tried'] }
await withDatabase(async (db) => {
  refusals = await proveRefusals(db)
})
console.log({
  ...result,
  wrong: result.wrong.length,
  live: result.wrong.filter((one) => one.endsWith(' is live')).length,
  program,
  opened,
  refusedFields: refusals.fields,
  accepted: refusals.accepted,
  seed,
  seconds: ((performance.now() - begin) / 1000).toFixed(0),
})
for (const wrong of result.wrong.slice(0, 10)) console.log(wrong)
if (result.wrong.length > 0 || result.kept !== result.strings || result.strings < strings) process.exitCode = 1
if (refusals.accepted.length > 0 || refusals.fields === 0) process.exitCode = 1
