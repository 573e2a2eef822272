import { STATUSES, type Status } from '../../../server/domain/words.ts'

/** `next`: each target's nearest milestone that is neither achieved nor missed, else its last. */
export type MilestoneChoice = number | 'next'
export type Grouping = 'plan' | 'theme'

/** What of all targets is looked at; every field lives in the address. Names are those of `GET /api/targets`. */
export interface Filters {
  milestone: MilestoneChoice
  region: string
  plan: string
  theme: string
  status: Status | ''
  q: string
  by: Grouping
  asOf: string
}

export const DEFAULTS: Filters = {
  milestone: 2025,
  region: '',
  plan: '',
  theme: '',
  status: '',
  q: '',
  by: 'plan',
  asOf: '',
}

const isStatus = (text: string | undefined): text is Status => STATUSES.some((status) => status === text)

const toMilestone = (text: string | undefined): MilestoneChoice => {
  if (text === 'next') return 'next'
  return text && /^[0-9]{4}$/.test(text) ? Number(text) : DEFAULTS.milestone
}

/** Reads the address; what it does not understand stays at its default. */
export const toFilters = (query: Readonly<Record<string, string>>): Filters => ({
  milestone: toMilestone(query['milestone']),
  region: query['region'] ?? '',
  plan: query['plan'] ?? '',
  theme: query['theme'] ?? '',
  status: isStatus(query['status']) ? query['status'] : '',
  q: query['q'] ?? '',
  by: query['by'] === 'theme' ? 'theme' : 'plan',
  asOf: query['asOf'] ?? '',
})

const ORDER = ['milestone', 'status', 'region', 'plan', 'theme', 'q', 'by', 'asOf'] as const

/** The address of a state of the overview: defaults are left out, so one state has one address. */
export function toAddress(filters: Filters): string {
  const params = new URLSearchParams()
  for (const name of ORDER) {
    if (filters[name] !== DEFAULTS[name]) params.set(name, String(filters[name]))
  }
  const text = params.toString()
  return text ? `/?${text}` : '/'
}

/** The same targets as a query of the API: what the screen leaves out as a default is said here. */
export function toApiQuery(filters: Filters): Record<string, string> {
  const names = ORDER.filter((name) => name !== 'by' && filters[name] !== '')
  return Object.fromEntries(names.map((name) => [name, String(filters[name])]))
}

/** How many filters narrow the list, apart from the milestone, the grouping and the instant. */
export const countNarrowing = (filters: Filters): number =>
  [filters.region, filters.plan, filters.theme, filters.status, filters.q].filter(Boolean).length

export const cleared = (filters: Filters): Filters => ({
  ...DEFAULTS,
  milestone: filters.milestone,
  by: filters.by,
  asOf: filters.asOf,
})
