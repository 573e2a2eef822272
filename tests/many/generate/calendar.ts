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

/** The figures of one organisation and year; 1: each is entered, 2: some are entered once more. */
export interface SheetName {
  /** In the order of organisations. */
  organisation: number
  year: number
  revision: 1 | 2
}

/** All sheets of so many organisations, in the order of time. */
export function* listSheets(organisations: number): Generator<SheetName> {
  for (const { years } of CAMPAIGNS) {
    for (const revision of [1, 2] as const) {
      for (const year of years) {
        for (let organisation = 0; organisation < organisations; organisation++) yield { organisation, year, revision }
      }
    }
  }
}

/** One sheet of a campaign comes after the other. */
export function momentsOfSheet({ organisation, year, revision }: SheetName, organisations: number): Moments {
  const campaign = CAMPAIGNS.find(({ years }) => years.includes(year))
  if (campaign === undefined) throw new RangeError(`nothing is entered of ${year}`)
  const { years, opensOn, correctsOn, endsOn } = campaign
  const [first, last] = revision === 1 ? [opensOn, correctsOn] : [correctsOn, endsOn]
  const from = Date.parse(`${first}T01:00:00Z`)
  const each = (Date.parse(`${last}T01:00:00Z`) - from) / (years.length * organisations)
  const at = years.indexOf(year) * organisations + organisation
  const moment = (share: number): string => new Date(from + Math.floor((at + share) * each)).toISOString()
  return {
    entered: moment(0),
    submitted: moment(0.2),
    withdrawn: moment(0.3),
    again: moment(0.4),
    decided: moment(0.6),
  }
}
