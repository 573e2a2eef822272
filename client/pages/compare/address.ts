import type { MilestoneChoice } from '../../../server/domain/milestones.ts'

type Query = Readonly<Record<string, string>>

/** One region over its plans, one indicator over regions, one theme over regions. */
export const WAYS = ['region', 'indicator', 'theme'] as const
export type Way = (typeof WAYS)[number]

export const SORTS = ['status', 'plan'] as const
export type Sort = (typeof SORTS)[number]

/** How many targets are drawn at first, and how many more at each wish. */
export const STEP = 60

/** What is compared; every field lives in the address. */
export interface View {
  way: Way
  /** Of the way: a region's, an indicator's or a theme's code. */
  subject: string
  /** Within a region; empty for all its plans. */
  plan: string
  milestone: MilestoneChoice
  sort: Sort
  /** How many targets are drawn. */
  show: number
  asOf: string
}

/** What there is to choose from, in the order in which it is offered; the first is the default. */
export interface Choices {
  region: readonly string[]
  indicator: readonly string[]
  theme: readonly string[]
  /** Of each region. */
  plans: ReadonlyMap<string, readonly string[]>
  milestone: readonly number[]
}

const wayOf = (query: Query): Way => WAYS.find((way) => way !== 'region' && query[way]) ?? 'region'

const toMilestone = (text: string | undefined, years: readonly number[]): MilestoneChoice =>
  years.find((year) => String(year) === text) ?? 'next'

const toShow = (text: string | undefined): number =>
  text !== undefined && /^[1-9][0-9]{0,4}$/.test(text) ? Math.max(STEP, Number(text)) : STEP

/** Reads the address; what it names and nothing has stays at its default, and is answered as unknown: `theme=foo`. */
export function toView(query: Query, choices: Choices): { view: View; unknown: string[] } {
  const way = wayOf(query)
  const asked = query[way] ?? ''
  const subject = choices[way].includes(asked) ? asked : (choices[way][0] ?? '')
  const plans = way === 'region' ? (choices.plans.get(subject) ?? []) : []
  const view: View = {
    way,
    subject,
    plan: plans.find((code) => code === query['plan']) ?? '',
    milestone: toMilestone(query['milestone'], choices.milestone),
    sort: SORTS.find((sort) => sort === query['sort']) ?? 'status',
    show: toShow(query['show']),
    asOf: query['asOf'] ?? '',
  }
  const applied: Query = { [way]: subject, plan: view.plan, milestone: String(view.milestone), sort: view.sort }
  const unknown = ['region', 'indicator', 'theme', 'plan', 'milestone', 'sort'].filter(
    (name) => query[name] && query[name] !== applied[name],
  )
  return { view, unknown: unknown.map((name) => `${name}=${query[name]}`) }
}

/** The address of a view: defaults are left out, apart from what is compared. */
export function toAddress({ way, subject, plan, milestone, sort, show, asOf }: View): string {
  const params = new URLSearchParams({ [way]: subject })
  if (plan) params.set('plan', plan)
  if (milestone !== 'next') params.set('milestone', String(milestone))
  if (sort !== 'status') params.set('sort', sort)
  if (show !== STEP) params.set('show', String(show))
  if (asOf) params.set('asOf', asOf)
  return `/compare?${params}`
}

/** The same choice as a query of the API. */
export const toApiQuery = ({ way, subject, plan, milestone, asOf }: View): Record<string, string> => ({
  [way]: subject,
  ...(plan && { plan }),
  milestone: String(milestone),
  ...(asOf && { asOf }),
})

/** The years as a CSV file, with what is compared on the page. */
export const csvAddress = (view: View): string => `/api/yearly-progress.csv?${new URLSearchParams(toApiQuery(view))}`
