import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { proveForgeries } from '../tests/proofs/forgeries.ts'

// npm run prove:forgeries [forgeries] [seed] [only]: each found by start or replay, and offline; as many untouched ones pass.

const count = Number(process.argv[2] ?? 1000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const only = process.argv[4] === undefined ? {} : { only: Number(process.argv[4]) }
// Nothing of it is kept, and thousands of databases are made: in memory, where Linux has a folder for that.
if (existsSync('/dev/shm')) process.env['TMPDIR'] ??= '/dev/shm'
const root = mkdtempSync(path.join(tmpdir(), 'tanbiao-forgeries-'))
const server = await startPostgres()
try {
  const begin = performance.now()
  const proved = await proveForgeries({ root, server: server.url, count, seed, ...only }, console.log)
  const { missedByServer, missedOffline, alarms } = proved
  console.log({ ...proved, seed, seconds: ((performance.now() - begin) / 1000).toFixed(0) })
  if ([...missedByServer, ...missedOffline, ...alarms].length > 0) process.exitCode = 1
} finally {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
}
