import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { randomFrom } from '../tests/proofs/random.ts'
import { proveServers } from '../tests/proofs/servers.ts'

// npm run prove:servers -- [--users 200] [--minutes 10] [--think 5] [--seed N]: two servers behind nginx on PostgreSQL with a
// streaming replica; a server and the replica are killed while people work.

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '10' },
    think: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-servers-'))
try {
  const begin = performance.now()
  const result = await proveServers({
    ...{ dataDir, users: Number(values.users), seconds: Number(values.minutes) * 60 },
    ...{ thinkMs: Number(values.think) * 1000, random: randomFrom(Number(values.seed)) },
    say: (what) => console.log(`${((performance.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${what}`),
  })
  const { latencies, ...counts } = result
  const faults = ['errors', 'strange', 'stale', 'lost', 'troubles'] as const
  for (const name of faults) for (const one of result[name].slice(0, 10)) console.log(`${name}: ${one}`)
  console.log({ ...counts, ...Object.fromEntries(faults.map((name) => [name, result[name].length])) })
  console.table(latencies)
  console.log(`seed ${values.seed}`)
  if (faults.some((name) => result[name].length > 0) || result.readsOfReplica === 0 || result.writes === 0) {
    process.exitCode = 1
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
