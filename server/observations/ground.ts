import type { Kysely } from 'kysely'
import type { Indicator } from '../contract/reference.ts'
import { findLastOf } from '../audit/last-of.ts'
import { remembered } from '../db/remembered.ts'
import type { Database } from '../db/schema.ts'
import { type EntryRefusal, type EntryState, entryStateOf, type Round } from '../domain/rounds.ts'
import type { Sentence } from '../http/sentences.ts'
import { byCode, listIndicators } from '../plans/queries.ts'
import { listRounds } from '../rounds/queries.ts'

/** What decides whether a figure may be entered: indicators, targets and rounds as they stand. */
export interface Ground {
  indicators: Map<string, Indicator>
  /** The indicators that the region's targets are about. */
  targetedIn: (regionCode: string) => ReadonlySet<string>
  rounds: readonly Round[]
}

export async function loadGround(db: Kysely<Database>, seq: number): Promise<Ground> {
  const targeted = await listTargeted(db, seq)
  return {
    indicators: byCode(await listIndicators(db, seq)),
    targetedIn: (regionCode) => targeted.get(regionCode) ?? NOTHING,
    rounds: await listRounds(db, seq),
  }
}

const NOTHING: ReadonlySet<string> = new Set()

async function listTargeted(db: Kysely<Database>, seq: number): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const last = await findLastOf(db, 'targets', seq)
  return await remembered(db, 'targeted', last, async () => {
    const targets = await db
      .selectFrom('target')
      .select(['region_code', 'indicator_code'])
      .where('seq', '<=', last)
      .execute()
    const byRegion = Map.groupBy(targets, (row) => row.region_code)
    return new Map([...byRegion].map(([code, rows]) => [code, new Set(rows.map((row) => row.indicator_code))]))
  })
}

/** Whether the figure, of which `inForce` is approved, may be entered on the day `today`. */
export function entryOf(
  { targetedIn, rounds }: Ground,
  figure: { regionCode: string; indicatorCode: string; year: number },
  inForce: { value: string | null } | undefined,
  today: string,
): EntryState {
  const { regionCode, indicatorCode, year } = figure
  const approved = inForce === undefined ? 'nothing' : inForce.value === null ? 'missing' : 'value'
  const asked = {
    regionCode,
    indicatorCode,
    year,
    approved,
    isTargeted: targetedIn(regionCode).has(indicatorCode),
  } as const
  return entryStateOf(rounds, asked, today)
}

const CLOSED: Readonly<Record<EntryRefusal, Sentence>> = {
  locked: 'entry-locked',
  'not-yet-open': 'entry-not-yet-open',
  closed: 'entry-closed',
  'no-round': 'entry-no-round',
  'not-asked': 'entry-not-asked',
}

/** Which sentence says why a figure may not be entered; undefined where it may. */
export const closedBy = ({ state }: EntryState): Sentence | undefined => (state === 'open' ? undefined : CLOSED[state])
