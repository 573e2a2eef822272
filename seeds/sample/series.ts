import type { SampleFigureSeed } from '../shape.ts'

/** What every invented figure says of itself. */
const SOURCE = '示例数据（虚构，仅供演示）'

/** The first days of the demonstration, on which what should have been reported before is caught up on. */
const CATCHING_UP = { enteredOn: '2023-07-12', approvedOn: '2023-07-20' }

/** When in the following year a figure is entered and approved, as MM-DD. */
export interface Season {
  enteredOn: string
  approvedOn: string
}

/** Counts of enterprises, platforms and people are known soon after the year. */
export const EARLY_SPRING: Season = { enteredOn: '02-19', approvedOn: '03-05' }
export const LATE_SPRING: Season = { enteredOn: '03-27', approvedOn: '04-11' }
/** What rests on the statistics of research and development is known in autumn; for 2025 it is not yet. */
export const AUTUMN: Season = { enteredOn: '10-21', approvedOn: '11-06' }

type Entry = [year: number, value: string | null, more?: Partial<SampleFigureSeed>]

/** The invented figures of one indicator and region. A later entry of the same year corrects the one before. */
export function series(
  regionCode: string,
  indicatorCode: string,
  season: Season,
  entries: Entry[],
): SampleFigureSeed[] {
  return entries.map(([year, value, more = {}]) => ({
    regionCode,
    indicatorCode,
    year,
    value,
    source: SOURCE,
    ...daysOf(year, season),
    ...more,
  }))
}

function daysOf(year: number, { enteredOn, approvedOn }: Season): Season {
  const days = { enteredOn: `${year + 1}-${enteredOn}`, approvedOn: `${year + 1}-${approvedOn}` }
  return days.enteredOn < CATCHING_UP.enteredOn ? CATCHING_UP : days
}
