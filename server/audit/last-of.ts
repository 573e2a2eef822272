import type { Kysely } from 'kysely'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import type { DataChange } from './change.ts'
import { NEWEST } from './queries.ts'

type Action = DataChange['action']

/** What changes the lists of regions, themes, plans and indicators. */
const REFERENCE = ['region.add', 'theme.add', 'plan.add', 'indicator.add', 'indicator.revise'] as const
/** What changes the judgement of some target. */
const JUDGED = [...REFERENCE, 'target.revise', 'observation.approve'] as const

/** What an answer rests on, and by which changes that becomes another. */
const GROUNDS = {
  reference: REFERENCE,
  judged: JUDGED,
  rounds: ['round.revise'],
  targets: ['target.revise'],
  fresh: [...JUDGED, 'round.revise'],
} as const satisfies Record<string, readonly Action[]>

export type Ground = keyof typeof GROUNDS

/** The last line by `seq` that changed what an answer rests on; 0 where none did. */
export async function findLastOf(db: Kysely<Database>, ground: Ground, seq: number): Promise<number> {
  const find = (): Promise<number> => findLast(db, GROUNDS[ground], seq)
  // What is newest is another tomorrow.
  return seq === NEWEST ? await find() : await remembered(db, `last of ${ground}`, seq, find)
}

/** One search of the index for each. */
async function findLast(db: Kysely<Database>, [first, ...others]: readonly [Action, ...Action[]], seq: number) {
  const last = (action: Action) =>
    db
      .selectFrom('audit_line')
      .select(({ fn }) => fn.max('seq').as('last'))
      .where('action', '=', action)
      .where('seq', '<=', seq)
  const rows = await others.reduce((query, action) => query.unionAll(last(action)), last(first)).execute()
  return Math.max(...rows.map((row) => row.last ?? 0))
}
