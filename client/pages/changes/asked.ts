import { plusDays } from '../../../server/domain/days.ts'

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

export const yearBefore = (day: string): string => plusDays(day, -365)

/** The file with the same changes. */
export function changesCsv(asked: Asked): string {
  const filled = Object.entries(asked).filter(([, value]) => value !== '')
  return `/api/changes.csv?${new URLSearchParams(filled)}`
}
