import type { MilestoneChoice } from '../../../server/domain/milestones.ts'

/** What a board shows and how it turns; every field lives in the address. */
export interface BoardQuery {
  region: string
  plan: string
  /** Empty: the milestone at hand. */
  milestone: MilestoneChoice | ''
  asOf: string
  /** How long a page stays. */
  seconds: number
  /** Counted from 1. */
  page: number
  paused: boolean
}

const SECONDS = 15
const MOST_SECONDS = 3600

const whole = (text: string | undefined, otherwise: number, most: number): number =>
  text !== undefined && /^[1-9][0-9]{0,5}$/.test(text) ? Math.min(Number(text), most) : otherwise

/** Reads the address; what it does not understand stays at its default. */
export function toBoardQuery(query: Readonly<Record<string, string>>): BoardQuery {
  const { milestone, plan = '' } = query
  return {
    region: plan ? '' : (query['region'] ?? ''),
    plan,
    milestone: milestone === 'next' ? milestone : /^(19|20|21)[0-9]{2}$/.test(milestone ?? '') ? Number(milestone) : '',
    asOf: query['asOf'] ?? '',
    seconds: whole(query['seconds'], SECONDS, MOST_SECONDS),
    page: whole(query['page'], 1, 999),
    paused: query['paused'] === '1',
  }
}

/** The same address on another page, or paused; what else stands in it stays. */
export function turnedTo(url: string, page: number, paused: boolean): string {
  const { pathname, searchParams } = new URL(url, 'http://board')
  if (page > 1) searchParams.set('page', String(page))
  else searchParams.delete('page')
  if (paused) searchParams.set('paused', '1')
  else searchParams.delete('paused')
  const text = searchParams.toString()
  return text ? `${pathname}?${text}` : pathname
}
