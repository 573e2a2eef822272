import { type Kysely, sql } from 'kysely'
import { type ReadLine, toReadLine } from '../audit/lines.ts'
import type { Database } from '../db/schema.ts'
import { changesOf, CHANGING_ACTIONS, type FieldChange } from '../domain/audit-life.ts'
import { type Column, figureOrText, text, value } from '../domain/csv.ts'

/** One field that a line of the log changed. */
export interface RevisionRow {
  line: ReadLine
  change: FieldChange
}

const said = (content: FieldChange['new']): string | null => (content === null ? null : String(content))

/** Of a correction, the reason by its code and in words. */
const correctionOf = ({ data }: ReadLine): { code?: unknown; reason?: unknown } => Object(data['correction']) as object

const wordsOf = (content: unknown): string | null => (typeof content === 'string' && content !== '' ? content : null)

/** `revisions.csv`, a line per field that a revision or a decision changed; columns are never renamed or moved, new ones come at the end. */
export const REVISION_COLUMNS: readonly Column<RevisionRow>[] = [
  value('seq', ({ line }) => line.seq),
  value('at', ({ line }) => line.at),
  text('actor', ({ line }) => line.actor),
  value('role', ({ line }) => line.role),
  text('object', ({ line }) => line.object),
  text('field', ({ change }) => change.field),
  figureOrText('old', ({ change }) => said(change.old)),
  figureOrText('new', ({ change }) => said(change.new)),
  value('state', ({ line, change }) => stateOf(line, change)),
  value('reason_code', ({ line }) => wordsOf(correctionOf(line).code)),
  text('reason', ({ line }) => line.reason ?? wordsOf(correctionOf(line).reason)),
  text('comment', ({ line }) => wordsOf(line.data['comment'])),
]

/** In which state the line leaves a figure; nothing for what is in force as soon as it is written. */
function stateOf({ action }: ReadLine, { field, new: now }: FieldChange): string | null {
  if (action === 'observation.enter') return 'draft'
  return action.startsWith('observation.') && field === 'state' ? said(now) : null
}

/** So many lines are in memory at a time, with those before them about the same objects. */
const PAGE = 100

/** Every field that was changed by the line `upTo`, in the order of the log. */
export async function* revisionRows(db: Kysely<Database>, upTo: number): AsyncGenerator<RevisionRow> {
  let after = 0
  for (;;) {
    const page = await changing(db, upTo).where('seq', '>', after).orderBy('seq').limit(PAGE).execute()
    if (page.length === 0) return
    after = page.at(-1)?.seq ?? upTo
    const objects = [...new Set(page.map(({ object }) => object))]
    const lines = await changing(db, after).where('object', 'in', objects).orderBy('seq').execute()
    const changes = new Map(
      [...Map.groupBy(lines.map(toReadLine), ({ object }) => object).values()].flatMap((life) => [...changesOf(life)]),
    )
    for (const line of page.map(toReadLine)) {
      for (const change of changes.get(line.seq) ?? []) yield { line, change }
    }
  }
}

// By number or object: the index of actions would be read to its end for each page, since most of a log is changes.
const changing = (db: Kysely<Database>, upTo: number) =>
  db
    .selectFrom('audit_line')
    .selectAll()
    .where('seq', '<=', upTo)
    .where(sql<string>`action || ''`, 'in', CHANGING_ACTIONS)
