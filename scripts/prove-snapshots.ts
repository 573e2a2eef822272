import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { randomFrom } from '../tests/proofs/random.ts'
import { proveSnapshots } from '../tests/proofs/snapshots.ts'

// npm run prove:snapshots [snapshots] [seed]: each made once more by fresh processes, on both engines, elsewhere, from backups.

const count = Number(process.argv[2] ?? 500)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
// Thousands of snapshots are written and taken away again: in memory, where Linux has a folder for that.
if (existsSync('/dev/shm')) process.env['TMPDIR'] ??= '/dev/shm'
const root = mkdtempSync(path.join(tmpdir(), 'tanbiao-snapshots-'))
const server = await startPostgres()
try {
  const begin = performance.now()
  const result = await proveSnapshots({ root, server: server.url, count, random: randomFrom(seed) }, console.log)
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log({ ...result, different: result.different.slice(0, 5), differing: result.different.length, seed, seconds })
  if (result.different.length > 0 || result.snapshots < count) process.exitCode = 1
} finally {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
}
