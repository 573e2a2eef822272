import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomFrom } from '../tests/proofs/random.ts'
import { proveSnapshotCrashes } from '../tests/proofs/snapshot-crashes.ts'

// npm run prove:snapshot-crashes [kills] [seed]: kill -9 while a snapshot is made.

const kills = Number(process.argv[2] ?? 100)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-snapshot-crashes-'))
try {
  const begin = performance.now()
  const result = await proveSnapshotCrashes({ dataDir: folder }, kills, randomFrom(seed))
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log({ ...result, wrong: result.wrong.slice(0, 5), seed, seconds })
  if (result.wrong.length > 0 || result.unfinished === 0 || result.made === 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
