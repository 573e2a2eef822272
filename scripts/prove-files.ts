import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { proveFiles } from '../tests/imports/malformed-proof.ts'

// npm run prove:files [files] [seed]: malformed files are refused with row and column, and no figure comes out of them
// that does not stand in them; sent to the real application, they change nothing. File number n is made from seed + n.

/** A sound file costs as much as a malformed one, and says less. */
const SOUND_EACH = 10

const files = Number(process.argv[2] ?? 5000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const begin = performance.now()
const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-files-'))
const db = connect({ dataDir })
await migrateToLatest(db)
const result = await proveFiles(
  db,
  { files, seed, soundEach: SOUND_EACH },
  (done) => done % 500 === 0 && console.log(`${done} …`),
)
await db.destroy()
rmSync(dataDir, { recursive: true, force: true })
const seconds = ((performance.now() - begin) / 1000).toFixed(0)
console.log({ files, seed, ...result, faults: result.faults.length, seconds })
for (const fault of result.faults.slice(0, 10)) console.log(fault)
if (result.faults.length > 0 || result.sound < files || result.sent === 0) process.exitCode = 1
