import { STATUSES, type Status } from '../../../server/domain/words.ts'

/** `next`: each target's nearest milestone that is neither achieved nor missed, else its last. */
export type MilestoneChoice = number | 'next'
export const GROUPINGS = ['plan', 'theme', 'none'] as const
export type Grouping = (typeof GROUPINGS)[number]

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

const isGrouping = (text: string | undefined): text is Grouping => GROUPINGS.some((by) => by === text)

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
  by: isGrouping(query['by']) ? query['by'] : DEFAULTS.by,
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
  const said = { ...filters, q: filters.q.trim() }
  const names = ORDER.filter((name) => name !== 'by' && said[name] !== '')
  return Object.fromEntries(names.map((name) => [name, String(said[name])]))
}

/** What there is to choose from. */
export interface Choices {
  milestone: readonly number[]
  region: readonly string[]
  plan: readonly string[]
  theme: readonly string[]
}

/** The filters that can be applied, and the address's conditions that cannot: `status=foo`. */
export function toKnown(
  filters: Filters,
  query: Readonly<Record<string, string>>,
  choices: Choices,
): { filters: Filters; unknown: string[] } {
  const known = { ...filters }
  if (known.milestone !== 'next' && !choices.milestone.includes(known.milestone)) {
    known.milestone = DEFAULTS.milestone
  }
  for (const name of ['region', 'plan', 'theme'] as const) {
    if (!choices[name].includes(known[name])) known[name] = ''
  }
  const names = ['milestone', 'status', 'region', 'plan', 'theme', 'by'] as const
  const unknown = names.filter((name) => query[name] && query[name] !== String(known[name]))
  return { filters: known, unknown: unknown.map((name) => `${name}=${query[name]}`) }
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
