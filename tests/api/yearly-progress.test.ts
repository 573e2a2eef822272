import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import type { Problem } from '../../server/contract/problem.ts'
import type { TargetList } from '../../server/contract/target.ts'
import type { YearlyProgressList } from '../../server/contract/yearly-progress.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { aBaseline, addApproved, addDraft, addGround, addIndicator, addTarget, aMilestone } from '../helpers/world.ts'

const REVISED = new Date('2024-06-18T03:00:00.000Z')
const REPORTED = new Date('2026-03-01T03:00:00.000Z')

/** A target of its own for each way in which years are told. */
async function openWorld(db: Kysely<Database>): Promise<TestApp> {
  await addGround(db)
  const add = async (
    code: string,
    milestones: Parameters<typeof aMilestone>[0][],
    figures: Parameters<typeof addApproved>[1][],
    indicator: Parameters<typeof addIndicator>[1] = {},
  ) => {
    await addIndicator(db, { code, shortNameZh: code, nameZh: code, ...indicator })
    await addTarget(db, { id: `t-${code}`, indicatorCode: code, milestones: milestones.map((one) => aMilestone(one)) })
    for (const figure of figures) await addApproved(db, { indicatorCode: code, ...figure }, REPORTED)
  }
  await add(
    'level',
    [{}],
    [
      { year: 2019, value: '18' },
      { year: 2020, value: '20' },
      { year: 2021, value: '30' },
      { year: 2022, value: '32' },
      { year: 2024, value: '35', provisional: true },
      { year: 2025, value: '15' },
    ],
  )
  await addDraft(db, { indicatorCode: 'level', year: 2023, value: '99' }, REPORTED)
  await add(
    'flow',
    [{ year: 2025, value: '20', baseline: aBaseline(2021, '0') }],
    [
      { year: 2022, value: '3' },
      { year: 2023, value: null, missingReason: 'not-collected' },
      { year: 2024, value: '12', provisional: true },
      { year: 2025, value: '4' },
    ],
    { kind: 'flow' },
  )
  await add(
    'change',
    [{ year: 2025, comparator: 'at-most', value: '-18', baseline: aBaseline(2020, '0') }],
    [
      { year: 2021, value: '-3.8', measure: 'yoy' },
      { year: 2023, value: '-2', measure: 'yoy' },
      { year: 2024, value: '-10', measure: 'since:2020' },
      { year: 2025, value: '-9', measure: 'since:2005' },
    ],
    { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', min: '-100', decimals: 0 },
  )
  await add(
    'hold',
    [{ value: '5', baseline: aBaseline(2020, '5') }],
    [
      { year: 2021, value: '5' },
      { year: 2022, value: '4' },
      { year: 2023, value: '4.5' },
    ],
  )
  await add(
    'break',
    [{ value: '60', baseline: aBaseline(2020, '10') }],
    [
      { year: 2021, value: '12' },
      { year: 2022, value: '30', breakBefore: true },
      { year: 2023, value: '40' },
    ],
  )
  await add(
    'bare',
    [
      { year: 2024, value: '8', baseline: null },
      { year: 2026, value: '20', baseline: aBaseline(2020, '0') },
    ],
    [
      { year: 2023, value: '6' },
      { year: 2024, value: '7' },
      { year: 2026, value: '9' },
    ],
  )
  return await openApp(db)
}

const LEVEL_2025 = { year: 2025, value: '15', status: 'moving-away', expected: '60', coveredShare: -0.0625 }

describeOnBothEngines('GET /api/yearly-progress', (engine) => {
  const world = shared(engine, openWorld)

  const yearsOf = async (indicator: string, query = '') => {
    const { status, body } = await world().get<YearlyProgressList>(
      `/api/yearly-progress?indicator=${indicator}${query}`,
    )
    expect(status).toBe(200)
    return body.items.map(({ years }) => years)
  }

  it('tells of a level each year with an approved figure after the baseline: its value, expected value and shares', async () => {
    const [years] = await yearsOf('level')
    const common = { derived: false, reason: null }
    expect(years).toEqual([
      {
        ...common,
        year: 2021,
        value: '30',
        provisional: false,
        status: 'on-track',
        expected: '28',
        coveredShare: 0.125,
        pathShare: 1.25,
      },
      {
        ...common,
        year: 2022,
        value: '32',
        provisional: false,
        status: 'behind',
        expected: '36',
        coveredShare: 0.15,
        pathShare: 0.75,
      },
      {
        ...common,
        year: 2024,
        value: '35',
        provisional: true,
        status: 'far-behind',
        expected: '52',
        coveredShare: 0.1875,
        pathShare: 0.4688,
      },
      { ...common, ...LEVEL_2025, provisional: false, pathShare: -0.125 },
    ])
  })

  it('sums what is new in each year; a year that is missing with a reason has no line, and the deadline year decides', async () => {
    const [years] = await yearsOf('flow')
    expect(years).toMatchObject([
      { year: 2022, value: '3', derived: true, provisional: false, status: 'behind', expected: '5', pathShare: 0.6 },
      { year: 2024, value: '15', provisional: true, status: 'on-track', coveredShare: 0.75, pathShare: 1 },
      { year: 2025, value: '19', provisional: true, status: 'missed', coveredShare: 0.95, pathShare: 0.95 },
    ])
  })

  it('compounds changes from the base year; a chain that breaks has a year without a value, and a figure against the base year mends it', async () => {
    const [years] = await yearsOf('change')
    expect(years).toMatchObject([
      { year: 2021, value: '-3.8', derived: true, status: 'on-track', expected: '-3.6', pathShare: 1.0556 },
      { year: 2023, value: null, derived: false, status: 'no-data', reason: 'broken-chain', coveredShare: null },
      { year: 2024, value: '-10', derived: false, status: 'behind', expected: '-14.4', coveredShare: 0.5556 },
    ])
  })

  it('judges a milestone that asks only to hold by its last step, without shares', async () => {
    const [years] = await yearsOf('hold')
    const none = { expected: '5', coveredShare: null, pathShare: null }
    expect(years).toMatchObject([
      { year: 2021, status: 'on-track', ...none },
      { year: 2022, status: 'moving-away', ...none },
      { year: 2023, status: 'behind', ...none },
    ])
  })

  it('assesses nothing from a change of definition on, and says so', async () => {
    const [years] = await yearsOf('break')
    expect(years).toMatchObject([
      { year: 2021, value: '12', status: 'far-behind', pathShare: 0.4 },
      { year: 2022, value: '30', status: 'not-assessable', reason: 'definition-changed', pathShare: null },
      { year: 2023, value: '40', status: 'not-assessable', reason: 'definition-changed', pathShare: null },
    ])
  })

  it('decides nothing of a deadline year that has not ended, and uses no figure after the milestone', async () => {
    const [of2024, of2026] = await yearsOf('bare')
    expect(of2024).toMatchObject([
      { year: 2023, status: 'not-assessable', reason: 'no-baseline' },
      { year: 2024, status: 'missed', reason: null },
    ])
    expect(of2026).toMatchObject([
      { year: 2023, status: 'behind', pathShare: 0.6 },
      { year: 2024, status: 'far-behind', pathShare: 0.525 },
      { year: 2026, status: 'far-behind', pathShare: 0.45 },
    ])
  })

  it('measures every year by the promise in force, as of an earlier day by the one before', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db, { milestones: [aMilestone({ value: '60' })] })
    await addApproved(db, { year: 2021, value: '30' })
    await addTarget(db, { revision: 2, correction: { code: 'typing', reason: '漏看一位' } }, REVISED)
    const { get } = await openApp(db)
    const expectedOf2021 = async (query: string) =>
      (await get<YearlyProgressList>(`/api/yearly-progress${query}`)).body.items[0]?.years[0]?.expected
    expect(await expectedOf2021('')).toBe('28')
    expect(await expectedOf2021('?asOf=2024-06-17')).toBe('24')
    expect((await get('/api/yearly-progress?asOf=2020-01-01')).body).toMatchObject({ total: 0, items: [] })
  })

  it.each([
    ['', 7],
    ['region=63', 7],
    ['region=37', 0],
    ['plan=plan', 7],
    ['plan=another', 0],
    ['theme=platforms', 7],
    ['theme=talent', 0],
    ['indicator=bare', 2],
    ['indicator=bare&milestone=2026', 1],
    ['indicator=bare&milestone=next', 1],
    ['milestone=next', 6],
    ['milestone=2025', 2],
    ['milestone=2199', 0],
  ])('filters by %s', async (query, total) => {
    const { body } = await world().get<YearlyProgressList>(`/api/yearly-progress?${query}`)
    expect(body.total).toBe(total)
    expect(body.items).toHaveLength(total)
  })

  it('pages through all milestones, each once', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await world().get<YearlyProgressList>(`/api/yearly-progress?limit=2${cursor}`)
      seen.push(...body.items.map(({ targetId, milestoneYear }) => `${targetId} ${milestoneYear}`))
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
    } while (cursor !== '')
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it.each([
    ['status=behind', 'status', 'unknown-field'],
    ['q=a', 'q', 'unknown-field'],
    ['milestone=soon', 'milestone', 'milestone'],
    ['cursor=abc', 'cursor', 'cursor'],
    ['asOf=yesterday', 'asOf', 'as-of'],
  ])('refuses %s with a problem that names the field', async (query, path, code) => {
    const { status, body } = await world().get<Problem>(`/api/yearly-progress?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'invalid-request', errors: [{ path, code }] })
  })

  it('can be taken as CSV, whole, with the same filters', async () => {
    const { headers, text } = await world().get('/api/yearly-progress.csv?indicator=change&bom=0')
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="yearly-progress-as-of-2026-06-30.csv"',
    })
    expect(text).toBe(
      'target_id,milestone_year,year,status,reason,value,derived,provisional,expected,covered_share,path_share,method,method_version,sample\r\n' +
        't-change,2025,2021,on-track,,-3.8,true,false,-3.6,0.2111,1.0556,linear-path,1.0,false\r\n' +
        't-change,2025,2023,no-data,broken-chain,,false,false,,,,linear-path,1.0,false\r\n' +
        't-change,2025,2024,behind,,-10,false,false,-14.4,0.5556,0.6944,linear-path,1.0,false\r\n',
    )
    expect((await world().get('/api/yearly-progress.csv')).text.charCodeAt(0)).toBe(0xfeff)
  })

  it('orders the CSV by target, milestone and year', async () => {
    const { text } = await world().get('/api/yearly-progress.csv?bom=0')
    const keys = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 3).join(','))
    expect(keys).toEqual(keys.toSorted())
    expect(keys).toHaveLength(4 + 3 + 3 + 3 + 3 + 2 + 3)
  })
})

describeOnBothEngines('the years of the demo', (engine) => {
  const world = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    return await openApp(db)
  })

  it.each(['', '&asOf=2025-06-30', '&asOf=2024-03-01'])('end as every milestone stands%s', async (query) => {
    const { get } = world()
    const targets = (await get<TargetList>(`/api/targets?limit=1000${query}`)).body.items
    const { items } = (await get<YearlyProgressList>(`/api/yearly-progress?limit=1000${query}`)).body
    const milestones = targets.flatMap(({ id, progress }) => progress.map((one) => ({ id, one })))
    expect(items.map(({ targetId }) => targetId)).toEqual(milestones.map(({ id }) => id))
    for (const [index, { id, one }] of milestones.entries()) {
      const { years = [], milestoneYear } = items[index] ?? {}
      expect(milestoneYear).toBe(one.milestoneYear)
      const last = years.at(-1)
      if (last === undefined) {
        expect(one.latest, id).toBeNull()
        continue
      }
      const { status, reason, expected, coveredShare, pathShare } = one
      expect(last, id).toMatchObject({ status, reason, expected, coveredShare, pathShare })
      expect(last.value, id).toBe(one.latest?.value ?? null)
    }
  })
})
