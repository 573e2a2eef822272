import type { Health } from '../server/contract/health.ts'
import type { Problem } from '../server/contract/problem.ts'
import type { Plan, Region, Theme } from '../server/contract/reference.ts'
import type { Target, TargetDetail } from '../server/contract/target.ts'
import { language } from './i18n/language.ts'

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

const addressOf = (path: string, query: Query): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

const ownProblem = (code: string, status: number, detail: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  detail,
  code,
  requestId: '',
})

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body

async function get<Body>(path: string, query: Query, signal?: AbortSignal): Promise<Body> {
  let response: Response
  try {
    response = await fetch(addressOf(path, query), {
      headers: { Accept: 'application/json', 'Accept-Language': language.peek() },
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError(ownProblem('network', 0, ''))
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body as Body
  throw new ProblemError(isProblem(body) ? body : ownProblem('unreadable', response.status, ''))
}

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
  items: Item[]
}

async function getList<Item>(path: string, query: Query, signal?: AbortSignal): Promise<List<Item>> {
  const items: Item[] = []
  let cursor: string | undefined
  let asOf = ''
  do {
    const page: Page<Item> = await get(path, { ...query, limit: PAGE, cursor }, signal)
    items.push(...page.items)
    asOf ||= page.asOf ?? ''
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return { asOf, items }
}

/** The filters of `GET /api/targets`; the overview asks for all and filters in the browser. */
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
