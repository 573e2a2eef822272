import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { proveConflicts } from '../tests/proofs/conflicts.ts'

// npm run prove:conflicts [pairs]: simultaneous conflicting saves and decisions, on both engines.

const pairs = Number(process.argv[2] ?? 1000)
const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-conflicts-'))
const postgres = await startPostgres()
try {
  for (const place of [{ dataDir: folder }, { dataDir: folder, url: postgres.url }]) {
    const begin = performance.now()
    const result = await proveConflicts(place, pairs)
    const seconds = ((performance.now() - begin) / 1000).toFixed(0)
    console.log('url' in place ? 'PostgreSQL' : 'SQLite', { ...result, strange: result.strange.slice(0, 5), seconds })
    const isProved =
      result.strange.length === 0 &&
      result.isChainWhole &&
      result.enterLines === result.acceptedSaves &&
      result.decisionLines === result.acceptedDecisions
    if (!isProved) process.exitCode = 1
  }
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
