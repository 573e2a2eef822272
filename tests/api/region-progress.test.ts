import { expect, it } from 'vitest'
import type { ProgressList } from '../../server/contract/listed-target.ts'
import type { RegionProgress } from '../../server/contract/region-progress.ts'
import type { TargetList } from '../../server/contract/target.ts'
import { STATUSES } from '../../server/domain/words.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { loadRegionWorld } from '../helpers/region-world.ts'
import { record } from '../helpers/world.ts'

describeOnBothEngines('GET /api/region-progress', (engine) => {
  const world = shared(engine, async (db) => {
    await loadRegionWorld(db)
    return await openApp(db)
  })
  const regionOf = async (query = '') => (await world().get<RegionProgress>(`/api/region-progress?${query}`)).body
  const codesOf = ({ items }: RegionProgress) => items.map(({ code }) => code)
  const sumOf = ({ statuses }: RegionProgress['own']) =>
    STATUSES.reduce((sum, status) => sum + (statuses[status] ?? 0), 0)

  it('begins at the root: its own targets, those of all below it, and the regions directly below by their codes', async () => {
    const nation = await regionOf()
    expect(nation).toMatchObject({ region: { code: '00' }, path: [], milestone: 'next', children: 3, below: 75 })
    expect([nation.own.total, nation.within.total, nation.total]).toEqual([1, 76, 3])
    expect(codesOf(nation)).toEqual(['37', '42', '63'])
    expect(nation.items[2]).toMatchObject({ nameZh: '青海省', parentCode: '00', between: [], below: 24 })
  })

  it('leads down to a county, with the path that leads back', async () => {
    const county = await regionOf('region=630102')
    expect(county.path.map(({ code }) => code)).toEqual(['00', '63', '6301'])
    expect(county).toMatchObject({
      children: 0,
      below: 0,
      total: 0,
      items: [],
      own: { total: 1 },
      within: { total: 1 },
    })
  })

  it('counts what the lists of targets count, whatever the milestone', async () => {
    for (const milestone of ['2025', '2030', 'next']) {
      const qinghai = await regionOf(`region=63&milestone=${milestone}`)
      for (const status of STATUSES) {
        const query = `milestone=${milestone}&status=${status}&limit=1`
        const within = await world().get<ProgressList>(`/api/progress?within=63&${query}`)
        const own = await world().get<ProgressList>(`/api/progress?region=63&${query}`)
        expect(qinghai.within.statuses[status], `${milestone} ${status}`).toBe(within.body.total)
        expect(qinghai.own.statuses[status]).toBe(own.body.total)
      }
    }
  })

  it('counts each target of a region once: its own and those of the regions directly below are all of them', async () => {
    const qinghai = await regionOf('region=63&milestone=2025')
    const below = qinghai.items.reduce((sum, { standing }) => sum + standing.total, 0)
    expect(below + qinghai.own.total).toBe(qinghai.within.total)
    expect(sumOf(qinghai.within)).toBe(qinghai.within.total)
  })

  it('says for every year with a milestone how all within stand, and of how many the figure of the last year is there', async () => {
    const qinghai = await regionOf('region=63&milestone=2025')
    expect(qinghai.choices.map(({ milestone }) => milestone)).toEqual([2025, 2030, 'next'])
    expect(qinghai.choices[0]?.standing).toEqual(qinghai.within)
    // Of 25 targets, three counties have not reported 2025.
    expect([qinghai.within.total, qinghai.within.fresh]).toEqual([25, 22])
  })

  it('finds regions at any depth by words in their names and codes, and says between which they lie', async () => {
    const found = await regionOf(`q=${encodeURIComponent('青海第二市第三县')}`)
    expect(found.items).toMatchObject([{ code: '630203', between: [{ code: '63' }, { code: '6302' }] }])
    expect(codesOf(await regionOf('region=63&q=county+6304'))).toEqual([
      '630401',
      '630402',
      '630403',
      '630404',
      '630405',
    ])
    expect(codesOf(await regionOf('region=37&q=6304'))).toEqual([])
  })

  it('takes a theme', async () => {
    const talent = await regionOf('region=63&theme=talent&milestone=2025')
    expect([talent.own.total, talent.within.total]).toEqual([0, 4])
  })

  it('pages by cursor and by place, each region once', async () => {
    const first = await regionOf('q=county&limit=40')
    const second = await regionOf(`q=county&limit=40&cursor=${first.nextCursor}`)
    const again = await regionOf('q=county&limit=40&from=41')
    expect(new Set([...codesOf(first), ...codesOf(second)]).size).toBe(60)
    expect(codesOf(again)).toEqual(codesOf(second))
    expect([first.total, second.nextCursor]).toEqual([60, null])
  })

  it('answers as of an instant', async () => {
    expect(await regionOf('asOf=2023-08-01')).toMatchObject({
      within: { total: 76, fresh: 0, statuses: { 'no-data': 76 } },
    })
    expect(await regionOf('asOf=2020-01-01')).toMatchObject({ region: null, path: [], total: 0, within: { total: 0 } })
  })

  it.each([
    ['region=6', 400],
    ['region=99', 404],
    ['milestone=soon', 400],
    ['colour=red', 400],
    ['from=0', 400],
    ['from=2&cursor=WyIyMDI2LTA2LTMwVDA0OjAwOjAwLjAwMFoiLCIzNyJd', 400],
  ])('refuses %s', async (query, status) => {
    expect((await world().get(`/api/region-progress?${query}`)).status).toBe(status)
  })

  it('as CSV has a line for the region itself, one with all below it, and one per region below', async () => {
    const { text, headers } = await world().get('/api/region-progress.csv?region=63&milestone=2025&bom=0')
    const lines = text.split('\r\n')
    expect(headers['content-disposition']).toContain('region-progress-63-as-of-2026-06-30.csv')
    expect(lines[0]).toBe(
      'region_code,region_zh,parent_code,regions_below,scope,milestone,total,achieved,missed,on_track,behind,far_behind,moving_away,no_data,not_assessable,fresh,method,method_version',
    )
    expect(lines[1]).toBe('63,青海省,00,24,own,2025,1,1,0,0,0,0,0,0,0,1,linear-path,1.0')
    expect(lines.slice(2, -1).map((line) => line.split(',').slice(0, 7).join(','))).toEqual([
      '63,青海省,00,24,within,2025,25',
      ...[1, 2, 3, 4].map((at) => `630${at},青海第${'一二三四'[at - 1]}市,63,5,within,2025,6`),
    ])
  })
})

describeOnBothEngines('several roots', (engine) => {
  it('stand side by side where no region is asked for', async () => {
    const db = await databaseOfTest(engine)
    for (const [code, nameZh] of [
      ['63', '青海'],
      ['37', '山东'],
    ] as const) {
      await record(db, { action: 'region.add', data: { code, nameZh, nameEn: code, parentCode: null } })
    }
    const { body } = await (await openApp(db)).get<RegionProgress>('/api/region-progress')
    expect(body).toMatchObject({ region: null, children: 2, items: [{ code: '37' }, { code: '63' }] })
  })
})

describeOnBothEngines('the lists of targets within a region', (engine) => {
  const world = shared(engine, async (db) => {
    await loadRegionWorld(db)
    return await openApp(db)
  })
  const listOf = async (query: string) => (await world().get<ProgressList>(`/api/progress?${query}`)).body

  it('hold the targets of the region and of all below it', async () => {
    const { items, total } = await listOf('within=6301&limit=100')
    expect(total).toBe(6)
    expect(items.every(({ regionCode }) => regionCode.startsWith('6301'))).toBe(true)
    const { body } = await world().get<TargetList>('/api/targets?within=6301&limit=100')
    expect(body.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    expect((await listOf('within=99')).total).toBe(0)
    expect((await listOf('within=63&region=63')).total).toBe(1)
    const csv = await world().get('/api/progress.csv?within=6301&bom=0&milestone=2025')
    expect(csv.text.trim().split('\r\n')).toHaveLength(7)
    expect(csv.headers['content-disposition']).toContain('progress-6301-as-of-')
  })

  it('name the regions and plans of the page, and only where they are asked for by region', async () => {
    const { named } = await listOf('within=6301&limit=2')
    expect(named?.plans.map(({ code }) => code)).toEqual(['plan'])
    expect(named?.regions).toHaveLength(2)
    expect((await listOf('region=6301')).named).toBeUndefined()
  })

  it('come the worst first where that is asked for, and by place', async () => {
    const all = await listOf('within=00&milestone=2025&sort=worst&limit=100')
    const statuses = all.items.map(
      ({ progress }) => progress.find(({ milestoneYear }) => milestoneYear === 2025)?.status,
    )
    const order = ['missed', 'moving-away', 'far-behind', 'behind', 'no-data', 'not-assessable', 'on-track', 'achieved']
    const places = statuses.map((status) => order.indexOf(status ?? ''))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    const second = await listOf('within=00&milestone=2025&sort=worst&limit=10&from=11')
    expect(second.items.map(({ id }) => id)).toEqual(all.items.slice(10, 20).map(({ id }) => id))
  })

  it('answer only how many there are, where they are more than can be used', async () => {
    expect(await listOf('most=75&limit=100')).toMatchObject({ total: 76, items: [], nextCursor: null })
    expect((await listOf('most=76&limit=100')).items).toHaveLength(76)
  })
})
