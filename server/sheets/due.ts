import type { Kysely } from 'kysely'
import type { Due, DueItem } from '../contract/due.ts'
import type { Database } from '../db/schema.ts'
import { asksFor, type Round } from '../domain/rounds.ts'
import { loadGround } from '../observations/ground.ts'
import { listApproved } from '../observations/queries.ts'
import { isPending, listRevisions, newestByFigure, type Revision } from '../observations/revisions.ts'
import type { ApprovedFigure } from '../observations/queries.ts'

/** Within so many days a round that is open is due soon. */
export const DUE_SOON_DAYS = 7

const DAY_MS = 86_400_000

/** What each round asks of each region, and how far it is; with `region`, of that one only. Rounds that closed long ago and miss nothing are left out. */
export async function listDue(
  db: Kysely<Database>,
  { seq, day }: { seq: number; day: string },
  region?: string,
): Promise<Due['items']> {
  const ground = await loadGround(db, seq)
  const targets = await db
    .selectFrom('target')
    .select(['region_code', 'indicator_code'])
    .where('seq', '<=', seq)
    .execute()
  const items: DueItem[] = []
  for (const round of ground.rounds) {
    for (const regionCode of round.regionCodes) {
      if (region !== undefined && regionCode !== region) continue
      const targeted = new Set(targets.filter((row) => row.region_code === regionCode).map((row) => row.indicator_code))
      const codes = [...(round.indicatorCodes ?? targeted)].filter((indicatorCode) =>
        asksFor(round, { regionCode, indicatorCode, isTargeted: targeted.has(indicatorCode) }),
      )
      const year = { region: regionCode, year: round.year }
      const newest = [...newestByFigure(await listRevisions(db, seq, year)).values()].filter(isPending)
      const approved = await listApproved(db, seq, year)
      items.push(toItem(round, regionCode, codes, newest, approved, day))
    }
  }
  return items
}

function toItem(
  round: Round,
  regionCode: string,
  codes: readonly string[],
  pending: readonly Revision[],
  approved: readonly ApprovedFigure[],
  today: string,
): DueItem {
  const names = (state: Revision['state']): DueItem['missing'] =>
    pending
      .filter((revision) => revision.state === state && codes.includes(revision.indicatorCode))
      .map(({ indicatorCode, measure }) => ({ indicatorCode, measure }))
  const isApproved = (code: string): boolean => approved.some(({ indicatorCode }) => indicatorCode === code)
  const isEntered = (code: string): boolean => pending.some(({ indicatorCode }) => indicatorCode === code)
  // What is to be corrected is not known before someone does.
  const asked = round.kind === 'revision' ? [] : codes
  const missing = asked.filter((code) => !isApproved(code) && !isEntered(code))
  const item = {
    roundId: round.id,
    kind: round.kind,
    year: round.year,
    regionCode,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    asked: asked.length,
    missing: missing.map((indicatorCode) => ({ indicatorCode, measure: 'value' })),
    draft: names('draft'),
    returned: names('returned'),
    submitted: names('submitted'),
    approved: asked.filter(isApproved).length,
  }
  return { ...item, when: whenOf(item, today) }
}

function whenOf(
  { opensOn, closesOn, missing, draft, returned }: Omit<DueItem, 'when'>,
  today: string,
): DueItem['when'] {
  const isDone = missing.length + draft.length + returned.length === 0
  if (today < opensOn) return 'coming'
  if (isDone) return 'done'
  if (today > closesOn) return 'overdue'
  const daysLeft = (Date.parse(closesOn) - Date.parse(today)) / DAY_MS
  return daysLeft <= DUE_SOON_DAYS ? 'due-soon' : 'open'
}
