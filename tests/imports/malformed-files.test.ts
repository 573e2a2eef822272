import { expect, it } from 'vitest'
import { randomFrom } from '../proofs/random.ts'
import { chanceOf } from './made-tables.ts'
import { malformedFile, soundFile } from './malformed-files.ts'
import { faultOf, say } from './malformed-proof.ts'

const SEED = Date.now() % 1_000_000
const FILES = 60

it('a table as offices make it is read figure by figure', async () => {
  for (let seed = SEED; seed < SEED + FILES; seed += 1) {
    const file = soundFile(chanceOf(randomFrom(seed)))
    const said = await say(file)
    expect(said.sentences, `seed ${seed}`).toEqual([])
    expect([...said.entries], `seed ${seed}`).toEqual([...file.entries])
  }
})

it('a malformed file is refused, or its problem told, with row and column; no figure comes out that is not in it', async () => {
  for (let seed = SEED; seed < SEED + FILES; seed += 1) {
    const file = malformedFile(chanceOf(randomFrom(seed)))
    expect(faultOf(file, await say(file)), `seed ${seed}, ${file.kind} with ${file.what}`).toBeUndefined()
  }
})
