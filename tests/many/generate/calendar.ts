import { LAST_YEAR } from './size.ts'

// When figures are entered: the years since the plans began after each year, and older ones, on paper until then, meanwhile.

export interface Campaign {
  /** The years whose figures are entered, in this order. */
  years: readonly number[]
  /** Days on which rounds open, corrections begin and all of it has ended. */
  opensOn: string
  correctsOn: string
  endsOn: string
}

export const CAMPAIGNS: readonly Campaign[] = [
  { years: [2022, 2021, 2020, 2019, 2018], opensOn: '2023-07-10', correctsOn: '2023-12-01', endsOn: '2023-12-28' },
  { years: [2023, 2017, 2016, 2015], opensOn: '2024-01-16', correctsOn: '2024-06-01', endsOn: '2024-06-28' },
  { years: [2024, 2014, 2013, 2012], opensOn: '2025-01-16', correctsOn: '2025-06-01', endsOn: '2025-06-28' },
  { years: [LAST_YEAR, 2011], opensOn: '2026-01-16', correctsOn: '2026-06-01', endsOn: '2026-06-29' },
]

/** The last campaign has not ended: of its figures not all are decided. */
export const isOpen = (year: number): boolean => CAMPAIGNS.at(-1)?.years.includes(year) ?? false

/** Instants at which something happens to the figures of one organisation and year, in this order. */
export interface Moments {
  entered: string
  submitted: string
  withdrawn: string
  again: string
  decided: string
}

/** The moments of the sheet `at` of so many that come one after the other from one day to another. */
export function momentsOf(fromDay: string, toDay: string, at: number, of: number): Moments {
  const from = Date.parse(`${fromDay}T01:00:00Z`)
  const each = (Date.parse(`${toDay}T01:00:00Z`) - from) / of
  const moment = (share: number): string => new Date(from + Math.floor((at + share) * each)).toISOString()
  return {
    entered: moment(0),
    submitted: moment(0.2),
    withdrawn: moment(0.3),
    again: moment(0.4),
    decided: moment(0.6),
  }
}
