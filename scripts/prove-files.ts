import { randomFrom } from '../tests/proofs/random.ts'
import { chanceOf } from '../tests/imports/made-tables.ts'
import { malformedFile, soundFile } from '../tests/imports/malformed-files.ts'
import { faultOf, say } from '../tests/imports/malformed-proof.ts'

// npm run prove:files [files] [seed]: malformed files are refused with row and column, and no figure comes out of them
// that does not stand in them. File number n is made from seed + n.

const files = Number(process.argv[2] ?? 5000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const kinds = new Map<string, number>()
const faults: string[] = []
let sound = 0
for (let at = seed; at < seed + files; at += 1) {
  const whole = soundFile(chanceOf(randomFrom(at)))
  const read = await say(whole)
  if (read.places.length > 0 || JSON.stringify([...read.entries]) !== JSON.stringify([...whole.entries]))
    faults.push(`seed ${at}: a sound file is not read as it stands: ${read.sentences.join(' ')}`)
  else sound += 1
  const file = malformedFile(chanceOf(randomFrom(at)))
  kinds.set(file.kind, (kinds.get(file.kind) ?? 0) + 1)
  const fault = faultOf(file, await say(file))
  if (fault !== undefined) faults.push(`seed ${at}, ${file.kind} with ${file.what}: ${fault}`)
}
console.log({ files, seed, ...Object.fromEntries(kinds), sound, faults: faults.length })
for (const fault of faults.slice(0, 10)) console.log(fault)
if (faults.length > 0 || sound < files) process.exitCode = 1
