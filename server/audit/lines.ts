import type { Kysely, Selectable } from 'kysely'
import type { AuditLine } from '../contract/audit.ts'
import type { AuditLineTable, Database } from '../db/schema.ts'

export type LineRow = Selectable<AuditLineTable>

/** A line as it is read: without its subject, for which other lines have to be asked. */
export type ReadLine = Omit<AuditLine, 'subject'>

/** The columns say what the text says, which the database holds; the rest is read out of the text. */
export function toReadLine({ line, ...row }: LineRow): ReadLine {
  const { data, prev } = JSON.parse(line) as { data: Record<string, unknown>; prev: string }
  return { ...row, data, prev }
}

const STEP = 'observation-revision/'

/** The lines with the objects to whose lives they belong: a step of the review belongs to the figure that it is about. */
export async function withSubjects<Line extends ReadLine>(
  db: Kysely<Database>,
  lines: readonly Line[],
): Promise<(Line & { subject: string })[]> {
  const entered = lines.filter(({ object }) => object.startsWith(STEP)).map(({ object }) => seqIn(object))
  const figures = await objectsOf(db, [...new Set(entered)])
  return lines.map((line) => ({ ...line, subject: figures.get(seqIn(line.object)) ?? line.object }))
}

/** The object whose life is asked for: a figure under the number of one of its revisions too. */
export async function subjectOf(db: Kysely<Database>, object: string): Promise<string> {
  return (await objectsOf(db, [seqIn(object)])).get(seqIn(object)) ?? object
}

/** The number of the line that entered the figure of a step; 0 for any other object. */
const seqIn = (object: string): number =>
  /^observation-revision\/[1-9][0-9]{0,8}$/.test(object) ? Number(object.slice(STEP.length)) : 0

async function objectsOf(db: Kysely<Database>, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('audit_line')
    .select(['seq', 'object'])
    .where('seq', 'in', [...seqs])
    .where('action', '=', 'observation.enter')
    .execute()
  return new Map(rows.map(({ seq, object }) => [seq, object]))
}
