import { describe, expect, it } from 'vitest'
import { alongAddress } from '../../client/pages/overview/addresses.ts'
import {
  cleared,
  DEFAULTS,
  toAddress,
  toApiQuery,
  toFilters,
  toKnown,
  toListAddress,
} from '../../client/pages/overview/filters.ts'
import { atInstant, csvAddress, targetAddress, withAsOf } from '../../client/state/address.ts'

const read = (address: string) => toFilters(Object.fromEntries(new URL(address, 'http://x').searchParams))

describe('the filters and the address', () => {
  it('leave an untouched overview at /', () => {
    expect(toAddress(DEFAULTS)).toBe('/')
    expect(read('/')).toEqual(DEFAULTS)
  })

  it('come back from the address as they went in', () => {
    const filters = {
      ...DEFAULTS,
      milestone: 'next',
      region: '63',
      plan: 'qh-stip-145',
      theme: 'talent',
      status: 'far-behind',
      flag: 'target-revised',
      q: '研发 & 50%',
      by: 'theme',
      page: 3,
      where: 'plan',
      asOf: '2026-03-18T10:00:00+08:00',
    } as const
    expect(read(toAddress(filters))).toEqual(filters)
  })

  it('ignore what they do not understand', () => {
    expect(read('/?status=red&flag=old&milestone=soon&by=moon&page=0&where=there&utm=1')).toEqual(DEFAULTS)
  })

  it('lead back to the first page where they change', () => {
    const filters = { ...DEFAULTS, by: 'none', page: 3 } as const
    expect(toAddress(filters, { region: '63' })).toBe('/?region=63&by=none')
    expect(toAddress(filters, { page: 4 })).toBe('/?by=none&page=4')
    expect(toAddress(filters)).toBe('/?by=none&page=3')
  })

  it('lead to the whole list behind what was chosen, in the order that is looked at', () => {
    expect(toListAddress(DEFAULTS, { region: '63' })).toBe('/?region=63&by=none')
    expect(toListAddress({ ...DEFAULTS, by: 'attention' }, { region: '63' })).toBe('/?region=63&by=none')
    expect(toListAddress({ ...DEFAULTS, by: 'theme' }, { region: '63' })).toBe('/?region=63&by=theme')
  })

  it('keep milestone, grouping and instant when cleared', () => {
    const filters = { ...DEFAULTS, milestone: 2030, by: 'theme', asOf: '2026-03-18', q: 'x', region: '63' } as const
    expect(cleared(filters)).toEqual({ ...DEFAULTS, milestone: 2030, by: 'theme', asOf: '2026-03-18' })
  })

  it('say the default milestone to the API, and nothing of the grouping', () => {
    expect(toApiQuery({ ...DEFAULTS, region: '63', by: 'theme', page: 2, where: 'plan' })).toEqual({
      milestone: '2025',
      region: '63',
    })
  })

  it('say every filter to the API, so that the file holds what the list shows', () => {
    const filters = {
      ...DEFAULTS,
      milestone: 2030,
      status: 'behind',
      flag: 'outdated',
      plan: 'p',
      theme: 't',
      q: ' x ',
    } as const
    expect(csvAddress('progress', toApiQuery(filters))).toBe(
      '/api/progress.csv?plan=p&theme=t&milestone=2030&status=behind&flag=outdated&q=x',
    )
  })
})

describe('a condition of the address that means nothing', () => {
  const choices = { milestone: [2025, 2030], region: ['63'], plan: [], theme: ['talent'] }
  const known = (query: Record<string, string>) => toKnown(toFilters(query), query, choices)

  it('is named and not applied', () => {
    expect(
      known({ status: 'foo', flag: 'x', region: '99', milestone: '1999', by: 'moon', where: 'y', theme: 'talent' }),
    ).toEqual({
      filters: { ...DEFAULTS, theme: 'talent' },
      unknown: ['milestone=1999', 'status=foo', 'flag=x', 'region=99', 'by=moon', 'where=y'],
    })
  })

  it('is none of those that the page knows', () => {
    const query = { status: 'behind', region: '63', milestone: 'next', by: 'none', q: 'x', utm: '1' }
    expect(known(query)).toEqual({ filters: toFilters(query), unknown: [] })
  })
})

describe('an address', () => {
  it('takes along to other pages what they know of too', () => {
    const filters = { ...DEFAULTS, region: '63', plan: 'p', theme: 't', asOf: '2026-03-18' }
    expect(alongAddress('/report', filters, ['region', 'plan', 'asOf'])).toBe(
      '/report?region=63&plan=p&asOf=2026-03-18',
    )
    expect(alongAddress('/changes', DEFAULTS, ['region', 'asOf'], { since: '2025-04-30' })).toBe(
      '/changes?since=2025-04-30',
    )
    expect(alongAddress('/board', DEFAULTS, ['region', 'asOf'])).toBe('/board')
  })

  it('carries the instant to other pages, and can change it', () => {
    expect(withAsOf('/targets/a', '2026-03-18')).toBe('/targets/a?asOf=2026-03-18')
    expect(withAsOf('/targets/a', undefined)).toBe('/targets/a')
    expect(targetAddress('a', 2030, '2026-03-18')).toBe('/targets/a?milestone=2030&asOf=2026-03-18')
    expect(atInstant('/?region=63&asOf=2026-03-18', '')).toBe('/?region=63')
    expect(atInstant('/targets/a', '2025-01-01')).toBe('/targets/a?asOf=2025-01-01')
    expect(atInstant('/composite?region=63#weights', '2025-01-01')).toBe('/composite?region=63&asOf=2025-01-01#weights')
  })

  it('looks for changes from no moment on that comes after the day', () => {
    expect(atInstant('/changes?since=2025-01-01', '2025-06-30')).toBe('/changes?since=2025-01-01&asOf=2025-06-30')
    expect(atInstant('/changes?since=2025-07-01', '2025-06-30')).toBe('/changes?asOf=2025-06-30')
    // In Shanghai this is the first of July.
    expect(atInstant('/changes?since=2025-06-30T20:00:00Z', '2025-06-30')).toBe('/changes?asOf=2025-06-30')
    expect(atInstant('/changes?since=never', '2025-06-30')).toBe('/changes?since=never&asOf=2025-06-30')
  })

  it('gives each CSV file the filters that it knows', () => {
    const query = { region: '63', status: 'behind', by: 'theme', asOf: '2026-03-18' }
    expect(csvAddress('progress', query)).toBe('/api/progress.csv?region=63&asOf=2026-03-18&status=behind')
    expect(csvAddress('observations', query)).toBe('/api/observations.csv?region=63&asOf=2026-03-18')
  })
})
