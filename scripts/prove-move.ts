import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { proveMoves } from '../tests/proofs/moves.ts'

// npm run prove:move [figures] [round trips] [seed]: SQLite → PostgreSQL → SQLite, with the same fingerprint each time.

const figures = Number(process.argv[2] ?? 1_000_000)
const roundTrips = Number(process.argv[3] ?? 3)
const seed = Number(process.argv[4] ?? 1)
const root = mkdtempSync(path.join(tmpdir(), 'tanbiao-moves-'))
const server = await startPostgres()
try {
  const begin = performance.now()
  const say = (text: string): void => console.log(`${((performance.now() - begin) / 1000).toFixed(0)} s: ${text}`)
  const result = await proveMoves({ root, server: server.url, figures, roundTrips, seed }, say)
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log({ ...result, seed, seconds })
  if (result.different.length > 0) process.exitCode = 1
} finally {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
}
