import type { Kysely } from 'kysely'
import type { Search } from '../audit/search.ts'
import { lineTexts, logTexts } from '../audit/streams.ts'
import { changeTexts, type WantedChanges } from '../changes/csv.ts'
import type { Database } from '../db/schema.ts'
import { BYTE_ORDER_MARK, csvHead, csvLine } from '../domain/csv.ts'
import { OBSERVATION_COLUMNS } from '../observations/csv.ts'
import type { FigureFilters, FigureKey } from '../observations/approvals.ts'
import { readPage } from '../observations/lines.ts'
import { withoutNames } from '../observations/view.ts'

/** A file as it is asked for: plain data, which goes from one thread to another. */
export type Wanted = WantedFigures | WantedChanges | WantedLines | WantedLog

/** `observations.csv`. */
export interface WantedFigures {
  of: 'figures'
  /** The last line of the audit log that counts. */
  seq: number
  filters: FigureFilters
  /** Whether the byte order mark comes first. */
  hasMark: boolean
  /** Whether persons are named. */
  hasNames: boolean
  /** Whether there is more than the head. */
  hasRows: boolean
}

/** `audit.csv`. */
export interface WantedLines {
  of: 'lines'
  search: Search
  /** Whether the byte order mark comes first. */
  hasMark: boolean
}

/** `log.jsonl`, up to a line. */
export interface WantedLog {
  of: 'log'
  upTo: number
}

/**
 * The bytes of the file, piece by piece, of which one may be empty; between two of them no figure and no line is in memory,
 * so that whoever reads slowly holds none.
 */
export async function* write(db: Kysely<Database>, wanted: Wanted): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  for await (const text of textsOf(db, wanted)) yield encoder.encode(text)
}

function textsOf(db: Kysely<Database>, wanted: Wanted): AsyncGenerator<string> {
  switch (wanted.of) {
    case 'figures':
      return figureTexts(db, wanted)
    case 'changes':
      return changeTexts(db, wanted)
    case 'lines':
      return lineTexts(db, wanted.search, wanted.hasMark)
    case 'log':
      return logTexts(db, wanted.upTo)
  }
}

async function* figureTexts(db: Kysely<Database>, wanted: WantedFigures): AsyncGenerator<string> {
  // With the first figures, so that nothing is sent where they cannot be read.
  let head = (wanted.hasMark ? BYTE_ORDER_MARK : '') + csvHead(OBSERVATION_COLUMNS)
  let after: FigureKey | undefined
  do {
    const { text, next } = wanted.hasRows ? await readText(db, wanted, after) : NOTHING
    yield head + text
    head = ''
    after = next
  } while (after !== undefined)
}

interface Piece {
  text: string
  next: FigureKey | undefined
}

const NOTHING: Piece = { text: '', next: undefined }

async function readText(db: Kysely<Database>, wanted: WantedFigures, after: FigureKey | undefined): Promise<Piece> {
  const { lines, next } = await readPage(db, wanted.seq, wanted.filters, after)
  let text = ''
  for (const { figure, ...about } of lines) {
    const named = wanted.hasNames ? figure : withoutNames(figure)
    text += csvLine(OBSERVATION_COLUMNS, { ...about, figure: named })
  }
  return { text, next }
}
