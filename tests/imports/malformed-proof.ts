import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import { LIMITS } from '../../server/imports/limits.ts'
import { matchRows } from '../../server/imports/match-rows.ts'
import { readBytes } from '../../server/imports/read-bytes.ts'
import { columnLetter } from '../../server/imports/table.ts'
import { tellFileRefusal, tellProblem } from '../../server/imports/telling.ts'
import { randomFrom } from '../proofs/random.ts'
import { EXPECTED } from './expected.ts'
import { chanceOf, entryText } from './made-tables.ts'
import { type ImportDesk, openImportDesk } from './malformed-desk.ts'
import { type MalformedFile, malformedFile, soundFile } from './malformed-files.ts'

/** What the program says of a file, in words that can be compared. */
export interface Said {
  /** Row and column letter of what is wrong, where it has them. */
  places: { row: number | undefined; column: string | undefined }[]
  sentences: string[]
  entries: Map<number, string>
}

/** Reads and matches a file as an import does. */
export async function say({ bytes, kind }: MalformedFile): Promise<Said> {
  const read = await readBytes({ bytes, kind, limits: LIMITS })
  const match = read.is === 'refused' ? read : matchRows(read.table, EXPECTED)
  if (match.is === 'refused') {
    const { row, column } = match.refusal
    return {
      places: [{ row, column: column === undefined ? undefined : columnLetter(column) }],
      sentences: [tellFileRefusal(match.refusal, EXPECTED.year, 'zh-CN')],
      entries: new Map(),
    }
  }
  return {
    places: match.problems.map(({ row, column }) => ({ row, column: column?.letter })),
    sentences: match.problems.map((problem) => tellProblem(problem, 'zh-CN')),
    entries: new Map(match.entries.map((entry) => [entry.row, entryText(entry)])),
  }
}

/** What is wrong with what was said of a file; undefined where it is right. */
export function faultOf(file: MalformedFile, { places, sentences, entries }: Said): string | undefined {
  const { row, column } = file.place
  const letter = column === undefined ? undefined : columnLetter(column)
  if (places.length === 0) return 'nothing is said of it'
  if (
    row !== undefined &&
    !places.some((place) => place.row === row && (letter === undefined || place.column === letter))
  )
    return `it is not said at ${letter ?? ''}${row}, but at ${JSON.stringify(places)}`
  if (sentences.some((sentence) => /\{|undefined|NaN/.test(sentence) || !sentence.endsWith('。')))
    return `a sentence is broken: ${sentences.join(' ')}`
  for (const [at, entry] of entries) {
    if (file.entries.get(at) !== entry) return `row ${at} became ${entry}, which does not stand there`
  }
  return undefined
}

export interface FilesProved {
  /** Malformed files that were made, of each kind. */
  kinds: Record<string, number>
  /** Of them: those sent to the application. The others are wrong in their name alone, which it does not ask for. */
  sent: number
  /** Files without anything wrong in them, which were read as they stand. */
  sound: number
  /** Of them: those sent to the application, too, and answered with something to apply. */
  soundSent: number
  faults: string[]
}

/**
 * Malformed files are refused with row and column, and change nothing: each is read as an import reads it, and then sent
 * to the real application, before and after which the log and all tables are the same. File n is made from `seed` + n.
 *
 * @param db empty and migrated
 * @param soundEach one of so many sound files is sent to the application, too
 */
export async function proveFiles(
  db: Kysely<Database>,
  { files, seed, soundEach }: { files: number; seed: number; soundEach: number },
  onFile: (done: number) => void = () => undefined,
): Promise<FilesProved> {
  const result: FilesProved = { kinds: {}, sent: 0, sound: 0, soundSent: 0, faults: [] }
  const desk = await openImportDesk(db)
  for (let at = seed; at < seed + files; at += 1) {
    const isSent = (at - seed) % soundEach === 0
    const soundFault = await faultOfSound(soundFile(chanceOf(randomFrom(at))), isSent ? desk : undefined)
    if (soundFault !== undefined) result.faults.push(`seed ${at}: ${soundFault}`)
    else result.sound += 1
    if (isSent) result.soundSent += 1
    const file = malformedFile(chanceOf(randomFrom(at)))
    result.kinds[file.kind] = (result.kinds[file.kind] ?? 0) + 1
    if (file.isByName !== true) result.sent += 1
    const fault = faultOf(file, await say(file)) ?? (file.isByName === true ? undefined : await faultOfSent(file, desk))
    if (fault !== undefined) result.faults.push(`seed ${at}, ${file.kind} with ${file.what}: ${fault}`)
    onFile(at - seed + 1)
  }
  await desk.close()
  return result
}

async function faultOfSent(file: MalformedFile, desk: ImportDesk): Promise<string | undefined> {
  const before = await desk.content()
  try {
    const said = await desk.say(file.bytes)
    if (said.id !== null) return 'the application would apply it'
    const fault = faultOf(file, said)
    if (fault !== undefined) return `sent to the application, ${fault}`
  } catch (error) {
    return `sent to the application, it is ${error instanceof Error ? error.message : String(error)}`
  }
  return (await desk.content()) === before ? undefined : 'it changed something'
}

/** What is refused is refused for what is wrong with it: without that, the same table is read as it stands. */
async function faultOfSound(file: MalformedFile, desk: ImportDesk | undefined): Promise<string | undefined> {
  const says = [await say(file), ...(desk === undefined ? [] : [await desk.say(file.bytes)])]
  const wrong = says.find(({ places, entries }) => places.length > 0 || !isSame(entries, file.entries))
  if (wrong !== undefined) return `a sound file is not read as it stands: ${wrong.sentences.join(' ')}`
  const isKept = says.every((said) => !('id' in said) || said.id !== null)
  return isKept ? undefined : 'a sound file gives nothing to apply'
}

const isSame = (entries: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>): boolean =>
  JSON.stringify([...entries]) === JSON.stringify([...others])
