import type { SavedList } from '../server/contract/entry.ts'
import type { Account } from '../server/contract/account.ts'
import type { Changes } from '../server/contract/changes.ts'
import type { CompositeAnswer } from '../server/contract/composite.ts'
import type { Freshness } from '../server/contract/freshness.ts'
import type { Health } from '../server/contract/health.ts'
import type { ListedTarget } from '../server/contract/listed-target.ts'
import type { ObservationHistory } from '../server/contract/observation.ts'
import type { Problem } from '../server/contract/problem.ts'
import type { Indicator, Plan, Region, Theme } from '../server/contract/reference.ts'
import type { Target, TargetDetail } from '../server/contract/target.ts'
import type { ReviewList } from '../server/contract/review.ts'
import type { RoundAnswer } from '../server/contract/round.ts'
import type { Session } from '../server/contract/session.ts'
import type { YearlyProgress } from '../server/contract/yearly-progress.ts'
import { language } from './i18n/language.ts'
import { sessionEnded } from './state/ended.ts'

/** What the server refused, or that it could not be reached (code `network`, status 0). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** `undefined` and empty values are left out of the address. */
export type Query = Readonly<Record<string, string | number | undefined>>

const PAGE = 1000
/** Of lists whose items are light. */
const LIGHT_PAGE = 5000

export const addressOf = (path: string, query: Query): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

/** A problem that no server told. */
export const ownProblem = (code: string, status: number, detail: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  detail,
  code,
  requestId: '',
})

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body

/** Whoever is refused because nobody is signed in any more is asked to sign in; to sign in wrongly is something else. */
const tellEnded = ({ code }: Problem): void => {
  if (code === 'not-signed-in') sessionEnded.value = true
}

async function ask<Body>(address: string, init: RequestInit): Promise<Body> {
  let response: Response
  try {
    const headers = new Headers(init.headers)
    headers.set('Accept', 'application/json')
    headers.set('Accept-Language', language.peek())
    response = await fetch(address, { ...init, headers })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(ownProblem('network', 0, ''))
  }
  return taken(response.status, await response.json().catch(() => undefined))
}

/** What was answered, or the problem that it tells, thrown. */
export function taken<Body>(status: number, body: unknown): Body {
  if (status === 204) return undefined as Body
  if (status >= 200 && status < 300 && body !== undefined) return body as Body
  const problem = isProblem(body) ? body : ownProblem('unreadable', status, '')
  if (problem.status === 401) tellEnded(problem)
  throw new ProblemError(problem)
}

/** Asks for something, and changes nothing. */
export const get = <Body>(path: string, query: Query, signal?: AbortSignal): Promise<Body> =>
  ask(addressOf(path, query), signal ? { signal } : {})

/** How long a change may take before the connection counts as cut. */
const LONGEST_MS = 30_000

/** Asks for a change. What is answered with 204 is undefined. */
export const send = <Body = undefined>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Body> =>
  ask(path, {
    method,
    signal: AbortSignal.timeout(LONGEST_MS),
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })

interface Page<Item> {
  asOf?: string
  total: number
  items: Item[]
  nextCursor: string | null
}

/** A whole list, over all its pages. */
export interface List<Item> {
  /** The instant that was asked, UTC; empty for reference lists that carry none. */
  asOf: string
  /** How many the server has; it may have been asked to answer none of them where they are too many. */
  total: number
  items: Item[]
}

async function getList<Item>(path: string, query: Query, signal?: AbortSignal, limit = PAGE): Promise<List<Item>> {
  const items: Item[] = []
  let cursor: string | undefined
  let asOf = ''
  let total = 0
  do {
    const page: Page<Item> = await get(path, { ...query, limit, cursor }, signal)
    items.push(...page.items)
    asOf ||= page.asOf ?? ''
    total = page.total
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return { asOf, total, items }
}

/** What lists show of the targets, with the filters of `GET /api/progress`; the overview asks for all and filters in the browser. */
export const getProgress = (query: Query, signal?: AbortSignal): Promise<List<ListedTarget>> =>
  getList('/api/progress', query, signal, LIGHT_PAGE)

/** By the id of each target, the plain text in which a search looks for its words: see `hasWords`. */
export const getTargetTexts = async (asOf: string, signal?: AbortSignal): Promise<ReadonlyMap<string, string>> => {
  const { items } = await getList<{ id: string; text: string }>('/api/target-texts', { asOf }, signal, LIGHT_PAGE)
  return new Map(items.map(({ id, text }) => [id, text]))
}

/** How milestones stood year by year, with the filters of `GET /api/yearly-progress`. */
export const getYearlyProgress = (query: Query, signal?: AbortSignal): Promise<List<YearlyProgress>> =>
  getList('/api/yearly-progress', query, signal)

/** What changed between two days, with the filters of `GET /api/changes`. */
export const getChanges = (query: Query, signal?: AbortSignal): Promise<Changes> => get('/api/changes', query, signal)

/** How targets stand together, with the filters of `GET /api/composite`. */
export const getComposite = (query: Query, signal?: AbortSignal): Promise<CompositeAnswer> =>
  get('/api/composite', query, signal)

export const getFreshness = (asOf: string, signal?: AbortSignal): Promise<Freshness> =>
  get('/api/freshness', { asOf }, signal)

/** Whole targets, with the filters of `GET /api/targets`. */
export const getTargets = (query: Query, signal?: AbortSignal): Promise<List<Target>> =>
  getList('/api/targets', query, signal)

export const getTarget = (id: string, asOf?: string, signal?: AbortSignal): Promise<TargetDetail> =>
  get(`/api/targets/${encodeURIComponent(id)}`, { asOf }, signal)

export const getRegions = async (signal?: AbortSignal): Promise<Region[]> =>
  (await getList<Region>('/api/regions', {}, signal)).items

export const getPlans = async (signal?: AbortSignal): Promise<Plan[]> =>
  (await getList<Plan>('/api/plans', {}, signal)).items

export const getThemes = async (signal?: AbortSignal): Promise<Theme[]> =>
  (await getList<Theme>('/api/themes', {}, signal)).items

export const getHealth = (signal?: AbortSignal): Promise<Health> => get('/api/health', {}, signal)

export const getSession = (signal?: AbortSignal): Promise<Session> => get('/api/session', {}, signal)

export const getRounds = async (signal?: AbortSignal): Promise<RoundAnswer[]> =>
  (await getList<RoundAnswer>('/api/rounds', {}, signal)).items

/** Every revision of one figure that the reader may see, the first entered first. */
export const getFigureHistory = async (
  figure: { regionCode: string; indicatorCode: string; year: number; measure: string },
  signal?: AbortSignal,
): Promise<ObservationHistory> => {
  const { regionCode: region, indicatorCode: indicator, year, measure } = figure
  return await get('/api/observations/history', { region, indicator, year, measure, limit: PAGE }, signal)
}

/** What waits for a decision in the reader's region, of all years. */
export const getReviews = (signal?: AbortSignal): Promise<ReviewList> => get('/api/reviews', {}, signal)

export const postReview = (
  decision: 'approve' | 'return',
  observationIds: number[],
  comment: string,
): Promise<SavedList> => send('POST', '/api/reviews', { decision, observationIds, ...(comment !== '' && { comment }) })

export const getIndicators = async (signal?: AbortSignal): Promise<Indicator[]> =>
  (await getList<Indicator>('/api/indicators', {}, signal)).items

export const getAccounts = async (signal?: AbortSignal): Promise<Account[]> =>
  (await getList<Account>('/api/accounts', {}, signal)).items
