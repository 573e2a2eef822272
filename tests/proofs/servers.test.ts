import { expect, it } from 'vitest'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { randomFrom } from './random.ts'
import { proveServers } from './servers.ts'

// The proof of docs/proofs.md with few people and little time.

const SEED = Date.now() % 1_000_000

it('people at work on two servers notice neither that one is killed nor that the replica is', async () => {
  const wanted = { dataDir: temporaryFolder(), users: 8, seconds: 20, thinkMs: 400, random: randomFrom(SEED) }
  const result = await proveServers(wanted)
  expect(result, `seed ${SEED}`).toMatchObject({ errors: [], strange: [], stale: [], lost: [], troubles: [] })
  expect(result.writes).toBeGreaterThan(5)
  expect(result.readsOfReplica).toBeGreaterThan(50)
}, 180_000)
