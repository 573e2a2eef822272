import type { Kysely } from 'kysely'
import type { Due, DueItem } from '../contract/due.ts'
import type { Database } from '../db/schema.ts'
import { daysBetween } from '../domain/days.ts'
import type { Round } from '../domain/rounds.ts'
import { type Ground, loadGround } from '../observations/ground.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import { isPending, listRevisions, newestByFigure, type Revision } from '../observations/revisions.ts'

/** Within so many days a round that is open is due soon. */
export const DUE_SOON_DAYS = 7

/** What each round asks of each region, and how far it is; with `region`, of that one only. */
export async function listDue(
  db: Kysely<Database>,
  { seq, day }: { seq: number; day: string },
  region?: string,
): Promise<Due['items']> {
  const ground = await loadGround(db, seq)
  const sheets = new Map<string, Figures>()
  const items: DueItem[] = []
  for (const round of ground.rounds) {
    for (const regionCode of round.regionCodes) {
      if (region !== undefined && regionCode !== region) continue
      // The round is of this region, so that it asks for all that it names, or for what the region's targets are about.
      const codes = new Set(round.indicatorCodes ?? ground.targetedIn(regionCode))
      const key = `${regionCode}/${round.year}`
      const figures = sheets.get(key) ?? (await figuresOf(db, seq, { region: regionCode, year: round.year }))
      sheets.set(key, figures)
      items.push(toItem({ round, regionCode, codes, figures, ground, today: day }))
    }
  }
  return items
}

/** The figures of one region and year: in force, and waiting for something. */
interface Figures {
  approved: readonly ApprovedFigure[]
  pending: readonly Revision[]
}

async function figuresOf(db: Kysely<Database>, seq: number, of: { region: string; year: number }): Promise<Figures> {
  const newest = newestByFigure(await listRevisions(db, seq, of))
  return { approved: await listApproved(db, seq, of), pending: [...newest.values()].filter(isPending) }
}

interface Asked {
  round: Round
  regionCode: string
  codes: ReadonlySet<string>
  figures: Figures
  ground: Ground
  today: string
}

function toItem({ round, regionCode, codes, figures, ground, today }: Asked): DueItem {
  const { approved, pending } = figures
  const names = (state: Revision['state']): DueItem['missing'] =>
    pending
      .filter((revision) => revision.state === state && codes.has(revision.indicatorCode))
      .map(({ indicatorCode, measure }) => ({ indicatorCode, measure }))
  const answered = new Set(approved.filter((figure) => !isStillDue(figure, round)).map(codeOf))
  const entered = new Set(pending.map(codeOf))
  const measureOf = (code: string): string => (ground.indicators.get(code)?.kind === 'change' ? 'yoy' : 'value')
  // What is to be corrected is not known before someone does.
  const asked = round.kind === 'revision' ? [] : [...codes]
  const missing = asked.filter((code) => !answered.has(code) && !entered.has(code))
  const item = {
    roundId: round.id,
    kind: round.kind,
    year: round.year,
    regionCode,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    asked: asked.length,
    missing: missing.map((indicatorCode) => ({ indicatorCode, measure: measureOf(indicatorCode) })),
    draft: names('draft'),
    returned: names('returned'),
    submitted: names('submitted'),
    approved: asked.filter((code) => answered.has(code)).length,
  }
  return { ...item, when: whenOf(item, today) }
}

const codeOf = ({ indicatorCode }: { indicatorCode: string }): string => indicatorCode

/** What was not yet published when it was approved is what a late round is for. */
const isStillDue = ({ missingReason }: ApprovedFigure, { kind }: Round): boolean =>
  kind === 'late' && missingReason === 'not-yet-published'

/** A revision is open as long as it lasts: nobody knows what else is to be corrected. */
function whenOf(
  { kind, opensOn, closesOn, missing, draft, returned }: Omit<DueItem, 'when'>,
  today: string,
): DueItem['when'] {
  const isNothingLeft = missing.length + draft.length + returned.length === 0
  if (today < opensOn) return 'coming'
  if (isNothingLeft && (kind !== 'revision' || today > closesOn)) return 'done'
  if (today > closesOn) return 'overdue'
  return daysBetween(today, closesOn) <= DUE_SOON_DAYS ? 'due-soon' : 'open'
}
