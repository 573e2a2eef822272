import type { RoundAnswer } from '../../server/contract/round.ts'

type Days = Pick<RoundAnswer, 'year' | 'regionCodes' | 'opensOn' | 'closesOn'>

/** The years for which the region has rounds, newest first. */
export const entryYears = (rounds: readonly Days[], regionCode: string): number[] =>
  [...new Set(rounds.filter(({ regionCodes }) => regionCodes.includes(regionCode)).map(({ year }) => year))].toSorted(
    (a, b) => b - a,
  )

/**
 * The year to whose sheet a reporter comes first: of the open round that closes first, else of the newest round, else
 * last year. `today` is a day in Asia/Shanghai.
 */
export function firstEntryYear(rounds: readonly Days[], regionCode: string, today: string): number {
  const open = rounds
    .filter(
      ({ regionCodes, opensOn, closesOn }) => regionCodes.includes(regionCode) && opensOn <= today && today <= closesOn,
    )
    .toSorted((a, b) => (a.closesOn === b.closesOn ? b.year - a.year : a.closesOn < b.closesOn ? -1 : 1))[0]
  return open?.year ?? entryYears(rounds, regionCode)[0] ?? Number(today.slice(0, 4)) - 1
}
