import { expect, it } from 'vitest'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import type { RollUps } from '../../server/contract/roll-up.ts'
import { openApp } from '../helpers/app.ts'
import { contentOf } from '../helpers/content.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { loadRegionWorld } from '../helpers/region-world.ts'
import { addApproved, addIndicator, anIndicator, record } from '../helpers/world.ts'

describeOnBothEngines('GET /api/roll-ups', (engine) => {
  const world = shared(engine, async (db) => {
    await loadRegionWorld(db)
    // Prefecture 3701 says itself how many there are; one of the counties of 3702 corrects its figure later.
    await addApproved(
      db,
      { regionCode: '3701', indicatorCode: 'firms', year: 2024, value: '70' },
      new Date('2026-04-01T00:00:00Z'),
    )
    await addApproved(
      db,
      {
        regionCode: '370201',
        indicatorCode: 'firms',
        year: 2024,
        revision: 2,
        value: '1000',
        correction: { code: 'typing', reason: '多写一位' },
      },
      new Date('2026-04-02T00:00:00Z'),
    )
    return { ...(await openApp(db)), db }
  })
  const ask = async (query: string) => (await world().get<RollUps>(`/api/roll-ups?${query}`)).body
  const yearOf = ({ years }: RollUps, year: number) => years.find((one) => one.year === year)

  /** The figures of the counties whose codes begin so, added up by the database. */
  async function countyTotal(prefix: string, year: number): Promise<number> {
    const rows = await world()
      .db.selectFrom('observation_revision')
      .selectAll()
      .where('indicator_code', '=', 'firms')
      .where('year', '=', year)
      .execute()
    const counties = rows.filter((row) => row.region_code.length === 6 && row.region_code.startsWith(prefix))
    const newest = new Map(counties.map((row) => [row.region_code, Number(row.value)]))
    return [...newest.values()].reduce((sum, value) => sum + value, 0)
  }

  it('adds up the regions directly below, each by its own figure or by those below it', async () => {
    const shandong = await ask('region=37&indicator=firms')
    expect(shandong).toMatchObject({ rollUp: 'sum', refused: null, weight: null, children: 4, indicatorCode: 'firms' })
    expect(shandong.years.map(({ year }) => year)).toEqual([2023, 2024, 2025])
    const total2023 = String(await countyTotal('37', 2023))
    expect(yearOf(shandong, 2023)?.rolledUp).toMatchObject({ value: total2023, covered: 4, of: 4, complete: true })
    const others2024 = (await countyTotal('37', 2024)) - (await countyTotal('3701', 2024))
    expect(yearOf(shandong, 2024)?.rolledUp?.value).toBe(String(others2024 + 70))
  })

  it('stands beside the own figure, and is never mixed with it', async () => {
    const qinghai = yearOf(await ask('region=63&indicator=firms'), 2025)
    expect(qinghai?.own).toMatchObject({ value: '680', missingReason: null, provisional: false })
    expect(qinghai?.rolledUp?.value).toBe(String(await countyTotal('63', 2025)))
  })

  it('names who is not in it, and who is in it with a part only', async () => {
    const qinghai = yearOf(await ask('region=63&indicator=firms'), 2025)?.rolledUp
    expect(qinghai).toMatchObject({ covered: 4, of: 4, complete: false, lacking: [] })
    expect(qinghai?.partial.length).toBeGreaterThan(0)
    const [part] = qinghai?.partial ?? []
    const city = yearOf(await ask(`region=${part?.code}&indicator=firms`), 2025)?.rolledUp
    expect(city).toMatchObject({ covered: 4, of: 5, complete: false, partial: [] })
    expect(city?.lacking).toMatchObject([{ nameZh: expect.stringContaining('县'), reason: 'no-figure' }])
  })

  it('weighs a mean by the indicator that is named, exactly, and rounds it as derived figures are', async () => {
    const qinghai = await ask('region=6301&indicator=intensity&year=2024')
    expect(qinghai).toMatchObject({ rollUp: 'weighted-mean', weight: { code: 'gdp' } })
    expect(qinghai.years).toHaveLength(1)
    // Counties 41 to 45: 1.1 to 2.3 % of a GDP of 308.5 to 328.5.
    const gdp = [308.5, 313.5, 318.5, 323.5, 328.5]
    const intensity = [1.1, 1.4, 1.7, 2.0, 2.3]
    const mean = gdp.reduce((sum, one, at) => sum + one * (intensity[at] ?? 0), 0) / gdp.reduce((sum, one) => sum + one)
    expect(Number(qinghai.years[0]?.rolledUp?.value)).toBeCloseTo(mean, 4)
    expect(qinghai.years[0]?.rolledUp?.value).toMatch(/^1\.\d{1,4}$/)
  })

  it('carries that a figure in it is provisional', async () => {
    const shandong = await ask('region=3701&indicator=firms')
    expect(shandong.years.map(({ rolledUp }) => rolledUp?.provisional)).toEqual([false, false, true])
  })

  it('says why nothing is rolled up: definitions differ, or nothing is below', async () => {
    const talent = await ask('region=63&indicator=talent')
    expect(talent).toMatchObject({ rollUp: 'none', refused: 'definitions-differ', children: 4, years: [] })
    const county = await ask('region=630102&indicator=firms')
    expect(county).toMatchObject({ refused: 'nothing-below', children: 0 })
    expect(county.years.every(({ own, rolledUp }) => own !== null && rolledUp === null)).toBe(true)
  })

  it('answers as of an instant', async () => {
    const then = yearOf(await ask('region=37&indicator=firms&asOf=2026-03-15'), 2024)?.rolledUp?.value
    const now = yearOf(await ask('region=37&indicator=firms'), 2024)?.rolledUp?.value
    expect(Number(now) - Number(then)).not.toBe(0)
    expect(await ask('region=37&indicator=firms&asOf=2025-01-01')).toMatchObject({ years: [] })
  })

  it.each([
    ['region=63', 400],
    ['indicator=firms', 400],
    ['region=63&indicator=firms&year=soon', 400],
    ['region=63&indicator=firms&colour=red', 400],
    ['region=99&indicator=firms', 404],
    ['region=63&indicator=no-such', 404],
  ])('refuses %s', async (query, status) => {
    expect((await world().get(`/api/roll-ups?${query}`)).status).toBe(status)
  })

  it('as CSV has a line per year', async () => {
    const { text, headers } = await world().get('/api/roll-ups.csv?region=6304&indicator=firms&bom=0&year=2025')
    expect(headers['content-disposition']).toContain('roll-ups-firms-6304-as-of-2026-06-30.csv')
    const total = await countyTotal('6304', 2025)
    expect(text).toBe(
      'region_code,region_zh,indicator_code,indicator_zh,unit_zh,year,value,missing_reason,roll_up,weight_indicator_code,refused,rolled_up,covered,regions_below,complete,lacking,partial,provisional,rolled_up_provisional,break_before,rolled_up_break,sample\r\n' +
        `6304,青海第四市,firms,高新技术企业,家,2025,,,sum,,,${total},4,5,false,630405,,,false,,false,false\r\n`,
    )
  })
})

describeOnBothEngines('how an indicator is rolled up', (engine) => {
  const newIndicator = (part: object) => ({ ...anIndicator({ code: 'stations' }), reason: '新指标', ...part })
  const errorsOf = (body: unknown) =>
    (body as { errors?: { path: string; code: string }[] }).errors?.map(({ path, code }) => `${path} ${code}`)

  it('is not at all, unless an administrator declares it', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const { rollUp: _rollUp, weightIndicatorCode: _weight, ...unsaid } = newIndicator({})
    const { status, body } = await (await as('administrator'))<Indicator>('POST', '/api/indicators', unsaid)
    expect([status, body.rollUp, body.weightIndicatorCode]).toEqual([201, 'none', null])
  })

  it('is declared with the indicator, corrected later, and stays what it was before', async () => {
    const db = await databaseOfTest(engine)
    const { as, get } = await openDesk(db)
    const administrator = await as('administrator')
    const mean = { rollUp: 'weighted-mean', weightIndicatorCode: 'patents' }
    const added = await administrator<Indicator>('POST', '/api/indicators', newIndicator(mean))
    expect([added.status, added.body]).toMatchObject([201, mean])
    const changed = { rollUp: 'sum', weightIndicatorCode: null, reason: '口径一致' }
    expect((await administrator('PATCH', '/api/indicators/stations', changed)).status).toBe(200)
    const { body } = await get<{ items: Indicator[] }>('/api/indicators')
    expect(body.items.find(({ code }) => code === 'stations')).toMatchObject({
      rollUp: 'sum',
      weightIndicatorCode: null,
    })
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    expect(await contentOf(rebuilt)).toEqual(await contentOf(db))
  })

  it.each<[object, string[]]>([
    [{ rollUp: 'weighted-mean' }, ['weightIndicatorCode weight-needed']],
    [{ rollUp: 'sum', weightIndicatorCode: 'patents' }, ['weightIndicatorCode weight-not-taken']],
    [{ weightIndicatorCode: 'patents' }, ['weightIndicatorCode weight-not-taken']],
    [{ rollUp: 'weighted-mean', weightIndicatorCode: 'stations' }, ['weightIndicatorCode weight-of-itself']],
    [{ rollUp: 'weighted-mean', weightIndicatorCode: 'no-such' }, ['weightIndicatorCode unknown-indicator']],
    [{ kind: 'change', rollUp: 'sum' }, ['rollUp roll-up-and-kind']],
    [{ kind: 'done', unitZh: '', unitEn: '', rollUp: 'sum' }, ['rollUp roll-up-and-kind']],
    [{ rollUp: 'average' }, ['rollUp invalid-value']],
  ])('refuses %j, naming the field', async (part, errors) => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const { status, body } = await (await as('administrator'))('POST', '/api/indicators', newIndicator(part))
    expect([status, errorsOf(body)]).toEqual([400, errors])
  })

  it('is refused of an indicator that is there already, when it does not fit what stays', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const administrator = await as('administrator')
    const { status, body } = await administrator('PATCH', '/api/indicators/laboratories', {
      weightIndicatorCode: 'patents',
      reason: '改',
    })
    expect([status, errorsOf(body)]).toEqual([400, ['weightIndicatorCode weight-not-taken']])
  })

  it('is none in lines of the log from before there were roll-ups, and such a log is played again', async () => {
    const db = await databaseOfTest(engine)
    await record(db, { action: 'theme.add', data: { code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' } })
    const { rollUp: _rollUp, weightIndicatorCode: _weight, ...before } = anIndicator()
    await record(db, { action: 'indicator.add', data: before })
    const { unitZh: _zh, unitEn: _en, kind: _kind, better: _better, ...terms } = before
    await record(db, { action: 'indicator.revise', data: { ...terms, revision: 2, nameZh: '实验室数' } })
    const { body } = await (await openApp(db)).get<{ items: Indicator[] }>('/api/indicators')
    expect(body.items).toMatchObject([{ nameZh: '实验室数', rollUp: 'none', weightIndicatorCode: null }])
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    expect(await contentOf(rebuilt)).toEqual(await contentOf(db))
  })

  it('is held by the database too', async () => {
    const db = await databaseOfTest(engine)
    await record(db, { action: 'theme.add', data: { code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' } })
    await expect(addIndicator(db, { rollUp: 'weighted-mean' })).rejects.toThrow()
    await expect(addIndicator(db, { weightIndicatorCode: 'laboratories' })).rejects.toThrow()
    await expect(addIndicator(db, { rollUp: 'weighted-mean', weightIndicatorCode: 'laboratories' })).rejects.toThrow()
    await expect(addIndicator(db, { rollUp: 'weighted-mean', weightIndicatorCode: 'no-such' })).rejects.toThrow()
  })
})
