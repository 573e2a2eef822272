import type { Kysely, Selectable } from 'kysely'
import type { AuditLineTable, Database } from '../db/schema.ts'
import { GENESIS, hashOf } from './chain.ts'
import { findHash } from './queries.ts'

export interface Break {
  seq: number
  why: string
}

// So many lines are in memory at a time.
const PAGE = 1000

/** Where the reading of a chain begins and ends. */
export interface Stretch {
  /** The line after which it begins; what is before is taken for whole. */
  after?: { seq: number; hash: string }
  /** The last line that is read; without it, the end of the log. */
  upTo?: number
  /** Hears after each page up to which line all is whole, and is waited for. */
  onPage?: (seq: number) => Promise<void>
}

/**
 * The first line of the audit log that is not the next link of its chain; undefined where all are.
 * Lines that are missing at the end are not seen: for that, HEAD is kept outside the database.
 */
export async function findBreak(
  db: Kysely<Database>,
  { after = { seq: 0, hash: GENESIS }, upTo, onPage }: Stretch = {},
): Promise<Break | undefined> {
  let { seq, hash: prev } = after
  for (;;) {
    const lines = await db
      .selectFrom('audit_line')
      .selectAll()
      .where('seq', '>', seq)
      .$if(upTo !== undefined, (query) => query.where('seq', '<=', upTo ?? seq))
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const line of lines) {
      seq += 1
      const why = whyBroken(line, seq, prev)
      if (why !== undefined) return { seq, why }
      prev = line.hash
    }
    await onPage?.(seq)
    if (lines.length < PAGE) return upTo !== undefined && seq < upTo ? { seq: seq + 1, why: MISSING } : undefined
  }
}

/** The same of the lines after `seq`; that one is taken for whole. */
export async function findBreakAfter(db: Kysely<Database>, seq: number): Promise<Break | undefined> {
  const hash = await findHash(db, seq)
  return hash === undefined ? { seq, why: MISSING } : await findBreak(db, { after: { seq, hash } })
}

/** What a start says of it. */
export const sayBreak = ({ seq, why }: Break): string =>
  `The audit log is broken at line ${seq}: ${why}. Someone has changed it by hand; restore a backup from before.`

const MISSING = 'it is missing'

function whyBroken(row: Selectable<AuditLineTable>, seq: number, prev: string): string | undefined {
  if (row.seq !== seq) return MISSING
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
