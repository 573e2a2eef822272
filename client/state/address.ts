import { toDay } from '../layout/past.ts'

type Params = Readonly<Record<string, string>>

/** A page's address that keeps the instant that is being looked at. */
export const withAsOf = (path: string, asOf: string | undefined): string =>
  asOf ? `${path}?${new URLSearchParams({ asOf })}` : path

/** A target's page, opened on one of its milestones. */
export const targetAddress = (id: string, milestone: number, asOf: string | undefined): string =>
  `/targets/${id}?${new URLSearchParams({ milestone: String(milestone), ...(asOf && { asOf }) })}`

const OF_TARGETS = ['region', 'asOf', 'plan', 'theme', 'milestone', 'status', 'flag', 'q']

/** The filters that each export of the server takes. */
const TAKEN = {
  targets: OF_TARGETS,
  progress: OF_TARGETS,
  observations: ['region', 'asOf'],
  freshness: ['asOf'],
} as const satisfies Record<string, readonly string[]>

/** The CSV file with the filters of the page, as far as it knows them. */
export function csvAddress(file: keyof typeof TAKEN, query: Params): string {
  const params = new URLSearchParams()
  for (const name of TAKEN[file]) {
    const value = query[name]
    if (value) params.set(name, value)
  }
  const text = params.toString()
  return `/api/${file}.csv${text && `?${text}`}`
}

/** The same address as known at another instant; empty means now. What would begin only after it is not asked any more. */
export function atInstant(url: string, asOf: string): string {
  const { pathname, searchParams, hash } = new URL(url, 'http://pages')
  if (asOf) searchParams.set('asOf', asOf)
  else searchParams.delete('asOf')
  if (asOf && toDay(searchParams.get('since') ?? '') > toDay(asOf)) searchParams.delete('since')
  const text = searchParams.toString()
  return pathname + (text && `?${text}`) + hash
}

/** Where one signs in, to come back to `to`. */
export const signInAddress = (to: string): string =>
  to === '/' || to.startsWith('/sign-in') ? '/sign-in' : `/sign-in?${new URLSearchParams({ to })}`

/** The page to come back to after signing in: one of this site, or none. */
export const comeBackTo = (to: string | undefined): string | undefined =>
  to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : undefined

export const entryAddress = (regionCode: string, year: number): string => `/entry/${regionCode}/${year}`

/** The page of what changed after `since`: of one region, plan or target where one is named. */
export function changesAddress(asked: {
  since?: string
  region?: string
  plan?: string
  target?: string
  asOf?: string
}) {
  const { since, region, plan, target, asOf } = asked
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ since, region, plan, target, asOf })) if (value) params.set(name, value)
  const text = params.toString()
  return `/changes${text && `?${text}`}`
}
