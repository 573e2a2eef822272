/** What of all changes is looked at; every field lives in the address, empty where it is not said. */
export interface Asked {
  since: string
  asOf: string
  region: string
  plan: string
  target: string
}

export const toAsked = (query: Readonly<Record<string, string>>): Asked => ({
  since: query['since'] ?? '',
  asOf: query['asOf'] ?? '',
  region: query['region'] ?? '',
  plan: query['plan'] ?? '',
  target: query['target'] ?? '',
})

/** The last day of the year before. */
export const yearStart = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`

/** The same day of the year before; of 29 February the 28th. */
export const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`

/** The file with the same changes. */
export function changesCsv(asked: Asked): string {
  const filled = Object.entries(asked).filter(([, value]) => value !== '')
  return `/api/changes.csv?${new URLSearchParams(filled)}`
}
