import { type Kysely, type SqlBool, sql } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import { keyOf } from '../observations/approvals.ts'
import { pause } from '../pause.ts'
import { type Approved, chosen } from './figures.ts'

export interface FigureCounts {
  added: number
  corrected: number
}

/** How many of these approvals brought a figure and how many put another in its place. */
export async function countFigures(db: Kysely<Database>, approved: Approved): Promise<FigureCounts> {
  const { since, region, plan, target } = approved
  const upTo = await findLastOf(db, 'judged', approved.upTo)
  const key = JSON.stringify([since, region, plan, target])
  // Which figures a plan or target is about becomes another with its targets.
  const isFixed = plan === undefined && target === undefined
  const count = async (): Promise<FigureCounts> =>
    isFixed ? await countFrom(db, key, { ...approved, upTo }) : await countOn(db, approved, { upTo: since, ...NONE })
  return await remembered(db, 'counts of changes', upTo, count, key)
}

interface Counted extends FigureCounts {
  upTo: number
}

const NONE: FigureCounts = { added: 0, corrected: 0 }

/** Of so many choices the counts are kept. */
const MOST_KEPT = 50

const counted = new WeakMap<Kysely<Database>, Map<string, Promise<Counted>>>()

/** From where it was counted last, onwards or back. */
async function countFrom(db: Kysely<Database>, key: string, approved: Approved): Promise<FigureCounts> {
  const kept = counted.get(db) ?? new Map<string, Promise<Counted>>()
  counted.set(db, kept)
  const begin = { upTo: approved.since, ...NONE }
  const before = (kept.get(key) ?? Promise.resolve(begin)).catch(() => begin)
  const furthest = before.then((last) => (last.upTo < approved.upTo ? countOn(db, approved, last) : last))
  kept.delete(key)
  kept.set(key, furthest)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  const last = await furthest
  if (last.upTo <= approved.upTo) return last
  const since = Math.max(approved.upTo, approved.since)
  const later = await countOn(db, { ...approved, upTo: last.upTo }, { upTo: since, ...NONE })
  return { added: last.added - later.added, corrected: last.corrected - later.corrected }
}

/** So many lines of the log are looked through by one statement. */
const LINES = 20_000

async function countOn(db: Kysely<Database>, approved: Approved, last: Counted): Promise<Counted> {
  let { upTo, added, corrected } = last
  while (upTo < approved.upTo) {
    const next = approved.byLines ? Math.min(upTo + LINES, approved.upTo) : approved.upTo
    const { all, again } = await chosen(db, approved, { since: upTo, upTo: next })
      .select(({ fn }) => fn.countAll<number | string>().as('all'))
      .select(sql<number | string>`coalesce(sum(case when ${wasApprovedBefore} then 1 else 0 end), 0)`.as('again'))
      .executeTakeFirstOrThrow()
    // PostgreSQL answers counts as text.
    added += Number(all) - Number(again)
    corrected += Number(again)
    upTo = next
    await pause()
  }
  return { upTo, added, corrected }
}

const wasApprovedBefore = sql<SqlBool>`revision.revision > 1 and exists (
  select 1 from observation_revision as former
  join observation_step as approval on approval.observation_seq = former.seq
  where (${keyOf('former')}) = (${keyOf('revision')})
    and approval.step = 'approved' and approval.seq < decision.seq)`
