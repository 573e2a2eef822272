import type { Indicator, Region } from '../../../server/contract/reference.ts'
import type { AccountTerms } from '../../../server/accounts/rows.ts'
import type { Change } from '../../../server/audit/change.ts'
import type { Actor } from '../../../server/audit/record.ts'
import { CAMPAIGNS } from './calendar.ts'
import type { Recorded } from './chain.ts'
import { LAST_YEAR } from './size.ts'
import { planOf, promiseOf, revisedPromise } from './targets.ts'
import type { Series } from './values.ts'

// What an administrator records before the figures, and between them.

export const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }

/** Those who enter and decide, beside the people of the demo. */
export const REPORTERS: readonly Actor[] = ['north', 'south', 'west'].map((part) => ({
  username: `${part}-reporter`,
  role: 'reporter',
}))
export const REVIEWERS: readonly Actor[] = ['north', 'south'].map((part) => ({
  username: `${part}-reviewer`,
  role: 'reviewer',
}))

const ROLE_NAMES = { reporter: '填报', reviewer: '审核' } as const

function accounts(): AccountTerms[] {
  return [...REPORTERS, ...REVIEWERS].map(({ username, role }, at) => ({
    username,
    revision: 1,
    displayName: `${['李北', '黄南', '马西', '赵北', '吴南'][at]}（${role === 'reporter' ? ROLE_NAMES.reporter : ROLE_NAMES.reviewer}）`,
    role: role === 'reporter' ? role : 'reviewer',
    regionCode: '00',
    email: null,
    active: true,
  }))
}

interface Given {
  /** Those that the demo does not have. */
  regions: readonly Region[]
  reporting: readonly Region[]
  indicators: readonly Indicator[]
  /** Of each organisation that of its target. */
  promised: readonly Series[]
}

const START = '2023-07-03T03:00:00.000Z'
const MIDTERM = '2025-07-15T02:00:00.000Z'

/** Everything but figures, in the order of time, after the accounts of the demo are there. */
export function listEvents({ regions, reporting, indicators, promised }: Given): Recorded[] {
  const by = (at: string, change: Change, reason?: string): Recorded => ({ at, actor: ADMINISTRATOR, change, reason })
  const promises = reporting.map((region, at) => {
    const series = promised[at]
    if (series === undefined) throw new Error(`nothing is promised by ${region.code}`)
    return { series, promise: promiseOf(series, region) }
  })
  const planned = new Set(reporting.map(({ code }) => code.slice(0, 2)))
  const provinces = reporting.filter(({ code }) => planned.has(code))
  const revised = promises.flatMap(({ series, promise }) => revisedPromise(promise, series) ?? [])
  return [
    ...regions.map((data) => by(START, { action: 'region.add', data })),
    ...accounts().flatMap((data) => [
      by(START, { action: 'account.revise', data }, '示例账号'),
      {
        at: START,
        actor: toActor(data),
        change: { action: 'account.set-password', data: { username: data.username } },
      } as const,
    ]),
    ...indicators.map((data) => by(START, { action: 'indicator.add', data })),
    ...provinces.map((region) => by(START, { action: 'plan.add', data: planOf(region) })),
    ...promises.map(({ promise: data }) => by(START, { action: 'target.revise', data })),
    ...rounds(reporting, indicators).map(({ at, data }) => by(at, { action: 'round.revise', data })),
    ...revised.map((data) => by(MIDTERM, { action: 'target.revise', data })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const toActor = ({ username, role }: AccountTerms): Actor => ({ username, role })

/** One of each year; that of the last stays open until its end. */
function rounds(reporting: readonly Region[], indicators: readonly Indicator[]) {
  return CAMPAIGNS.flatMap(({ years, opensOn, endsOn }) =>
    years.map((year, at) => ({
      at: `${opensOn}T00:00:00.000Z`,
      data: {
        roundId: null,
        revision: 1,
        year,
        kind: at === 0 ? ('annual' as const) : ('late' as const),
        regionCodes: reporting.map(({ code }) => code),
        indicatorCodes: indicators.map(({ code }) => code),
        opensOn,
        closesOn: year === LAST_YEAR ? '2026-12-31' : endsOn,
      },
    })),
  )
}
