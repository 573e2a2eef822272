import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { FLAGS, type Flag, STATUSES, type Status } from '../../../server/domain/words.ts'

/** Which list: all that needs attention, or all targets in the order of their plans or themes, or in none but the worst first. */
export const LISTS = ['attention', 'plan', 'theme', 'none'] as const
export type ListChoice = (typeof LISTS)[number]
/** What the distribution sets against the themes. */
export const PLACES = ['region', 'plan'] as const
export type Place = (typeof PLACES)[number]

/** What of all targets is looked at; every field lives in the address. Names are those of `GET /api/progress`, where it has them. */
export interface Filters {
  milestone: MilestoneChoice
  region: string
  plan: string
  theme: string
  status: Status | ''
  flag: Flag | ''
  q: string
  /** Empty: on one screen, the first few that need attention. */
  by: ListChoice | ''
  /** Of a long list, counted from 1. */
  page: number
  where: Place
  asOf: string
}

export const DEFAULTS: Filters = {
  milestone: 2025,
  region: '',
  plan: '',
  theme: '',
  status: '',
  flag: '',
  q: '',
  by: '',
  page: 1,
  where: 'region',
  asOf: '',
}

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)

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
  status: oneOf(STATUSES, query['status']) ?? '',
  flag: oneOf(FLAGS, query['flag']) ?? '',
  q: query['q'] ?? '',
  by: oneOf(LISTS, query['by']) ?? '',
  page: /^[1-9][0-9]{0,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1,
  where: oneOf(PLACES, query['where']) ?? DEFAULTS.where,
  asOf: query['asOf'] ?? '',
})

const ORDER = ['milestone', 'status', 'flag', 'region', 'plan', 'theme', 'q', 'by', 'page', 'where', 'asOf'] as const
/** What only the screen knows. */
const OWN: readonly string[] = ['by', 'page', 'where']

/** The address of a state of the overview: defaults are left out, so one state has one address. A change leads to the first page. */
export function toAddress(filters: Filters, changes: Partial<Filters> = {}): string {
  const state = Object.keys(changes).length > 0 ? { ...filters, page: 1, ...changes } : filters
  const params = new URLSearchParams()
  for (const name of ORDER) {
    if (state[name] !== DEFAULTS[name]) params.set(name, String(state[name]))
  }
  const text = params.toString()
  return text ? `/?${text}` : '/'
}

/** The same, and the list behind what was chosen: all of it, the achieved too. */
export const toListAddress = (filters: Filters, changes: Partial<Filters>): string =>
  toAddress(filters, { by: filters.by === 'plan' || filters.by === 'theme' ? filters.by : 'none', ...changes })

/** The same targets as a query of the API: what the screen leaves out as a default is said here. */
export function toApiQuery(filters: Filters): Record<string, string> {
  const said = { ...filters, q: filters.q.trim() }
  const names = ORDER.filter((name) => !OWN.includes(name) && said[name] !== '')
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
  const names = ['milestone', 'status', 'flag', 'region', 'plan', 'theme', 'by', 'where'] as const
  const unknown = names.filter((name) => query[name] && query[name] !== String(known[name]))
  return { filters: known, unknown: unknown.map((name) => `${name}=${query[name]}`) }
}

/** How many filters narrow the list, apart from the milestone, the grouping and the instant. */
export const countNarrowing = (filters: Filters): number =>
  [filters.region, filters.plan, filters.theme, filters.status, filters.flag, filters.q].filter(Boolean).length

export const cleared = ({ milestone, by, where, asOf }: Filters): Filters => ({
  ...DEFAULTS,
  milestone,
  by,
  where,
  asOf,
})
