import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { proveCrashes } from '../tests/proofs/crashes.ts'
import { randomFrom } from '../tests/proofs/random.ts'

// npm run prove:crashes [kills] [seed]: kill -9 in the middle of a stream of saves.

const kills = Number(process.argv[2] ?? 50)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-crashes-'))
try {
  const begin = performance.now()
  const result = await proveCrashes({ dataDir: folder }, kills, randomFrom(seed))
  console.log({
    ...result,
    lost: result.lost.slice(0, 5),
    seed,
    seconds: ((performance.now() - begin) / 1000).toFixed(0),
  })
  if (result.lost.length > 0 || !result.isChainWhole || result.acknowledged < kills) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
