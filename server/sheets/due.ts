import type { Kysely } from 'kysely'
import type { DueItem } from '../contract/due.ts'
import type { Database } from '../db/schema.ts'
import { daysBetween } from '../domain/days.ts'
import type { Round } from '../domain/rounds.ts'
import { type Ground, loadGround } from '../observations/ground.ts'
import { type Figures, readFigures, readFiguresOf } from '../observations/standing.ts'
import type { YearFigures } from '../observations/standing-rows.ts'

/** Within so many days a round that is open is due soon. */
export const DUE_SOON_DAYS = 7

/** A round and one of its regions. */
export interface RoundRegion {
  round: Round
  regionCode: string
}

/** What each round asks of one region, and how far it is. */
export async function listDueOf(
  db: Kysely<Database>,
  { seq, day }: { seq: number; day: string },
  region: string,
): Promise<DueItem[]> {
  const ground = await loadGround(db, seq)
  const figures = await readFiguresOf(db, seq, region)
  return listRoundRegions(ground)
    .filter(({ regionCode }) => regionCode === region)
    .map((one) => toItem(one, ground, figures, day))
}

/** Every round with each of its regions, and how to know how far one is. */
export async function openDue(
  db: Kysely<Database>,
  { seq, day }: { seq: number; day: string },
): Promise<{ all: RoundRegion[]; itemOf: (one: RoundRegion) => DueItem }> {
  const ground = await loadGround(db, seq)
  const figures = await readFigures(db, seq)
  return { all: listRoundRegions(ground), itemOf: (one) => toItem(one, ground, figures, day) }
}

const listRoundRegions = ({ rounds }: Ground): RoundRegion[] =>
  rounds.flatMap((round) => round.regionCodes.map((regionCode) => ({ round, regionCode })))

/** The round is of this region, so that it asks for all that it names, or for what the region's targets are about. */
export const codesOf = ({ round, regionCode }: RoundRegion, { targetedIn }: Ground): ReadonlySet<string> =>
  round.indicatorCodes === null ? targetedIn(regionCode) : new Set(round.indicatorCodes)

/** What was not yet published when it was approved is what a late round is for. */
export const isAnswered = (letter: string, { published, unpublished }: YearFigures, { kind }: Round): boolean =>
  published.includes(letter) || (kind !== 'late' && unpublished.includes(letter))

function toItem({ round, regionCode }: RoundRegion, ground: Ground, figures: Figures, today: string): DueItem {
  const { id, kind, year, opensOn, closesOn } = round
  const codes = codesOf({ round, regionCode }, ground)
  const ofYear = figures.of(regionCode, year)
  const { pending } = ofYear
  const names = (wanted: (typeof pending)[number]['state']): DueItem['missing'] =>
    pending
      .filter(({ state, indicatorCode }) => state === wanted && codes.has(indicatorCode))
      .map(({ indicatorCode, measure }) => ({ indicatorCode, measure }))
  const entered = new Set(pending.map(({ indicatorCode }) => indicatorCode))
  const measureOf = (code: string): string => (ground.indicators.get(code)?.kind === 'change' ? 'yoy' : 'value')
  // What is to be corrected is not known before someone does.
  const asked = kind === 'revision' ? [] : [...codes]
  const answered = new Set(asked.filter((code) => isAnswered(figures.letterOf(code), ofYear, round)))
  const missing = asked.filter((code) => !answered.has(code) && !entered.has(code))
  const [draft, returned] = [names('draft'), names('returned')]
  const left = missing.length + draft.length + returned.length
  return {
    roundId: id,
    kind,
    year,
    regionCode,
    opensOn,
    closesOn,
    asked: asked.length,
    missing: missing.map((indicatorCode) => ({ indicatorCode, measure: measureOf(indicatorCode) })),
    draft,
    returned,
    submitted: names('submitted'),
    approved: answered.size,
    when: whenOf(round, left, today),
  }
}

/** A revision is open as long as it lasts: nobody knows what else is to be corrected. */
export function whenOf(
  { kind, opensOn, closesOn }: Pick<Round, 'kind' | 'opensOn' | 'closesOn'>,
  left: number,
  today: string,
): DueItem['when'] {
  if (today < opensOn) return 'coming'
  if (left === 0 && (kind !== 'revision' || today > closesOn)) return 'done'
  if (today > closesOn) return 'overdue'
  return daysBetween(today, closesOn) <= DUE_SOON_DAYS ? 'due-soon' : 'open'
}
