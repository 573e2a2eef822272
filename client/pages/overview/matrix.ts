import type { Place } from './filters.ts'
import { type Counts, type Judged, noCounts, sumOf } from './judged.ts'

/** From this many in some cell on, numbers replace one icon per target, in all of them alike. */
export const MOST_ICONS = 9
/** More regions or plans than these have a window of their own to scroll in. */
export const MOST_AT_ONCE = 12
/** From this many regions or plans on, they are the rows and the themes the columns. */
export const MOST_COLUMNS = 6

/** Where targets stand: regions or plans by themes. */
export interface Distribution {
  /** Those that have any, in the order that was given. */
  places: readonly string[]
  themes: readonly string[]
  /** Undefined where there is none. */
  at: (place: string, theme: string) => Counts | undefined
  /** How many there are in the fullest cell. */
  most: number
}

const keyOf = (place: string, theme: string): string => `${place}\n${theme}`

/** In one pass over all targets. */
export function toDistribution(
  judged: readonly Judged[],
  by: Place,
  codes: { places: readonly string[]; themes: readonly string[] },
): Distribution {
  const cells = new Map<string, Counts>()
  const [places, themes] = [new Set<string>(), new Set<string>()]
  for (const { target, progress } of judged) {
    const place = by === 'region' ? target.regionCode : target.planCode
    const { theme } = target.indicator
    const key = keyOf(place, theme)
    const counts = cells.get(key) ?? noCounts()
    counts[progress.status] += 1
    cells.set(key, counts)
    places.add(place)
    themes.add(theme)
  }
  return {
    places: codes.places.filter((code) => places.has(code)),
    themes: codes.themes.filter((code) => themes.has(code)),
    at: (place, theme) => cells.get(keyOf(place, theme)),
    most: Math.max(0, ...[...cells.values()].map(sumOf)),
  }
}
