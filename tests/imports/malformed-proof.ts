import { LIMITS } from '../../server/imports/limits.ts'
import { matchRows } from '../../server/imports/match-rows.ts'
import { readBytes } from '../../server/imports/read-bytes.ts'
import { columnLetter } from '../../server/imports/table.ts'
import { tellFileRefusal, tellProblem } from '../../server/imports/telling.ts'
import { EXPECTED } from './expected.ts'
import { entryText } from './made-tables.ts'
import type { MalformedFile } from './malformed-files.ts'

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
