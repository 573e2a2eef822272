import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { BYTE_ORDER_MARK, csvHead, csvLine } from '../domain/csv.ts'
import { OBSERVATION_COLUMNS } from '../observations/csv.ts'
import { readLinePages } from '../observations/lines.ts'
import type { FigureFilters } from '../observations/queries.ts'

/** `observations.csv` as it is asked for: plain data, which goes from one thread to another. */
export interface Wanted {
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

/** Less is sent in more pieces, each with its costs; more makes the first wait. */
const PIECE_LETTERS = 64 * 1024

/** The bytes of the file, piece by piece; of the figures, one page is in memory at a time. */
export async function* write(db: Kysely<Database>, wanted: Wanted): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let text = (wanted.hasMark ? BYTE_ORDER_MARK : '') + csvHead(OBSERVATION_COLUMNS)
  if (wanted.hasRows) {
    for await (const page of readLinePages(db, wanted.seq, wanted.filters)) {
      for (const { figure, ...about } of page) {
        const named = wanted.hasNames ? figure : { ...figure, enteredBy: null, decidedBy: null }
        text += csvLine(OBSERVATION_COLUMNS, { ...about, figure: named })
      }
      if (text.length < PIECE_LETTERS) continue
      yield encoder.encode(text)
      text = ''
    }
  }
  yield encoder.encode(text)
}
