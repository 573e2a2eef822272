import { type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { AuditFilters } from '../contract/audit.ts'
import type { AuditLineTable, Database } from '../db/schema.ts'

/** The lines between two, both left out. */
export interface Range {
  after: number
  before: number
}

/** What is looked for as one statement after another can: each reads so many candidates by an index and keeps those that hold. */
export interface Scope {
  /** What candidates are found by; without it, all lines are. */
  first: Condition | undefined
  /** What has to hold of them too. */
  rest: readonly Condition[]
}

export interface Condition {
  holds: Expression<SqlBool>
  /** Its index has the lines one after another, or mixed, or there is none. */
  index?: 'in-order' | 'mixed'
}

/** Whether the index alone finds the lines, one after another. */
export const isDirect = ({ first, rest }: Scope): boolean => rest.length === 0 && first?.index !== 'mixed'

/** Chooses the index that leaves the fewest; one that has them mixed only where a single statement reads all that it leaves. */
export async function toScope(db: Kysely<Database>, filters: AuditFilters, range: Range, step: number): Promise<Scope> {
  const conditions = conditionsOf(filters)
  let first: Condition | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const condition of conditions.filter(({ index }) => index !== undefined)) {
    const left = await countLeft(db, condition, range, step)
    if (left >= fewest || (condition.index === 'mixed' && left > step)) continue
    first = condition
    fewest = left
  }
  return { first, rest: conditions.filter((condition) => condition !== first) }
}

/** How many it leaves, so far as that is no more than one statement reads. */
async function countLeft(db: Kysely<Database>, { holds, index }: Condition, range: Range, step: number) {
  const left = db
    .selectFrom('audit_line')
    .select('seq')
    .where(holds)
    .$if(index === 'in-order', (query) => query.where(within(range)))
    .limit(step + 1)
  return await countOf(db, left)
}

/** One after another, newest or oldest first. */
export const inOrder = (db: Kysely<Database>, { first }: Scope, range: Range, order: 'asc' | 'desc') =>
  db
    .selectFrom('audit_line')
    .where(within(range))
    .$if(first !== undefined, (query) => query.where(first?.holds ?? sql<SqlBool>`true`))
    .orderBy('seq', order)

/**
 * The numbers of the lines that hold among the first `step` candidates of the range, and what is left of it. With one
 * statement for all of it, SQLite would answer nobody else until the last line of the log is read.
 */
export async function readStep(
  db: Kysely<Database>,
  scope: Scope,
  range: Range,
  order: 'asc' | 'desc',
  step: number,
): Promise<{ seqs: number[]; left: Range }> {
  const { first, rest } = scope
  const all = db.selectFrom('audit_line').selectAll()
  const isMixed = first?.index === 'mixed'
  const candidates = isMixed
    ? // By its own index, which no other condition may tempt the engine from.
      all.where(first.holds).limit(step + 1)
    : inOrder(db, scope, range, order).selectAll().limit(step)
  // The limit within keeps the engines from reading more, whatever is asked of the candidates.
  let query = db.selectFrom(candidates.as('candidate')).select('seq').where(within(range)).orderBy('seq', order)
  for (const { holds } of rest) query = query.where(holds)
  const rows = await query.execute()
  const seqs = rows.map(({ seq }) => seq)
  return { seqs, left: isMixed ? nothingOf(range, order) : await leftOf(db, scope, range, order, step) }
}

async function leftOf(db: Kysely<Database>, scope: Scope, range: Range, order: 'asc' | 'desc', step: number) {
  const { after, before } = range
  // The numbers have no gaps.
  const edge =
    scope.first === undefined
      ? order === 'asc'
        ? after + step
        : before - step
      : await inOrder(db, scope, range, order)
          .select('seq')
          .offset(step - 1)
          .limit(1)
          .executeTakeFirst()
          .then((row) => row?.seq)
  if (edge === undefined || edge <= after || edge >= before) return nothingOf(range, order)
  return order === 'asc' ? { after: edge, before } : { after, before: edge }
}

const nothingOf = ({ after, before }: Range, order: 'asc' | 'desc'): Range =>
  order === 'asc' ? { after: before - 1, before } : { after, before: after + 1 }

export const isEmpty = ({ after, before }: Range): boolean => before <= after + 1

/** How many of the newest `step` candidates of a range there are, and what is left of it, where the index alone finds them. */
export async function countStep(db: Kysely<Database>, scope: Scope, range: Range, step: number) {
  const count = await countOf(db, inOrder(db, scope, range, 'desc').select('seq').limit(step))
  return { count, left: await leftOf(db, scope, range, 'desc', step) }
}

async function countOf(
  db: Kysely<Database>,
  lines: SelectQueryBuilder<Database, 'audit_line', { seq: number }>,
): Promise<number> {
  const { count } = await db
    .selectFrom(lines.as('candidate'))
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  // PostgreSQL answers counts as text.
  return Number(count)
}

/** Each bound once: of two SQLite takes one for its search, and reads and drops all between them. */
const within = ({ after, before }: Range): Expression<SqlBool> => sql<SqlBool>`seq > ${after} and seq < ${before}`

function conditionsOf({ actor, role, action, object, q }: AuditFilters): Condition[] {
  return [
    ...wordsOf(q ?? '').map(mentions),
    ...(object === undefined ? [] : [isAbout(object)]),
    ...(action === undefined ? [] : [equals('action', action, 'in-order')]),
    ...(actor === undefined ? [] : [equals('actor', actor, 'in-order')]),
    ...(role === undefined ? [] : [equals('role', role)]),
  ]
}

const equals = (column: keyof AuditLineTable, value: string, index?: 'in-order'): Condition => ({
  holds: sql<SqlBool>`${sql.ref(column)} = ${value}`,
  ...(index && { index }),
})

function isAbout(object: string): Condition {
  if (!object.endsWith('/*')) return equals('object', object, 'in-order')
  const start = object.slice(0, -1)
  // The character after the slash is 0; both engines compare bytes here, so the index is enough.
  return { holds: sql<SqlBool>`object > ${start} and object < ${`${start.slice(0, -1)}0`}`, index: 'mixed' }
}

const wordsOf = (q: string): string[] => q.split(/\s+/).filter((part) => part !== '')

// `,"prev":"` and 64 digits and `"}`: among so many digits any number would be found.
const TAIL = 75

/** Whether the word stands in the line's text, small and capital letters alike; a whole hash is that of the line. */
function mentions(word: string): Condition {
  if (/^[0-9a-f]{64}$/.test(word)) return equals('hash', word, 'in-order')
  const logged = JSON.stringify(word.toWellFormed().replaceAll('\0', '')).slice(1, -1)
  const pattern = `%${smallLetters(logged).replace(/[\\%_]/g, '\\$&')}%`
  return {
    holds: sql<SqlBool>`lower(substr(line, 1, length(line) - ${sql.lit(TAIL)})) like ${pattern} escape '\\'`,
  }
}

/** Of A to Z alone, as both engines do it. */
const smallLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
