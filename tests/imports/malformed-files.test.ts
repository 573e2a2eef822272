import { expect, it } from 'vitest'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { proveFiles } from './malformed-proof.ts'

// The proof of docs/proofs.md with small counts.

const SEED = Date.now() % 1_000_000
const FILES = 24

describeOnBothEngines('files that are sent in', (engine) => {
  it('malformed, are refused or their problem told, with row and column, and change nothing; sound, are read as they stand', async () => {
    const proved = await proveFiles(await databaseOfTest(engine), { files: FILES, seed: SEED, soundEach: 8 })
    expect(proved, `seed ${SEED}`).toMatchObject({ sound: FILES, soundSent: 3, faults: [] })
    expect(proved.sent).toBeGreaterThan(FILES / 2)
  }, 120_000)
})
