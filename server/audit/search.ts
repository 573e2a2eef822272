import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { AuditFilters } from '../contract/audit.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf } from '../http/as-of.ts'
import { toInstant } from '../http/as-of.ts'
import { invalidField } from '../http/refusal.ts'
import { seqAt } from './queries.ts'
import { type ReadLine, toReadLine } from './lines.ts'

/** What is looked for, its days told as numbers of lines. */
export interface Search {
  filters: AuditFilters
  /** Lines with a larger number, up to this one. */
  after: number
  upTo: number
}

/** Refuses days that no calendar has. */
export async function toSearch(db: Kysely<Database>, filters: AuditFilters, asOf: AsOf): Promise<Search> {
  const from = filters.from === undefined ? 0 : await seqAt(db, justBefore(filters.from))
  const to = filters.to === undefined ? asOf.seq : await seqAt(db, instantOf('to', filters.to))
  return { filters, after: Math.max(from, filters.after ?? 0), upTo: Math.min(to, asOf.seq) }
}

const DAY_MS = 86_400_000

/** The last millisecond before an instant or a day. */
function justBefore(text: string): Date {
  const instant = instantOf('from', text)
  return new Date(instant.getTime() - (text.length === 10 ? DAY_MS : 1))
}

function instantOf(name: 'from' | 'to', text: string): Date {
  const instant = toInstant(text)
  if (instant === undefined) throw invalidField(name, 'as-of')
  return instant
}

/** So many lines that are found, newest first, from before the line `before` on. */
export async function findLines(
  db: Kysely<Database>,
  search: Search,
  { limit, before }: { limit: number; before: number | undefined },
): Promise<ReadLine[]> {
  const rows = await found(db, search)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toReadLine)
}

/** The same, oldest first, after the line `after`. */
export async function findNextLines(
  db: Kysely<Database>,
  search: Search,
  { limit, after }: { limit: number; after: number },
): Promise<ReadLine[]> {
  const rows = await found(db, search).where('seq', '>', after).selectAll().orderBy('seq').limit(limit).execute()
  return rows.map(toReadLine)
}

export async function countLines(db: Kysely<Database>, search: Search): Promise<number> {
  const { actor, role, action, object, q } = search.filters
  // The numbers have no gaps.
  if ([actor, role, action, object, q].every((filter) => filter === undefined)) {
    return Math.max(search.upTo - search.after, 0)
  }
  const { count } = await found(db, search)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  // PostgreSQL answers counts as text.
  return Number(count)
}

function found(db: Kysely<Database>, { filters: { actor, role, action, object, q }, after, upTo }: Search) {
  let query = db.selectFrom('audit_line').where('seq', '>', after).where('seq', '<=', upTo)
  if (actor !== undefined) query = query.where('actor', '=', actor)
  if (role !== undefined) query = query.where('role', '=', role)
  if (action !== undefined) query = query.where('action', '=', action)
  if (object?.endsWith('/*')) {
    const start = object.slice(0, -1)
    // The character after the slash is 0; both engines compare bytes here, so the index is enough.
    query = query.where('object', '>', start).where('object', '<', `${start.slice(0, -1)}0`)
  } else if (object !== undefined) query = query.where('object', '=', object)
  for (const word of (q ?? '').split(/\s+/).filter((part) => part !== '')) query = query.where(mentions(word))
  return query
}

// `,"prev":"` and 64 digits and `"}`: among so many digits any number would be found.
const TAIL = 75

/** Whether the word stands in the line's text, small and capital letters alike; a whole hash is that of the line. */
function mentions(word: string): Expression<SqlBool> {
  if (/^[0-9a-f]{64}$/.test(word)) return sql<SqlBool>`hash = ${word}`
  const logged = JSON.stringify(word.toWellFormed().replaceAll('\0', '')).slice(1, -1)
  const pattern = `%${smallLetters(logged).replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`lower(substr(line, 1, length(line) - ${sql.lit(TAIL)})) like ${pattern} escape '\\'`
}

/** Of A to Z alone, as both engines do it. */
const smallLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
