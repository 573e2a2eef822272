import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import type { Status } from '../../../server/domain/words.ts'

/** What is looked at; every field lives in the address. Names are those of `GET /api/composite`. */
export interface View {
  milestone: MilestoneChoice
  /** With a region or a plan, what its result is made of. */
  region: string
  plan: string
  asOf: string
}

type Query = Readonly<Record<string, string>>

/** The milestone that is at hand, as on the overview. */
const DEFAULT_MILESTONE = 2025

/** Reads the address; what the server does not understand it says itself. */
export const toView = (query: Query): View => ({
  milestone:
    query['milestone'] === 'next'
      ? 'next'
      : /^\d{4}$/.test(query['milestone'] ?? '')
        ? Number(query['milestone'])
        : DEFAULT_MILESTONE,
  region: query['region'] ?? '',
  plan: query['plan'] ?? '',
  asOf: query['asOf'] ?? '',
})

const withParams = (path: string, params: Readonly<Record<string, string>>): string => {
  const kept = Object.entries(params).filter(([, value]) => value !== '')
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
}

/** The address of a view: the default is left out, so one view has one address. */
export const toAddress = ({ milestone, region, plan, asOf }: View): string =>
  withParams('/composite', {
    region,
    plan,
    milestone: milestone === DEFAULT_MILESTONE ? '' : String(milestone),
    asOf,
  })

/** The same as a query of the API. */
export const toApiQuery = ({ milestone, ...rest }: View): Record<string, string> => ({
  ...rest,
  milestone: String(milestone),
})

/** What is on the page as a CSV file: the groups, or what they are made of. */
export const csvAddress = (file: 'composite' | 'composite-targets', view: View): string =>
  withParams(`/api/${file}.csv`, toApiQuery(view))

/** The list of the overview behind a number. */
export const listAddress = (view: View, status: Status | ''): string =>
  withParams('/', { ...toApiQuery(view), status, by: 'plan' })
