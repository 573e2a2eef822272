import type { Kysely, Selectable } from 'kysely'
import type { AuditLineTable, Database } from '../db/schema.ts'
import { GENESIS, hashOf } from './chain.ts'

export interface Break {
  seq: number
  why: string
}

// So many lines are in memory at a time.
const PAGE = 1000

/**
 * The first line of the audit log that is not the next link of its chain; undefined where all are.
 * Lines that are missing at the end are not seen: for that, HEAD is kept outside the database.
 *
 * @param after the line from which on it is looked; what is before is taken for whole
 */
export async function findBreak(
  db: Kysely<Database>,
  after: { seq: number; hash: string } = { seq: 0, hash: GENESIS },
): Promise<Break | undefined> {
  let { seq, hash: prev } = after
  for (;;) {
    const lines = await db
      .selectFrom('audit_line')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const line of lines) {
      seq += 1
      const why = whyBroken(line, seq, prev)
      if (why !== undefined) return { seq, why }
      prev = line.hash
    }
    if (lines.length < PAGE) return undefined
  }
}

function whyBroken(row: Selectable<AuditLineTable>, seq: number, prev: string): string | undefined {
  if (row.seq !== seq) return 'it is missing'
  if (hashOf(row.line) !== row.hash) return 'its text does not have its hash'
  const logged = fieldsOf(row.line)
  if (logged['prev'] !== prev) return 'it does not continue the hash of the line before'
  const differs = (['seq', 'at', 'actor', 'role', 'action', 'object', 'reason'] as const).find(
    (column) => row[column] !== (logged[column] ?? null),
  )
  return differs && `its column ${differs} does not say what its text says`
}

function fieldsOf(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line)) as Record<string, unknown>
  } catch {
    return {}
  }
}
