import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import type { Status } from '../../../server/domain/words.ts'
import { DEFAULTS, toFilters } from '../overview/filters.ts'

/** What of a region is looked at; every field lives in the address. */
export interface View {
  /** Empty: the root. */
  region: string
  milestone: MilestoneChoice
  theme: string
  plan: string
  /** Words by which regions below are found, and the page of that list. */
  q: string
  page: number
  /** Of which targets the list is: with which status, which words; of the region itself only; and its page. */
  status: Status | ''
  words: string
  own: boolean
  listPage: number
  /** Of which indicator the roll-up is shown; empty: the first that has one. */
  indicator: string
  asOf: string
}

type Query = Readonly<Record<string, string>>

const toPage = (text: string | undefined): number => (/^[1-9][0-9]{0,5}$/.test(text ?? '') ? Number(text) : 1)

/** Reads the address; what it does not understand stays at its default. */
export function toView(region: string, query: Query): View {
  const { milestone, status, theme, plan, asOf, q } = toFilters(query)
  return {
    region,
    milestone,
    status,
    theme,
    plan,
    asOf,
    q,
    page: toPage(query['page']),
    words: query['words'] ?? '',
    own: query['own'] === '1',
    listPage: toPage(query['listPage']),
    indicator: query['indicator'] ?? '',
  }
}

/** The same of an address of the overview: what is searched there are targets. */
export const ofOverview = (query: Query): View => ({
  ...toView(query['region'] ?? '', query),
  q: '',
  words: query['q'] ?? '',
  page: 1,
})

const withParams = (path: string, params: Readonly<Record<string, string | number | false>>): string => {
  const kept = Object.entries(params).flatMap(([name, value]) =>
    value === '' || value === false ? [] : [[name, String(value)]],
  )
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
}

/** The address of a view: defaults are left out. A change of what a list holds leads to its first page. */
export function toAddress(view: View, changes: Partial<View> = {}): string {
  const isOtherList = ['milestone', 'status', 'theme', 'plan', 'words', 'own'].some((name) => name in changes)
  const isOtherRegions = ['milestone', 'theme', 'q'].some((name) => name in changes)
  const next = { ...view, ...(isOtherList && { listPage: 1 }), ...(isOtherRegions && { page: 1 }), ...changes }
  const { region, milestone, page, listPage, own, status, theme, plan, q, words, indicator, asOf } = next
  return withParams(`/regions${region && `/${region}`}`, {
    milestone: milestone !== DEFAULTS.milestone && milestone,
    status,
    theme,
    plan,
    q,
    page: page > 1 && page,
    words,
    own: own && 1,
    listPage: listPage > 1 && listPage,
    indicator,
    asOf,
  })
}

/** Another region, looked at in the same way; what was searched in the one before is not searched in it. */
export const regionAddress = (view: View, region: string): string =>
  toAddress(view, { region, q: '', page: 1, words: '', own: false, listPage: 1 })

/** What is asked of `GET /api/region-progress`. */
export const toRegionQuery = ({ region, milestone, theme, q, asOf }: View) => ({
  region,
  milestone,
  theme,
  q: q.trim(),
  asOf,
})

/** What is asked of `GET /api/progress`, of the region `code`. */
export const toListQuery = (code: string, { own, milestone, theme, plan, status, words, asOf }: View) => ({
  within: code,
  region: own ? code : '',
  milestone,
  theme,
  plan,
  status,
  q: words.trim(),
  asOf,
})

/** The same as a CSV file. */
export const csvOf = (file: string, query: Readonly<Record<string, string | number>>): string =>
  withParams(`/api/${file}.csv`, query)
