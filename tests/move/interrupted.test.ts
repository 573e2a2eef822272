import { describe, expect, it } from 'vitest'
import type { Engine } from '../../server/db/dialect.ts'
import { isUnfinished } from '../../server/move/unfinished.ts'
import { openChained } from '../../server/start.ts'
import { makeFigures } from '../many/generate/make-figures.ts'
import { randomFrom } from '../proofs/random.ts'
import { fingerprintIn, killMove, newSide, runMove, signSide, type TestSide, withSide } from './sides.ts'

const SEED = Number(process.env['MOVE_SEED'] ?? Date.now() % 1_000_000)
const KILLS = Number(process.env['MOVE_KILLS'] ?? 3)

/** What a start of the service on it says; undefined where it starts. */
async function refusalOf({ place }: TestSide): Promise<string | undefined> {
  try {
    await (await openChained(place)).destroy()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe.each<[Engine, Engine]>([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
])('a move from %s to %s', (one, other) => {
  it(`that is killed again and again comes to its end, and until then no service starts on its target (seed ${SEED})`, async () => {
    const random = randomFrom(SEED)
    const from = await newSide(one)
    await makeFigures(from.place.url ?? from.place.dataDir, { figures: 7000, seed: SEED })
    await signSide(from)
    const to = await newSide(other)
    const { dataDir } = from.place
    let unfinished = 0
    for (let kill = 0; kill < KILLS; kill++) {
      // The first at once; most while it copies, some while it compares, or plays the log.
      const afterMs = kill === 0 ? 0 : 4000 * random() ** 2
      if (await killMove(dataDir, afterMs, from.address, to.address)) break
      if (!(await withSide(to, isUnfinished))) continue
      unfinished += 1
      expect(await refusalOf(to), `killed after ${afterMs} ms`).toMatch(/^A move into this database has not come/)
    }
    const ended = await runMove(dataDir, from.address, to.address)
    expect(ended, `seed ${SEED}`).toMatchObject({ code: 0 })
    expect(fingerprintIn(ended, 'TO')).toBe(fingerprintIn(ended, 'FROM'))
    expect(unfinished).toBeGreaterThan(0)
    expect(await refusalOf(to)).toBeUndefined()
    const once = await newSide(other)
    const undisturbed = await runMove(dataDir, from.address, once.address, '--without-replay')
    expect(fingerprintIn(undisturbed, 'TO')).toBe(fingerprintIn(ended, 'TO'))
  }, 300_000)
})
