import type { Kysely } from 'kysely'
import type { Freshness, RegionFreshness } from '../contract/freshness.ts'
import type { Database } from '../db/schema.ts'
import type { Round } from '../domain/rounds.ts'
import type { AsOf } from '../http/as-of.ts'
import { loadGround } from '../observations/ground.ts'
import { listTargetedYears } from '../observations/queries.ts'
import { listRegions } from '../plans/queries.ts'

type ApprovedYear = Awaited<ReturnType<typeof listTargetedYears>>[number]

/** How fresh and how complete the approved figures were at an instant: of every region that had targets. */
export async function findFreshness(db: Kysely<Database>, { instant, seq, day }: AsOf): Promise<Freshness> {
  const { rounds, targetedIn } = await loadGround(db, seq)
  // A revision corrects: it asks for no year's figures.
  const asking = rounds.filter(({ kind }) => kind !== 'revision')
  const approved = Map.groupBy(await listTargetedYears(db, seq), ({ regionCode }) => regionCode)
  const regions = (await listRegions(db, seq)).flatMap(({ code }) => {
    const owed = targetedIn(code)
    if (owed.size === 0) return []
    const round = findNewest(asking.filter(({ regionCodes, opensOn }) => regionCodes.includes(code) && opensOn <= day))
    return toRegion(code, owed, approved.get(code) ?? [], round)
  })
  return { asOf: instant.toISOString(), lastRound: findLastClosed(asking, day), regions }
}

/** The round of the newest year; of several of that year, the one that closes last. */
const findNewest = (rounds: readonly Round[]): Round | undefined =>
  rounds.toSorted((a, b) => b.year - a.year || (a.closesOn < b.closesOn ? 1 : -1))[0]

function findLastClosed(rounds: readonly Round[], today: string): Freshness['lastRound'] {
  const [last] = rounds
    .filter(({ closesOn }) => closesOn < today)
    .toSorted((a, b) => (a.closesOn === b.closesOn ? b.year - a.year : a.closesOn < b.closesOn ? 1 : -1))
  return last === undefined ? null : { year: last.year, closedOn: last.closesOn }
}

function toRegion(
  regionCode: string,
  owed: ReadonlySet<string>,
  approved: readonly ApprovedYear[],
  round: Round | undefined,
): RegionFreshness {
  const ofSeries = Map.groupBy(approved, ({ indicatorCode }) => indicatorCode)
  const series = [...owed].map((code) => ofSeries.get(code) ?? [])
  return {
    regionCode,
    year: round?.year ?? null,
    opensOn: round?.opensOn ?? null,
    closesOn: round?.closesOn ?? null,
    owed: owed.size,
    approved: round === undefined ? null : series.filter((figures) => figures.some(isOf(round.year))).length,
    latestYears: countYears(series.map(latestOf)),
  }
}

const isOf =
  (year: number) =>
  (figure: ApprovedYear): boolean =>
    figure.year === year

/** The year of the latest figure; that there is none, with a reason, is no figure. */
function latestOf(figures: readonly ApprovedYear[]): number | null {
  const years = figures.filter(({ hasValue }) => hasValue).map(({ year }) => year)
  return years.length > 0 ? Math.max(...years) : null
}

function countYears(years: readonly (number | null)[]): RegionFreshness['latestYears'] {
  return [...Map.groupBy(years, (year) => year)]
    .map(([year, series]) => ({ year, series: series.length }))
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
}
