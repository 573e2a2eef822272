import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { proveFigures } from '../tests/proofs/figures.ts'

// npm run prove:figures [strings] [seed]: figures as offices write them, from the text to the exported file.

const strings = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const begin = performance.now()
const result = await proveFigures(
  strings,
  seed,
  async (work) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-figures-'))
    const db = connect({ dataDir })
    await migrateToLatest(db)
    await work(db)
    await db.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  },
  (done) => done % 50_000 === 0 && console.log(`${done} …`),
)
console.log({
  ...result,
  wrong: result.wrong.slice(0, 5),
  seed,
  seconds: ((performance.now() - begin) / 1000).toFixed(0),
})
if (result.wrong.length > 0 || result.strings < strings) process.exitCode = 1
