import { expect, it } from 'vitest'
import type { Freshness } from '../../server/contract/freshness.ts'
import { openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addRound } from '../helpers/desk.ts'
import { addApproved, addDraft, addGround, addIndicator, addTarget, PLAN, record } from '../helpers/world.ts'

// The day of the tests is 2026-06-30. Qinghai owes laboratories and patents.

async function openWorld(engine: 'sqlite' | 'postgres'): Promise<TestApp & { db: Parameters<typeof addGround>[0] }> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await record(db, {
    action: 'region.add',
    data: { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null },
  })
  await addIndicator(db)
  await addIndicator(db, { code: 'patents' })
  await addTarget(db)
  await addTarget(db, { id: 'plan-patents', indicatorCode: 'patents' })
  return { ...(await openApp(db)), db }
}

async function freshnessOf({ get }: TestApp, query = ''): Promise<Freshness> {
  const { status, body } = await get<Freshness>(`/api/freshness${query}`)
  expect(status).toBe(200)
  return body
}

async function linesOf({ app }: TestApp, query: string): Promise<{ head: string | undefined; rest: string[] }> {
  const { body } = await app.inject({ method: 'GET', url: `/api/freshness.csv${query}` })
  const [head, ...rest] = body.trimEnd().split('\r\n')
  return { head, rest }
}

describeOnBothEngines('GET /api/freshness', (engine) => {
  it('says what each region with targets owes, without a round and without figures', async () => {
    expect(await freshnessOf(await openWorld(engine))).toEqual({
      asOf: '2026-06-30T04:00:00.000Z',
      lastRound: null,
      regions: [
        {
          regionCode: '63',
          year: null,
          opensOn: null,
          closesOn: null,
          owed: 2,
          approved: null,
          latestYears: [{ year: null, series: 2 }],
        },
      ],
    })
  })

  it('counts by the latest year, and the newest round by what is approved of its year', async () => {
    const world = await openWorld(engine)
    await addRound(world.db)
    await addApproved(world.db, { year: 2023 })
    await addApproved(world.db, { year: 2025 })
    await addApproved(world.db, { indicatorCode: 'patents', year: 2022 })
    const { regions } = await freshnessOf(world)
    expect(regions).toMatchObject([
      {
        year: 2025,
        opensOn: '2026-02-15',
        closesOn: '2026-07-31',
        owed: 2,
        approved: 1,
        latestYears: [
          { year: 2025, series: 1 },
          { year: 2022, series: 1 },
        ],
      },
    ])
  })

  it('counts a reason as an answer of the round, and not as a figure', async () => {
    const world = await openWorld(engine)
    await addRound(world.db)
    await addApproved(world.db, { year: 2024 })
    await addApproved(world.db, { year: 2025, value: null, missingReason: 'not-applicable' })
    const { regions } = await freshnessOf(world)
    expect(regions).toMatchObject([
      {
        approved: 1,
        latestYears: [
          { year: 2024, series: 1 },
          { year: null, series: 1 },
        ],
      },
    ])
  })

  it('knows nothing of drafts, of figures that no target is about, nor of another region’s', async () => {
    const world = await openWorld(engine)
    await addRound(world.db)
    await addIndicator(world.db, { code: 'monitored' })
    await addDraft(world.db, { year: 2025 })
    await addApproved(world.db, { indicatorCode: 'monitored', year: 2025 })
    await addApproved(world.db, { regionCode: '37', year: 2025 })
    const { regions } = await freshnessOf(world)
    expect(regions).toMatchObject([
      { regionCode: '63', owed: 2, approved: 0, latestYears: [{ year: null, series: 2 }] },
    ])
  })

  it('counts an indicator once of which two plans have targets', async () => {
    const world = await openWorld(engine)
    await record(world.db, { action: 'plan.add', data: { ...PLAN, code: 'other-plan' } })
    await addTarget(world.db, { id: 'other-laboratories', planCode: 'other-plan' })
    expect((await freshnessOf(world)).regions).toMatchObject([{ owed: 2 }])
  })

  it('goes by the newest year that has opened, of it by the round that closes last; a revision asks for no year', async () => {
    const world = await openWorld(engine)
    await addRound(world.db, { year: 2024, kind: 'late', opensOn: '2026-06-01', closesOn: '2026-09-30' })
    await addRound(world.db, { year: 2025, opensOn: '2026-01-15', closesOn: '2026-03-31' })
    await addRound(world.db, { year: 2025, kind: 'late', opensOn: '2026-05-01', closesOn: '2026-08-31' })
    await addRound(world.db, { year: 2026, opensOn: '2026-07-01', closesOn: '2026-12-31' })
    await addRound(world.db, { year: 2026, kind: 'revision', opensOn: '2026-01-01', closesOn: '2026-12-31' })
    expect((await freshnessOf(world)).regions).toMatchObject([
      { year: 2025, opensOn: '2026-05-01', closesOn: '2026-08-31' },
    ])
  })

  it('names the round that closed last: yesterday, and not today', async () => {
    const world = await openWorld(engine)
    await addRound(world.db, { year: 2024, closesOn: '2026-03-31' })
    await addRound(world.db, { year: 2025, closesOn: '2026-06-29' })
    await addRound(world.db, { year: 2025, kind: 'late', closesOn: '2026-06-30' })
    await addRound(world.db, { year: 2023, kind: 'revision', closesOn: '2026-06-29' })
    const { lastRound } = await freshnessOf(world)
    expect(lastRound).toEqual({ year: 2025, closedOn: '2026-06-29' })
  })

  it('tells what was so on an earlier day', async () => {
    const world = await openWorld(engine)
    await addRound(world.db, { year: 2024, opensOn: '2025-01-15', closesOn: '2025-04-30' })
    await addApproved(world.db, { year: 2024 }, new Date('2025-02-01T02:00:00.000Z'))
    await addApproved(world.db, { year: 2025 }, new Date('2026-02-01T02:00:00.000Z'))
    expect(await freshnessOf(world, '?asOf=2025-04-30')).toMatchObject({
      lastRound: null,
      regions: [{ year: 2024, approved: 1, latestYears: [{ year: 2024 }, { year: null }] }],
    })
    expect(await freshnessOf(world, '?asOf=2025-05-01')).toMatchObject({
      lastRound: { year: 2024, closedOn: '2025-04-30' },
    })
    expect(await freshnessOf(world, '?asOf=2023-01-01')).toMatchObject({ lastRound: null, regions: [] })
  })

  it('is a file too, a line per region and year of its latest figures', async () => {
    const world = await openWorld(engine)
    await addRound(world.db, { year: 2024, opensOn: '2025-01-15', closesOn: '2025-04-30' })
    await addApproved(world.db, { year: 2024 }, new Date('2025-02-01T02:00:00.000Z'))
    const { head, rest } = await linesOf(world, '?asOf=2025-04-30&bom=0')
    expect(head).toBe('region_code,region_zh,latest_year,series,round_year,opens_on,closes_on,owed,approved')
    const { regions } = await freshnessOf(world, '?asOf=2025-04-30')
    const [of] = regions
    expect(rest).toEqual(
      of?.latestYears.map(
        ({ year, series }) => `63,青海,${year ?? ''},${series},2024,2025-01-15,2025-04-30,${of.owed},${of.approved}`,
      ),
    )
  })

  it.each([
    ['region=63', 'region'],
    ['asOf=2026-02-30', 'asOf'],
    ['asOf=2026-07-01', 'asOf'],
  ])('refuses %s, naming the field', async (query, path) => {
    const { status, body } = await (await openWorld(engine)).get(`/api/freshness?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path }] })
  })
})
