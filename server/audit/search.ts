import type { Kysely } from 'kysely'
import type { AuditFilters } from '../contract/audit.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf } from '../http/as-of.ts'
import { toInstant } from '../http/as-of.ts'
import { invalidField } from '../http/refusal.ts'
import { pause } from '../pause.ts'
import { countStep, inOrder, isDirect, isEmpty, type Range, readStep, type Scope, toScope } from './candidates.ts'
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

/** How much a request reads: nobody else waits for longer than one step, and it ends after so many. */
export interface Reach {
  /** So many lines are searched by one statement. */
  step: number
  /** So many are counted by one, where an index alone finds them. */
  countStep: number
  steps: number
}

// On SQLite either step takes some 10 ms on a machine of our days.
const REACH: Reach = { step: 10_000, countStep: 100_000, steps: 200 }

/** How far a search has come. */
export interface Place {
  /** The lines of the next page have smaller numbers. */
  before: number
  /** From this line on all that are found have been counted: so many. */
  countedFrom: number
  total: number
}

export interface Found {
  /** Newest first. */
  lines: ReadLine[]
  /** How many are found in what has been searched, on this page and those before. */
  total: number
  /** So many older lines have not been searched. */
  unsearched: number
  /** Where to go on; undefined where there is nothing more. */
  next: Place | undefined
}

/** So many lines that are found, newest first, from a place on; fewer where that would take too long. */
export async function findLines(
  db: Kysely<Database>,
  search: Search,
  { limit, place, reach = REACH }: { limit: number; place: Place | undefined; reach?: Reach },
): Promise<Found> {
  const all = { after: search.after, before: Math.max(search.upTo, search.after) + 1 }
  const scope = await toScope(db, search.filters, all, reach.step)
  const begin = {
    before: Math.min(place?.before ?? all.before, all.before),
    countedFrom: Math.min(place?.countedFrom ?? all.before, all.before),
    total: place?.total ?? 0,
  }
  const go = isDirect(scope) ? goDirectly : goThrough
  const { seqs, reached } = await go(db, scope, all, begin, limit + 1, reach)
  const shown = seqs.slice(0, limit)
  const before = seqs.length > limit ? (shown.at(-1) ?? 0) : reached.before
  const isEnd = seqs.length <= limit && before <= all.after + 1
  return {
    lines: await readLinesOf(db, shown),
    total: reached.total,
    unsearched: Math.max(reached.countedFrom - all.after - 1, 0),
    next: isEnd ? undefined : { ...reached, before },
  }
}

type Go = (
  db: Kysely<Database>,
  scope: Scope,
  all: Range,
  begin: Place,
  limit: number,
  reach: Reach,
) => Promise<{ seqs: number[]; reached: Place }>

/** The index has the lines; only to count them may take long. */
const goDirectly: Go = async (db, scope, all, begin, limit, reach) => {
  const rows = await inOrder(db, scope, { ...all, before: begin.before }, 'desc')
    .select('seq')
    .limit(limit)
    .execute()
  const seqs = rows.map(({ seq }) => seq)
  const before = all.after + 1
  // The numbers have no gaps.
  if (scope.first === undefined) return { seqs, reached: { before, countedFrom: before, total: all.before - before } }
  let { total } = begin
  let left = { ...all, before: begin.countedFrom }
  while (!isEmpty(left)) {
    const counted = await countStep(db, scope, left, reach.countStep)
    total += counted.count
    left = counted.left
    await pause()
  }
  return { seqs, reached: { before, countedFrom: left.before, total } }
}

/** Line by line, first for those of the page, then to count the others. */
const goThrough: Go = async (db, scope, all, begin, limit, reach) => {
  const seqs: number[] = []
  let { before, countedFrom, total } = begin
  for (let step = 0; step < reach.steps; step++) {
    if (seqs.length >= limit) before = Math.min(before, countedFrom)
    const range = { ...all, before }
    if (isEmpty(range)) break
    if (step > 0) await pause()
    const read = await readStep(db, scope, range, 'desc', reach.step)
    seqs.push(...read.seqs.slice(0, limit - seqs.length))
    total += countBelow(read.seqs, countedFrom)
    before = read.left.before
    countedFrom = Math.min(countedFrom, before)
  }
  return { seqs, reached: { before, countedFrom, total } }
}

const countBelow = (seqs: readonly number[], limit: number): number => seqs.filter((seq) => seq < limit).length

async function readLinesOf(db: Kysely<Database>, seqs: readonly number[]): Promise<ReadLine[]> {
  if (seqs.length === 0) return []
  const rows = await db
    .selectFrom('audit_line')
    .where('seq', 'in', [...seqs])
    .selectAll()
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(toReadLine)
}

// So many lines are in memory at a time: with more, memory grows and nothing is faster.
const PAGE = 200

/** All lines that are found, oldest first, page by page, with an empty one where a step finds nothing; others have their turn in between. */
export async function* readFound(db: Kysely<Database>, search: Search, { step } = REACH): AsyncGenerator<ReadLine[]> {
  let left: Range = { after: search.after, before: search.upTo + 1 }
  const scope = await toScope(db, search.filters, left, step)
  for (; !isEmpty(left); await pause()) {
    if (isDirect(scope)) {
      const rows = await inOrder(db, scope, left, 'asc').selectAll().limit(PAGE).execute()
      yield rows.map(toReadLine)
      if (rows.length < PAGE) return
      left = { ...left, after: rows.at(-1)?.seq ?? left.before }
    } else {
      const read = await readStep(db, scope, left, 'asc', step)
      // At once, so that whoever has left need not wait for the next line that is found.
      if (read.seqs.length === 0) yield []
      for (let from = 0; from < read.seqs.length; from += PAGE) {
        if (from > 0) await pause()
        yield (await readLinesOf(db, read.seqs.slice(from, from + PAGE))).toReversed()
      }
      left = read.left
    }
  }
}
